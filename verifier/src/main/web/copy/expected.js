/** The blocks that the renderer makes of a model, with their places for people. */
import { printable } from '../template/repertoire.js';
import * as words from '../render/wording.js';
import { Block, isBlank, shown } from './block.js';

/** The blocks of a form, docx or html; `annexes` is how many of them come before annex 1. */
export function blocksOfModel(model, form) {
  const asPrinted = text => (form === 'html' ? shown(printable(text)) : printable(text));
  const blocks = [];
  let rows = 0;
  const put = (text, place, cell, cells) => {
    const block = new Block(place).add(asPrinted(text));
    if (form === 'docx' && cell !== undefined) Object.assign(block, { row: rows, cell, cells });
    blocks.push(block);
  };
  if (form === 'html') put(model.body.filter(p => p.style === 'TITLE').flatMap(p => p.runs).map(run => run.text).join(''), { part: 'window' });
  model.body.forEach((paragraph, i) => {
    const block = new Block({ part: 'body', paragraph: i + 1, holder: paragraph.holder });
    block.add(asPrinted(paragraph.head));
    for (const run of paragraph.runs) {
      const at = block.text.length;
      block.add(asPrinted(run.text));
      if (run.source) block.mark(run.source, at);
    }
    blocks.push(block);
  });
  const annex = (number, title, note, heads) => {
    const place = { part: `annex${number}`, row: '', column: '' };
    [`附件${number}`, title, note].forEach(text => put(text, place));
    rows++;
    heads.forEach((head, i) => put(head, place, i, heads.length));
  };
  const row = (number, heads, cells) => {
    rows++;
    const of = cells.at(-1)[1] + 1;
    cells.forEach(([text, column]) => put(text, { part: `annex${number}`, row: cells[0][0], column: heads[column] }, column, of));
  };
  const eventHeads = form === 'docx' ? ['账本序号、事件'] : ['账本序号', '事件'];
  const sourceHeads = [...words.SOURCE_HEADS, ...eventHeads];
  annex(1, words.SOURCES_TITLE, words.sourcesNote(model), sourceHeads);
  model.sources.forEach(source => row(1, sourceHeads, sourceCells(source, form)));
  annex(2, words.RESULTS_TITLE, words.resultsNote(model), words.RESULT_HEADS);
  model.results.forEach(result => row(2, words.RESULT_HEADS, resultCells(result)));
  return blocks.filter(block => !isBlank(block.text));
}

function sourceCells(source, form) {
  const cells = [source.id, source.place, source.name, words.value(source), words.origin(source)].map((text, i) => [text, i]);
  if (source.computation) {
    const { formula, inputs, declared } = source.computation;
    const row = declared === undefined ? '' : `（${declared}）`;
    cells.push([`${formula}；依据：${inputs.join('、')}${words.declared(source.computation)}${row}`, 5]);
  }
  if (source.event) {
    const event = source.event;
    cells.push([event.organisation, 5], [source.period, 6], [words.time(event.recordedAt), 7]);
    if (form === 'docx') cells.push([`序号${event.position}`, 8], [event.eventId, 8]);
    else cells.push([event.position, 8], [event.eventId, 9]);
  }
  return cells;
}

const resultCells = result =>
  [[result.indicator, 0], [result.title, 1], [words.verdict(result), 2], ...words.reasons(result).map(line => [line, 3])];
