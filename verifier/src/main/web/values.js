/** Whether every value of a report model is what the event that it names says. */
import { Broken } from './bundle.js';
import { isDifference, sameNumber } from './decimals.js';
import { checkNarratives, folded } from './narratives.js';

const SET = /^(figure|fact)\.(submitted|corrected)\.v[0-9]+$/;
const NARRATED = /^narrative\.(submitted|revised)\.v[0-9]+$/;
const WITHDRAWN = /^item\.withdrawn\.v[0-9]+$/;
const HEAD = /^([0-9]{1,2}\.)?\P{Nd}*$/u;
const DIGIT = /\p{Nd}/u;
const AT_LEAST = '余';
const DEEPEST = 32;

/** Checks what the report is about, then row by row of annex 1, then number by number of the body. */
export function checkValues(model, events) {
  const ledger = new Ledger(events);
  const rows = new Map();
  for (const source of model.sources) {
    if (rows.has(source.id)) throw broken(source, 'twice');
    rows.set(source.id, source);
  }
  ledger.checkAbout(model.about);
  ledger.checkHolders(model);
  const sound = new Set();
  for (const source of model.sources) {
    if (Boolean(source.event) === Boolean(source.computation)) throw broken(source, 'event');
    if (source.event) ledger.checkRow(source);
    else checkComputed(source, rows, sound);
  }
  ledger.checkAll(model.sources);
  const printed = checkBody(model, rows);
  checkNarratives(model, rows, ledger.narratives);
  return { sources: String(model.sources.length), printed: String(printed) };
}

const broken = (source, why, more = {}) => new Broken('VALUE_NOT_FROM_EVENT', {
  row: source.id, name: source.name, value: source.value, why, ...more,
});

/** A computed value rests on rows that lead to events; it is not computed again. */
function checkComputed(source, rows, sound) {
  const lead = (row, depth) => {
    if (!row) throw broken(source, 'input');
    if (row.event || sound.has(row.id)) return;
    if (row.computation.inputs.length === 0 || depth > DEEPEST) throw broken(source, 'input');
    row.computation.inputs.forEach(id => lead(rows.get(id), depth + 1));
    sound.add(row.id);
  };
  if (source.origin !== 'COMPUTED') throw broken(source, 'event');
  lead(source, 0);
  const { declared, declaredValue, difference } = source.computation;
  if (declared === undefined) {
    if (declaredValue !== undefined || difference !== undefined) throw broken(source, 'declared');
    return;
  }
  if (!rows.has(declared)) throw broken(source, 'input');
  if (!sameNumber(rows.get(declared).value, declaredValue)) throw broken(source, 'declared');
  if (!isDifference(source.value, declaredValue, difference)) throw broken(source, 'difference');
}

/** How many values the body prints: each is its row's, and no number stands there without a row. */
function checkBody(model, rows) {
  const printed = new Set();
  model.body.forEach((paragraph, i) => {
    const place = { part: 'body', paragraph: i + 1, holder: paragraph.holder };
    const refuse = (why, value, row = '') => { throw new Broken('VALUE_NOT_FROM_EVENT', { why, value, row, place }); };
    if (!HEAD.test(paragraph.head)) refuse('unsourced', paragraph.head);
    for (const { text, source } of paragraph.runs) {
      if (source === undefined) {
        if (DIGIT.test(text)) refuse('unsourced', text);
        continue;
      }
      const row = rows.get(source);
      if (!row) refuse('row', text, source);
      if (text !== row.value && !(row.origin === 'AT_LEAST' && text === row.value + AT_LEAST)) refuse('run', text, source);
      printed.add(source);
    }
  });
  const other = model.sources.find(source => source.printed !== printed.has(source.id));
  if (other) throw broken(other, 'printed');
  return printed.size;
}

/** What the events say in the end: names of organisations, and which event set each item last. */
class Ledger {
  constructor(events) {
    this.events = new Map(events.map(event => [String(event.position), event]));
    this.names = new Map();
    this.standing = new Map();
    this.narratives = new Map();
    this.holders = new Set();
    this.last = events.at(-1);
    for (const event of events) {
      const { type, payload, stream } = event;
      if (stream.startsWith('evidence/')) this.holders.add(stream.slice(stream.lastIndexOf('/') + 1));
      if (type.startsWith('cycle.opened.')) this.opened = payload;
      if (type.startsWith('organisation.registered.')) this.names.set(payload.organisation, payload.name);
      if (SET.test(type)) this.standing.set(itemOf(payload), event);
      if (NARRATED.test(type)) this.narratives.set(itemOf(payload), event);
      if (WITHDRAWN.test(type)) {
        this.standing.delete(itemOf(payload));
        this.narratives.delete(itemOf(payload));
      }
    }
  }

  checkAbout(about) {
    const members = ['jurisdiction', 'jurisdictionName', 'year', 'framework', 'frameworkVersion', 'frameworkSha256'];
    const other = members.find(member => about[member] !== this.opened?.[member])
      ?? (sameTime(about.asOf, this.last?.time) ? undefined : 'asOf');
    if (other) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'about', name: other, value: about[other] });
  }

  /** A stream that is left out as a whole is one of which the report cannot tell anything. */
  checkHolders({ body, sources, results }) {
    const told = [...body.map(p => p.holder), ...sources.map(s => s.holder), ...results.map(r => r.indicator)];
    const unknown = told.find(holder => holder !== '' && !this.holders.has(holder));
    if (unknown !== undefined) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'holder', value: unknown });
  }

  /** Annex 1 has every value that stands, also what the body does not print. */
  checkAll(sources) {
    const told = new Set(sources.map(source => source.event?.position));
    const left = [...this.standing.values()].find(event => !told.has(String(event.position)));
    if (left) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'leftOut', value: left.payload.item, position: String(left.position) });
  }

  checkRow(source) {
    const { position, eventId, organisation, recordedAt } = source.event;
    const event = this.events.get(position);
    const agree = (why, holds) => { if (!holds) throw broken(source, why, { position }); };
    agree('position', event !== undefined);
    agree('id', event.id === eventId);
    agree('time', sameTime(event.time, recordedAt));
    const { payload } = event;
    if (source.origin === 'CYCLE') {
      agree('value', event.type.startsWith('cycle.opened.') && String(payload.year) === source.value
        && source.period === source.value && source.unit === '年');
      return;
    }
    agree('item', SET.test(event.type) && payload.item === source.item && payload.indicator === source.holder);
    agree('organisation', (this.names.get(payload.organisation) ?? payload.organisation) === organisation);
    if (source.origin === 'FACT') {
      agree('value', typeof payload.text === 'string' && folded(payload.text) === folded(source.value) && source.unit === '');
    } else {
      agree('value', sameNumber(payload.value, source.value) && payload.unit === source.unit && payload.basis === source.origin);
    }
    agree('period', payload.period === source.period);
    agree('superseded', this.standing.get(itemOf(payload)) === event);
  }
}

const itemOf = payload => JSON.stringify([payload.item, payload.organisation]);

const sameTime = (one, other) => Date.parse(one) === Date.parse(other);
