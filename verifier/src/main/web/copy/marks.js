/** The links, labels and names of places that the renderer writes into a DOCX, each at its place of the text. */
import { printable } from '../template/repertoire.js';
import * as words from '../render/wording.js';

const keyOf = ({ kind, name, hint, paragraph, from, text }) => JSON.stringify([kind, name, hint, paragraph, from, text]);

/** The first mark that the model's file does not have, or null. A program that saves it again may drop some, or a link's hint. */
export function foreignMark(marks, model) {
  const expected = new Set(marksOf(model).map(keyOf));
  return marks.find(mark => !expected.has(keyOf(mark))) ?? null;
}

function marksOf(model) {
  const marks = [];
  const put = (kind, name, paragraph, from, text, hint = '') => marks.push({ kind, name, hint, paragraph, from, text });
  const link = (anchor, hint, paragraph, from, text) => ['', hint].forEach(one => put('link', anchor, paragraph, from, text, one));
  for (const { style, head, runs } of model.body) {
    const text = printable(head + runs.map(run => run.text).join(''));
    let from = printable(head).length;
    for (const run of runs) {
      const part = printable(run.text);
      if (run.source !== undefined && run.kind !== 'TEXT') {
        link(`S_${run.source}`, `数据来源 ${run.source}`, text, from, part);
        put('control', run.source, text, from, part);
        put('place', run.source, text, from, '');
      }
      from += part.length;
    }
    if (style === 'TITLE') put('title', '', text, 0, '');
  }
  for (const { id, printed, computation } of model.sources) {
    put('place', `S_${id}`, id, 0, '');
    if (printed) link(id, '返回正文', id, 0, id);
    if (computation) {
      const { formula, inputs, declared } = computation;
      const head = printable(`${formula}；依据：`);
      const text = head + printable(`${inputs.join('、')}${words.declared(computation)}${declared === undefined ? '' : `（${declared}）`}`);
      let from = head.length;
      for (const input of inputs) {
        link(`S_${input}`, '依据', text, from, input);
        from += input.length + 1;
      }
      if (declared !== undefined) link(`S_${declared}`, '申报', text, text.length - declared.length - 1, declared);
    }
  }
  return marks;
}
