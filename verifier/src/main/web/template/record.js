/** Whether a ledger of the suite could have recorded the events of a cycle: event by event, from those before and the framework alone. */
import { Broken } from '../bundle.js';
import { decimal, isWithin } from '../decimals.js';
import { isStored } from './repertoire.js';
import { PLACEHOLDER as PRINTED, typedIn } from './typed.js';
import { isDate, mayPrecede, mayStand, normalised, placeOf } from './text.js';
import { beginsWithUnit, given, isExtended } from './units.js';

const LONGEST_NAME = 100;
const LONGEST_FACT = 2000;
const LONGEST_REMARK = 1000;
const YEARS_AROUND = 5;
const EIGHT_HOURS = 8 * 3600_000;
/** Ids of reports. */
export const REPORT = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,79}$/;
const CHANGES = ['figure.corrected.v1', 'fact.corrected.v1', 'narrative.revised.v1', 'item.withdrawn.v1'];
const REVIEWS = { 'item.returned.v1': 'RETURNED', 'item.accepted.v1': 'ACCEPTED' };
const NOTHING = { status: 'ABSENT', content: null, files: [] };
const MOST_FILES = 200;
const EARLIEST = '2000-01-01T00:00:00Z';
const LATEST = '2200-01-01T00:00:00Z';
/** What clocks of servers of one ledger may differ by, in milliseconds. */
const APART = 3600_000;
// blanks are those of Java's \s
const PLACEHOLDER = /\{\{ *([^{}\t-\r ]*) *\}\}/g;

/** Demands it of all events of a cycle, in their order; each is spelled exactly. */
export function checkRecorded(framework, events) {
  const check = new Check(framework);
  for (const event of events) check.take(event);
}

class Check {
  constructor(framework) {
    this.framework = framework;
    this.entries = new Map();
    this.placeholders = new Map();
    for (const holder of framework.holders) {
      for (const figure of holder.figures) {
        this.entries.set(figure.id, { ...figure, holder: holder.id });
        this.placeholders.set(figure.id, figure);
      }
      for (const slot of holder.slots) this.entries.set(slot.id, { ...slot, holder: holder.id, isSlot: true });
    }
    for (const { id, unit } of framework.indicators.flatMap(one => one.measures)) {
      if (!this.placeholders.has(id)) this.placeholders.set(id, { unit, lowerBound: false });
    }
    this.registered = new Map();
    this.roles = new Map();
    this.items = new Map();
    this.locked = new Set();
    this.ids = new Set();
    this.reports = new Set();
    this.commits = new Set();
    this.last = null;
    this.opening = null;
    this.closed = false;
    this.latest = Date.parse(EARLIEST);
  }

  take(event) {
    const { type, payload, position } = event;
    const demand = (holds, why) => {
      if (!holds) throw new Broken('VALUE_NOT_FROM_EVENT', { why, position: String(position), item: payload.item, organisation: payload.organisation });
    };
    this.time(event.time, demand);
    demand(!this.ids.has(event.id), 'id');
    this.ids.add(event.id);
    this.commit(event, demand);
    const opens = type.startsWith('cycle.opened.');
    demand((this.opening === null) === opens, 'order');
    if (opens) {
      this.open(payload, demand);
    } else if (type === 'organisation.registered.v1') {
      this.register(event, demand);
    } else if (type === 'cycle.closed.v1') {
      demand(!this.closed, 'order');
      demand(isReason(payload.reason), 'closing');
      this.closed = true;
    } else if (type === 'indicator.locked.v1') {
      demand(this.closed, 'order');
      this.locked.add(payload.indicator);
    } else if (payload.report !== undefined) {
      demand(REPORT.test(payload.report) && !this.reports.has(payload.report), 'report');
      this.reports.add(payload.report);
    } else if (payload.item !== undefined) {
      this.item(event, demand);
    }
  }

  /** The events of a commit are in one place and of one time: by the state before it the intake judged all of them. */
  commit(event, demand) {
    const { last } = this;
    const same = last?.commit === event.commit;
    demand(same ? event.position === last.position + 1n && event.time === last.time && actOf(event) === actOf(last) : !this.commits.has(event.commit), 'commit');
    this.commits.add(event.commit);
    this.last = event;
  }

  /** A ledger's times do not run backwards, but for what its servers' clocks differ by. */
  time(time, demand) {
    const at = Date.parse(time);
    demand(!isLater(EARLIEST, time) && isLater(LATEST, time) && at >= this.latest - APART, 'time');
    this.latest = Math.max(this.latest, at);
  }

  open(payload, demand) {
    const { cycle, jurisdiction, jurisdictionName, year, deadline } = payload;
    demand(/^[a-z0-9-]{1,40}$/.test(cycle) && /^[0-9]{6}([0-9]{3}){0,2}$/.test(jurisdiction) && isName(jurisdictionName)
      && String(year) === this.framework.year
      && (deadline === undefined || (isLater(deadline, '1990-01-01T00:00:00Z') && isLater('2200-01-01T00:00:00Z', deadline))), 'cycle');
    this.opening = payload;
  }

  register(event, demand) {
    demand(!this.closed, 'order');
    const { organisation, name, roles } = event.payload;
    const before = this.registered.get(organisation);
    demand(/^[A-Za-z0-9_-][A-Za-z0-9._-]{0,59}$/.test(organisation) && isName(name) && roles.length > 0
      && roles.every((role, i) => this.framework.roles.includes(role) && (i === 0 || roles[i - 1] < role))
      && !(before && before.payload.name === name && before.payload.roles.join('\n') === roles.join('\n'))
      && before?.commit !== event.commit, 'registration');
    this.registered.set(organisation, event);
    // what any registration so far allows: the intake may learn of a later one after its decision
    this.roles.set(organisation, [...this.roles.get(organisation) ?? [], ...roles]);
  }

  item(event, demand) {
    const { type, payload, time } = event;
    const { item, indicator, organisation } = payload;
    demand(!this.closed && !this.locked.has(indicator), 'order');
    const entry = this.entries.get(item);
    if (entry?.holder !== indicator) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'item', position: String(event.position), item, holder: indicator });
    const key = `${organisation}\n${item}`;
    const now = this.items.get(key) ?? NOTHING;
    // by how the item was before a commit the intake judged all of it
    const { status, content, files } = now.commit === event.commit ? now.before : now;
    const before = { status, content, files };
    const put = next => this.items.set(key, { ...now, ...next, commit: event.commit, before });
    if (Object.hasOwn(REVIEWS, type)) {
      demand(now.content !== null && now.status !== REVIEWS[type], 'act');
      if (type === 'item.returned.v1') demand(isReason(payload.reason), 'text');
      put({ status: REVIEWS[type] });
      return;
    }
    demand((this.roles.get(organisation) ?? []).some(role => entry.submitters.includes(role)), 'submitter');
    const changes = CHANGES.includes(type);
    const { deadline } = this.opening;
    const isFile = type === 'evidence.attached.v1';
    demand(changes || deadline === undefined || !isLater(time, deadline) || before.status === (isFile ? 'RETURNED' : 'WITHDRAWN'), 'late');
    if (isFile) {
      demand(isDescribed(payload) && before.files.length < MOST_FILES && !now.files.includes(payload.sha256), 'evidence');
      put({ files: [...now.files, payload.sha256] });
      return;
    }
    demand(changes ? now.content !== null && now.status !== 'ACCEPTED' : now.content === null, 'act');
    if (changes) demand(isReason(payload.reason), 'text');
    if (type === 'item.withdrawn.v1') {
      put({ status: 'WITHDRAWN', content: null });
      return;
    }
    this.content(event, entry, demand);
    if (changes) demand(this.isChanged(payload, now), 'act');
    put({ status: 'SUBMITTED', content: payload });
  }

  /** A correction names the value that it replaces, and has other content unless it answers a return. */
  isChanged(payload, { content, status }) {
    const was = content.value ?? content.text;
    return (payload.previous === undefined || payload.previous === was)
      && (status === 'RETURNED' || ['value', 'text', 'basis', 'asOf', 'note'].some(member => payload[member] !== content[member]));
  }

  content({ type, payload, time }, entry, demand) {
    const isNarrative = type.startsWith('narrative.');
    demand(payload.unit === entry.unit && isNarrative === (entry.isSlot === true), 'unit');
    demand(isStored(payload.text ?? '') && isStored(payload.note ?? '') && (payload.note ?? '').length <= LONGEST_REMARK, 'text');
    if (!isNarrative) demand(payload.period === entry.period, 'period');
    if (payload.value !== undefined) {
      demand(this.isNumber(payload, entry, time), 'number');
      return;
    }
    const { text } = payload;
    demand(text !== '' && [...text].length <= (isNarrative ? entry.maxLength : LONGEST_FACT), 'text');
    demand(isNarrative || !text.includes('\n'), 'text');
    if (isNarrative) demand(this.isNarrative(text), 'narrative');
    else demand((entry.words.length === 0 || entry.words.includes(text)) && (!entry.date || isDate(text)), 'word');
  }

  isNumber({ value, basis, asOf }, { decimals, min, max, derived }, time) {
    const number = decimal(value);
    return number.scale === decimals && isWithin(number, min, max)
      && derived === (basis === 'DECLARED')
      && (asOf === undefined || (Math.abs(asOf.slice(0, 4) - this.framework.year) <= YEARS_AROUND && asOf <= dayInChina(time)));
  }

  /** It types no statistic, and every placeholder is on one line, known, and beside what cannot change its number. */
  isNarrative(text) {
    return text.split('\n').every(line => typedIn(printed(line)).every(({ literal }) => literal)) && !/[{}｛｝]/.test(text.replace(PLACEHOLDER, ''))
      && text.split('\n').every(line => this.isLine(line));
  }

  /** Looks at a line as the report prints it, with 《》 for a fact. */
  isLine(line) {
    const found = [...line.matchAll(PLACEHOLDER)];
    if (found.some(one => !this.placeholders.has(one[1]))) return false;
    const placed = [];
    let soFar = normalised(line.slice(0, found[0]?.index), false, found.length > 0);
    found.forEach((one, i) => {
      const { unit, lowerBound } = this.placeholders.get(one[1]);
      const next = found[i + 1];
      const behind = normalised(line.slice(one.index + one[0].length, next?.index), true, next !== undefined);
      const said = unit !== undefined && lowerBound && behind.startsWith('余') ? 1 : 0;
      const written = unit === undefined ? undefined : given(unit, behind.slice(said));
      if (unit !== undefined) placed.push({ place: soFar.length, unit, written });
      soFar += (unit === undefined ? '《》' : placeOf(unit)) + behind.slice(said + (written ?? '').length);
    });
    return placed.every(({ place, unit, written }) => {
      const behind = soFar.slice(place + 1);
      return mayStand(soFar, place, unit) && mayPrecede(soFar, place + 1, unit)
        && (written !== undefined || unit === '' || !(beginsWithUnit(behind) || isExtended(unit, behind)));
    });
  }
}

/** What one request records: an opening, registrations, a closing, a review, a submission; an issue is recorded alone. */
function actOf({ type, position, payload: { submission, organisation } }) {
  if (type.startsWith('cycle.opened.') || type.startsWith('indicator.opened.')) return 'opening';
  if (type.startsWith('organisation.registered.')) return 'registration';
  if (type.startsWith('cycle.closed.') || type.startsWith('indicator.locked.')) return 'closing';
  if (type.startsWith('report.issued.')) return `issue ${position}`;
  const review = type.startsWith('item.accepted.') || type.startsWith('item.returned.');
  return review ? `review ${submission}` : `submission ${submission} ${organisation}`;
}

/** A line as it is printed, but for its placeholders. */
const printed = line => line.replace(PLACEHOLDER, PRINTED).split(PRINTED)
  .map((piece, i, pieces) => normalised(piece, i > 0, i + 1 < pieces.length)).join(PRINTED);

// a second line would be a second paragraph in a report
const isName = name => name !== '' && isStored(name) && name.length <= LONGEST_NAME && !name.includes('\n');
const isReason = reason => reason !== '' && isStored(reason) && reason.length <= LONGEST_REMARK;

/** Instants are spelled alike but for their fraction. */
const isLater = (one, other) => one.slice(0, -1) > other.slice(0, -1);
const dayInChina = time => new Date(Date.parse(time) + EIGHT_HOURS).toISOString().slice(0, 10);

const isDescribed = ({ sha256, fileName, mediaType, size }) => /^[0-9a-f]{64}$/.test(sha256) && /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(mediaType)
  && /^[^\n]{1,255}$/u.test(fileName) && isStored(fileName) && BigInt(size) > 0n;
