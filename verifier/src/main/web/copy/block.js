/**
 * A paragraph of a report: {text, marks, place, row, cell, cells}. A mark is {source, start, end}, the characters of a row of annex 1;
 * row is the number of its row in the document, cell that of the cell in it and cells how many the row has, undefined where a paragraph is in none.
 */
const BLANK = /^[ \t\n\r\f\u3000]*$/;
const SOURCE = /^N[0-9]{4,}$/;

/** Whether a text prints nothing; the same in the program, neither language's own notion of white space. */
export const isBlank = text => BLANK.test(text);

/** As a browser shows it, one character for one, so that marks stay where they are. */
export const shown = text => text.replace(/[\t\n\r\f]/g, ' ');

export class Block {
  constructor(place = {}) {
    this.place = place;
    this.text = '';
    this.marks = [];
    this.row = undefined;
    this.cell = undefined;
    this.cells = undefined;
  }

  /** The same words at the same place of a row. */
  is(other) {
    return other !== undefined && this.text === other.text && this.row === other.row && this.cell === other.cell && this.cells === other.cells;
  }

  add(text) {
    this.text += text;
    return this;
  }

  /** Everything from this place on comes from the source, if there is one. */
  mark(source, start) {
    if (SOURCE.test(source)) this.marks.push({ source, start, end: this.text.length });
    return this;
  }
}
