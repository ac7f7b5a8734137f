/** Whether the texts of the body are those that were submitted, each of them and no other. */
import { Broken } from './bundle.js';

const FULL = '，；：？！（）。“”';
const HALF = ',;:?!().""';
const LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const PLACEHOLDER = /\{\{\s*([A-Za-z0-9_]+)\s*\}\}/;
const MISSING = /^〔待填报：[^〔〕]*〕$/;
const TYPED = /(〔无来源数字〕|\p{Nd})([.,]*(〔无来源数字〕|\p{Nd}))*/gu;
const SPACE = /[\p{Z}\t\v\f\x1c-\x1f]/gu;
const NOTHING = '{{}}';

/** As a reader compares texts: the report sets punctuation full width and drops spaces next to Chinese. */
export const folded = text => Array.from(text.replace(/[ \t\u00a0\u3000]/g, ''), c => HALF[FULL.indexOf(c)] ?? c).join('');

const plain = text => folded(text.replace(SPACE, '')).replace(TYPED, '#');

/** `narratives`: the events that set a text last, by item and organisation. The order of texts and the headings are the framework's. */
export function checkNarratives({ about, body }, rows, narratives) {
  const items = new Set([...rows.values()].filter(row => row.origin !== 'CYCLE').map(row => row.item));
  const holders = new Map();
  body.forEach((paragraph, i) => {
    const said = { text: written(paragraph, rows), paragraph, at: i + 1 };
    if (paragraph.style === 'BODY') holders.set(paragraph.holder, [...holders.get(paragraph.holder) ?? [], said]);
    else if (paragraph.style === 'TITLE' ? !said.text.startsWith(plain(about.jurisdictionName)) : paragraph.runs.length > 0) refuse(said);
  });
  for (const [holder, told] of holders) {
    const left = last(holder, narratives).flatMap(event => event.payload.text.split(LINE))
      .map(line => submitted(line, items)).filter(text => text !== '');
    for (const one of told) {
      const at = left.indexOf(one.text);
      if (at >= 0) left.splice(at, 1);
      else if (one.text !== '' && one.text !== NOTHING) refuse(one);
    }
    if (left.length > 0) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'unprinted', row: holder, value: left[0] });
  }
}

/** Of each item of an indicator or section the text set last, whoever submitted it. */
function last(holder, narratives) {
  const events = new Map();
  for (const event of narratives.values()) {
    const { item, indicator, text } = event.payload;
    if (indicator !== holder || typeof text !== 'string') continue;
    if (!(events.get(item)?.position > event.position)) events.set(item, event);
  }
  return [...events.values()];
}

/** A paragraph of the report with the items that stand in it for their values. */
function written({ runs }, rows) {
  let text = '';
  let typed = '';
  for (const run of runs) {
    const item = run.source === undefined ? undefined : rows.get(run.source)?.item;
    const missing = run.kind === 'MISSING' && MISSING.test(run.text);
    if (item === undefined && !missing) {
      typed += run.text;
    } else {
      text += plain(typed) + (item === undefined ? NOTHING : `{{${item}}}`);
      typed = '';
    }
  }
  return text + plain(typed);
}

/** A paragraph as it was submitted, in the same form. */
function submitted(line, items) {
  return line.split(PLACEHOLDER)
    .map((part, i) => (i % 2 === 0 ? plain(part) : items.has(part) ? `{{${part}}}` : NOTHING)).join('');
}

function refuse({ paragraph, at }) {
  const value = paragraph.head + paragraph.runs.map(run => run.text).join('');
  throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'narrative', value, row: '', place: { part: 'body', paragraph: at, holder: paragraph.holder } });
}
