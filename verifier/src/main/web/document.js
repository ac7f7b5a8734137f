/**
 * A report as blocks of text: those its model asks for, and those that stand in a DOCX or HTML file. A block is
 * {text, marks, place}; a mark is {source, start, end}, the characters that come from that row of annex 1.
 */
import { Malformed } from './proof.js';
import { unzip } from './zip.js';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const MAX_XML = 64 * 1024 * 1024;
const SOURCE = /^N[0-9]{4,}$/;
const ORIGINS = {
  REPORTED: '填报', AT_LEAST: '填报（下限）', DECLARED: '填报单位申报', COMPUTED: '系统测算', FACT: '事实', CYCLE: '评价周期设定',
};
const SOURCE_HEADS = ['编号', '指标', '数据项', '数值', '来源', '填报单位', '时期', '记录时间'];
const RESULT_HEADS = ['序号', '指标', '结果', '理由'];

/** What the first bytes of a file say it is: docx, html, pdf, or an empty text. */
export function formOf(bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx';
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^[\ufeff\s]+/, '').toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html';
  return start.startsWith('%pdf-') ? 'pdf' : '';
}

/** The blocks of a file. */
export async function blocksOfFile(bytes, form) {
  return form === 'docx' ? docx(await unzip(bytes, 'word/document.xml', MAX_XML)) : html(bytes);
}

function docx(bytes) {
  const xml = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'application/xml');
  if (xml.getElementsByTagName('parsererror').length > 0) throw new Malformed('word/document.xml is not XML');
  return [...xml.getElementsByTagNameNS(WORD, 'p')].map(paragraph => {
    const block = new Block();
    const names = new Map();
    for (const node of paragraph.getElementsByTagNameNS(WORD, '*')) {
      const id = node.getAttributeNS(WORD, 'id');
      switch (node.localName) {
        case 't': block.add(node.textContent); break;
        case 'tab': case 'br': case 'cr': block.add(' '); break;
        case 'bookmarkStart': names.set(id, [node.getAttributeNS(WORD, 'name'), block.text.length]); break;
        case 'bookmarkEnd': if (names.has(id)) block.mark(...names.get(id)); break;
        default:
      }
    }
    return block;
  }).filter(block => block.text !== '');
}

function html(bytes) {
  const page = new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/html');
  const nodes = [...page.querySelectorAll('article > *, .annex > p, .annex > h2, th, td, td > div')];
  const blocks = nodes.filter(node => !node.querySelector('div')).map(node => {
    const block = new Block();
    const walker = page.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = block.text.length;
      block.add(walker.currentNode.data);
      block.mark(walker.currentNode.parentElement.id, at);
    }
    return block;
  }).filter(block => block.text !== '');
  // what stands anywhere else is no part of a report
  page.body.querySelectorAll('script, style, template').forEach(node => node.remove());
  const all = page.body.textContent;
  const squeezed = text => text.replace(/\s/g, '');
  return squeezed(all) === squeezed(blocks.map(block => block.text).join('')) ? blocks : [...blocks, new Block().add(all)];
}

/** The blocks that the renderer makes of a model. */
export function blocksOfModel(model, form) {
  const blocks = [];
  const put = (text, place) => blocks.push(new Block(place).add(clean(text)));
  model.body.forEach((paragraph, i) => {
    const block = new Block({ part: 'body', paragraph: i + 1, holder: paragraph.holder });
    block.add(clean(paragraph.head));
    for (const run of paragraph.runs) {
      const at = block.text.length;
      block.add(clean(run.text));
      if (run.source) block.mark(run.source, at);
    }
    blocks.push(block);
  });
  const annex = (number, title, note, heads) => {
    const place = { part: `annex${number}`, row: '', column: '' };
    [`附件${number}`, title, note, ...heads].forEach(text => put(text, place));
  };
  const row = (number, heads, cells) => cells.forEach(([text, column]) =>
    put(text, { part: `annex${number}`, row: cells[0][0], column: heads[column] }));
  const eventHeads = form === 'docx' ? ['账本序号、事件'] : ['账本序号', '事件'];
  const sourceHeads = [...SOURCE_HEADS, ...eventHeads];
  annex(1, '数据来源对照表', sourcesNote(model), sourceHeads);
  model.sources.forEach(source => row(1, sourceHeads, sourceCells(source, form)));
  annex(2, '评价结果', resultsNote(model), RESULT_HEADS);
  model.results.forEach(result => row(2, RESULT_HEADS, resultCells(result)));
  return blocks.filter(block => block.text !== '');
}

function sourceCells(source, form) {
  const value = source.value + (source.origin === 'AT_LEAST' ? '余' : '') + source.unit;
  const cells = [source.id, source.place, source.name, value, ORIGINS[source.origin] ?? source.origin].map((text, i) => [text, i]);
  if (source.computation) {
    const { formula, inputs, declared } = source.computation;
    const row = declared ? `（${declared}）` : '';
    cells.push([`${formula}；依据：${inputs.join('、')}${declaration(source.computation)}${row}`, 5]);
  }
  if (source.event) {
    const event = source.event;
    cells.push([event.organisation, 5], [source.period, 6], [time(event.recordedAt), 7]);
    if (form === 'docx') cells.push([`序号${event.position}`, 8], [event.eventId, 8]);
    else cells.push([event.position, 8], [event.eventId, 9]);
  }
  return cells;
}

function declaration({ declaredValue, difference }) {
  if (declaredValue === undefined || difference === undefined) return '';
  const zero = !/[1-9]/.test(difference);
  const verdict = zero ? '，与测算值一致' : `，测算值比申报值${difference.startsWith('-') ? '小' : '大'}${difference.replace('-', '')}`;
  return `；填报单位申报${declaredValue}${verdict}`;
}

function resultCells(result) {
  const score = result.score === undefined ? '' : `（${result.score}）`;
  const lines = result.missing.length > 0 ? [`待填报：${result.missing.join('、')}`] : [];
  const findings = [...result.findings];
  for (const reason of result.reasons) {
    // a rule that only gives rise to a finding is told once, as the finding
    const at = findings.indexOf(reason.text);
    if (at >= 0) findings.splice(at, 1);
    lines.push(`${at >= 0 ? '疑点' : reason.outcome}：${reason.text}${reason.source ? `（${reason.source}）` : ''}`);
  }
  lines.push(...findings.map(text => `疑点：${text}`));
  if (lines.length === 0) lines.push('材料齐全');
  return [[result.indicator, 0], [result.title, 1], [result.verdict + score, 2], ...lines.map(line => [line, 3])];
}

function sourcesNote({ about, sha256 }) {
  return `本表列明正文每一数字的来源；数据截至账本序号${about.upToPosition}（${time(about.asOf)}）。指标体系：${about.frameworkTitle}`
    + `（${about.framework}，版本${about.frameworkVersion}）。报告模型SHA-256：${sha256}。`;
}

function resultsNote({ about }) {
  return `评价结果由系统按指标体系规则依据账本序号${about.upToPosition}及以前的数据测算。`;
}

/** An instant in China's official time. */
export function time(instant) {
  const at = new Date(instant);
  return Number.isNaN(at.getTime()) ? instant : new Date(at.getTime() + 8 * 3600000).toISOString().slice(0, 19).replace('T', ' ');
}

/** What XML forbids, and what turns the reading direction, is printed as U+FFFD. */
const clean = text => text.replace(
  /[\0-\x08\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\p{NChar}]|\p{Cs}/gu, '\ufffd');

class Block {
  constructor(place = {}) {
    this.place = place;
    this.text = '';
    this.marks = [];
  }

  /** One character for one, so that marks stay where they are. */
  add(text) {
    this.text += text.replace(/[\t\n\r\u00a0]/g, ' ');
    return this;
  }

  mark(source, start) {
    if (SOURCE.test(source)) this.marks.push({ source, start, end: this.text.length });
  }
}
