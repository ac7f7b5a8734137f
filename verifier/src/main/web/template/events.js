/** The events that a ledger of the suite holds, exactly as it writes them: another spelling may mean something else to another reader. */
import { Broken } from '../bundle.js';
import { canonical } from '../json.js';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.(\d{3}){0,2}(?!000)\d{3})?Z$/;
const LONGEST_NUMBER = 40;
const LONGEST_NAME = 100;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const text = value => typeof value === 'string';
const uuid = value => text(value) && UUID.test(value);
const texts = value => Array.isArray(value) && value.every(text);
const decimal = value => text(value) && value.length <= LONGEST_NUMBER && /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value) && !/^-[0.]*$/.test(value);
const whole = value => text(value) && /^(0|-?[1-9]\d{0,18})$/.test(value) && BigInt.asIntN(64, BigInt(value)) === BigInt(value);
const year = value => (value | 0) === value;
const basis = value => ['REPORTED', 'DECLARED', 'AT_LEAST'].includes(value);
const day = value => text(value) && /^\d{4}-\d\d-\d\d$/.test(value) && exists(value);
const instant = value => text(value) && INSTANT.test(value) && exists(value.slice(0, 10)) && value.slice(11, 19) < '24:00:00'
  && value[14] < '6' && value[17] < '6';
const files = value => Array.isArray(value) && value.every(file => is(file, { name: text, mediaType: text, sha256: text, size: whole }));
// absent, never null
const optional = kind => Object.assign(value => kind(value), { optional: true });

function exists(date) {
  const parsed = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(date);
}

const OF_CYCLE = { cycle: text };
const OPENED = {
  ...OF_CYCLE, jurisdiction: text, jurisdictionName: text, year, framework: text, frameworkVersion: text, frameworkSha256: text,
  deadline: optional(instant),
};
const ISSUED = { ...OF_CYCLE, report: text, upToPosition: whole, modelSha256: text, files };
const OF_INDICATOR = { ...OF_CYCLE, indicator: text };
const ITEM = { ...OF_INDICATOR, item: text, organisation: text, submission: text };
const FIGURE = { ...ITEM, value: decimal, unit: text, period: text, basis, asOf: optional(day), note: optional(text) };
const FACT = { ...ITEM, text, period: text, note: optional(text) };
const PAYLOADS = new Map(Object.entries({
  'cycle.opened.v1': OPENED,
  'cycle.opened.v2': { ...OPENED, holders: texts },
  'cycle.closed.v1': { ...OF_CYCLE, reason: text },
  'organisation.registered.v1': { ...OF_CYCLE, organisation: text, name: text, roles: texts },
  'report.issued.v1': ISSUED,
  'report.issued.v2': { ...ISSUED, streamsRoot: text },
  'report.issued.v3': { ...ISSUED, streamsRoot: text, form: text },
  'indicator.opened.v1': OF_INDICATOR,
  'indicator.locked.v1': OF_INDICATOR,
  'figure.submitted.v1': FIGURE,
  'figure.corrected.v1': { ...FIGURE, previous: decimal, reason: text },
  'fact.submitted.v1': FACT,
  'fact.corrected.v1': { ...FACT, previous: text, reason: text },
  'narrative.submitted.v1': { ...ITEM, text },
  'narrative.revised.v1': { ...ITEM, text, reason: text },
  'evidence.attached.v1': { ...ITEM, sha256: text, fileName: text, mediaType: text, size: whole },
  'item.withdrawn.v1': { ...ITEM, reason: text },
  'item.returned.v1': { ...ITEM, reason: text },
  'item.accepted.v1': ITEM,
}));

const ENVELOPE = {
  aggregate: text,
  aggregateType: optional(text),
  commit: uuid,
  // a report prints it
  id: uuid,
  meta: value => value !== null && typeof value === 'object' && !Array.isArray(value)
    && Object.entries(value).every(([name, one]) => text(one) && name.length <= LONGEST_NAME),
  payload: value => value !== null && typeof value === 'object',
  seq: whole,
  ts: instant,
  type: text,
};

/** Demands that the event is of a known type, has its members and no other, and is spelled as a ledger writes it. */
export function requireExact({ position, d }) {
  const written = new TextDecoder().decode(d);
  const event = JSON.parse(written);
  const payload = PAYLOADS.get(event.type);
  if (!payload || !is(event, ENVELOPE) || !is(event.payload, payload) || canonical(event) !== written) {
    throw new Broken('EVENT_FORM', { position: String(position) });
  }
}

/** Whether an object has exactly these members. */
function is(value, members) {
  return value !== null && typeof value === 'object' && Object.keys(value).every(name => Object.hasOwn(members, name))
    && Object.entries(members).every(([name, kind]) => (Object.hasOwn(value, name) ? kind(value[name]) : kind.optional));
}
