/** The report as report-service writes it in HTML: the same bytes for the same model. */
import { utf8 } from '../proof.js';
import { escaped } from './markup.js';
import * as words from './wording.js';
import css from '../../../../../document/src/main/resources/org/dutyledger/document/render/report.css' with { type: 'text' };

const TAGS = { TITLE: 'h1', PART: 'h2', GROUP: 'h3', BODY: 'p' };
const HEADS = [...words.SOURCE_HEADS, '账本序号', '事件'];
const EVENT_COLUMNS = 5;

/** The bytes of report.html. */
export function renderHtml(model) {
  const title = model.body.filter(p => p.style === 'TITLE').flatMap(p => p.runs).map(run => run.text).join('');
  return utf8('<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8"/>\n'
    + '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<title>' + escaped(title)
    + '</title>\n<link rel="icon" href="data:,"/>\n<style>\n' + css
    + '<\/style>\n</head>\n<body>\n<main>\n<article id="report">\n' + model.body.map(paragraph).join('') + '</article>\n'
    + annex('1', words.SOURCES_TITLE, words.sourcesNote(model), HEADS, model.sources.map(source))
    + annex('2', words.RESULTS_TITLE, words.resultsNote(model), words.RESULT_HEADS, model.results.map(result))
    + '</main>\n</body>\n</html>\n');
}

function paragraph({ style, anchor, holder, head, runs }) {
  const tag = TAGS[style];
  const id = anchor === undefined ? '' : ` id="${escaped(anchor)}"`;
  const of = holder === '' ? '' : ` data-holder="${escaped(holder)}"`;
  const opens = tag === 'p' && head !== '' ? `<b class="head">${escaped(head)}</b>` : escaped(head);
  return `<${tag}${id}${of}>${opens}${runs.map(run).join('')}</${tag}>\n`;
}

function run({ kind, text, source }) {
  if (source !== undefined) {
    const type = kind === 'NUMBER' ? 'number' : 'fact';
    return `<a class="${type}" id="${source}" href="#S_${source}" title="数据来源 ${source}">${escaped(text)}</a>`;
  }
  return kind === 'MISSING' ? `<mark>${escaped(text)}</mark>` : escaped(text);
}

function annex(number, title, note, heads, rows) {
  return `<section class="annex" id="annex-${number}">\n<p class="mark">附件${number}</p>\n<h2>${title}</h2>\n<p class="note">`
    + `${escaped(note)}</p>\n<table>\n<thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join('')}</tr></thead>\n<tbody>\n`
    + `${rows.join('')}</tbody>\n</table>\n</section>\n`;
}

const cell = text => `<td>${escaped(text)}</td>`;
const link = (anchor, text) => `<a href="#${escaped(anchor)}">${escaped(text)}</a>`;

function source(row) {
  const { id, printed, place, item, name, event, computation, period } = row;
  return `<tr id="S_${id}"><th scope="row">${printed ? link(id, id) : escaped(id)}</th>${cell(place)}`
    + `<td title="${escaped(item)}">${escaped(name)}</td>${cell(words.value(row))}${cell(words.origin(row))}`
    + `${computation ? computed(computation) : ''}${event ? setBy(event, period) : ''}</tr>\n`;
}

function setBy(event, period) {
  return `${cell(event.organisation)}${cell(period)}${cell(words.time(event.recordedAt))}<td class="position">${event.position}</td>`
    + `<td class="fine event">${escaped(event.eventId)}</td>`;
}

function computed(computation) {
  const { formula, inputs, declared } = computation;
  return `<td class="computation" colspan="${EVENT_COLUMNS}">${escaped(`${formula}；依据：`)}`
    + `${inputs.map(input => link(`S_${input}`, input)).join('、')}${escaped(words.declared(computation))}`
    + `${declared === undefined ? '' : `（${link(`S_${declared}`, declared)}）`}</td>`;
}

function result(one) {
  return `<tr id="R_${escaped(one.indicator)}"><th scope="row">${escaped(one.indicator)}</th>${cell(one.title)}`
    + `<td class="verdict">${escaped(words.verdict(one))}</td><td>`
    + `${words.reasons(one).map(line => `<div>${escaped(line)}</div>`).join('')}</td></tr>\n`;
}
