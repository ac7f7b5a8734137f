/** The field that a program fills in with the page's number, within one paragraph: begin, what to fill in, result, end. */
const INSTRUCTION = /^ *(PAGE|NUMPAGES)( +\\\* +(Arabic|MERGEFORMAT))* *$/;
const NUMBER = /^[0-9]{0,4}$/;
const BEFORE = { begin: ['outside'], separate: ['instructed'], end: ['instructed', 'result'] };
const AFTER = { begin: 'begun', separate: 'result' };

export class PageField {
  constructor(refuse) {
    this.refuse = refuse;
    this.state = 'outside';
    this.result = '';
  }

  /** Handles a field character; returns whether it ends the field. */
  character(type) {
    if (!BEFORE[type]?.includes(this.state)) this.refuse(`fldChar ${type}`);
    this.state = AFTER[type] ?? 'outside';
    this.result = '';
    return this.state === 'outside';
  }

  /** The instruction is complete; only that for the page's number is known. */
  instructed(instruction) {
    if (this.state !== 'begun' || !INSTRUCTION.test(instruction)) this.refuse(`instrText ${instruction}`);
    this.state = 'instructed';
  }

  /** Whether a text of the paragraph is the field's result, which must be a number. */
  takes(text) {
    if (this.state === 'result') this.result += text;
    if (!NUMBER.test(this.result) || this.state === 'begun' || this.state === 'instructed') this.refuse(`fldChar ${text}`);
    return this.state === 'result';
  }

  paragraphEnds() {
    if (this.state !== 'outside') this.refuse('fldChar');
  }
}
