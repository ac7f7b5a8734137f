/** The proof bundle of an issued report: reads one and refuses whatever is not exactly of its form. */
import { fromBase64, Malformed, parseCheckpoint, parseNote, rawKey } from './proof.js';
import { isObject } from './json.js';

const FORMAT = 'dutyledger/report-proof@2';
// without the framework nothing can be computed again
const EARLIER_FORMAT = 'dutyledger/report-proof@1';
const HASH = 32;
const MAX_BYTES = 1 << 26;
// with the one that issued the report
const MAX_EVENTS = 20_001;
const MAX_PATH = 63;
const DECIMAL = /^(0|[1-9][0-9]{0,17})$/;
const HEX = /^[0-9a-f]{64}$/;

/** The first thing that does not hold: its code, and what people need to find it. */
export class Broken extends Error {
  constructor(code, place = {}) {
    super(`${code} ${JSON.stringify(place)}`);
    Object.assign(this, { code, place });
  }
}

/** Reads a bundle; `breathe` lets the page live in between. */
export async function readBundle(bytes, breathe) {
  if (bytes.length === 0 || bytes.length > MAX_BYTES) refuse('', 'length');
  const json = parse(bytes);
  if (isObject(json) && json.format === EARLIER_FORMAT) refuse('', 'earlier');
  members('', json, ['format', 'checkpoint', 'key', 'issued', 'streams', 'events', 'framework', 'model']);
  if (json.format !== FORMAT) refuse('format');
  const key = base64('key', json.key);
  const issued = decimal('issued', json.issued);
  const streams = list('streams', json.streams).map((one, i) => stream(`streams[${i}]`, one));
  const rows = list('events', json.events);
  if (streams.length === 0 || rows.length === 0 || rows.length > MAX_EVENTS) refuse('events');
  const events = [];
  for (let i = 0; i < rows.length; i++) {
    events.push(event(`events[${i}]`, rows[i]));
    await breathe(i, rows.length);
  }
  const framework = base64('framework', json.framework);
  const model = base64('model', json.model);
  streams.forEach((one, i) => {
    if (i > 0 && compareUtf8(streams[i - 1].stream, one.stream) >= 0) refuse(`streams[${i}]`, 'order');
  });
  events.forEach((one, i) => {
    if (i > 0 && events[i - 1].position >= one.position) refuse(`events[${i}]`, 'order');
  });
  if (events.at(-1).position !== issued) refuse('issued', 'order');
  form('key', () => rawKey(key));
  const note = form('checkpoint', () => parseNote(text('checkpoint', json.checkpoint)));
  const checkpoint = form('checkpoint', () => parseCheckpoint(note.text));
  return { note, checkpoint, key, issued, streams, events, framework, model };
}

/** A bundle has one spelling, so that no byte of it is without meaning; it is that of JSON.stringify. */
function parse(bytes) {
  try {
    const written = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    const json = JSON.parse(written);
    if (JSON.stringify(json) === written) return json;
  } catch {
    refuse('', 'json');
  }
  return refuse('', 'spelling');
}

function stream(at, one) {
  members(at, one, ['stream', 'length', 'lastLeaf']);
  if (!HEX.test(text(`${at}.lastLeaf`, one.lastLeaf))) refuse(`${at}.lastLeaf`);
  return { stream: text(`${at}.stream`, one.stream), length: decimal(`${at}.length`, one.length), lastLeaf: one.lastLeaf };
}

function event(at, one) {
  members(at, one, ['position', 'd', 'path']);
  const path = list(`${at}.path`, one.path).map(hash => base64(`${at}.path`, hash));
  if (path.length > MAX_PATH || path.some(hash => hash.length !== HASH)) refuse(`${at}.path`);
  return { position: decimal(`${at}.position`, one.position), d: base64(`${at}.d`, one.d), path };
}

function refuse(member, why = 'form') {
  throw new Broken('BUNDLE_FORM', { member, why });
}

function form(member, read) {
  try {
    return read();
  } catch (e) {
    if (e instanceof Malformed) refuse(member);
    throw e;
  }
}

/** These members, in this order, and no other. */
function members(at, value, names) {
  if (!isObject(value)) refuse(at);
  if (Object.keys(value).join() !== names.join()) refuse(at, 'members');
}

function base64(at, value) {
  return form(at, () => fromBase64(text(at, value)));
}

/** Text that has bytes: half of a pair of code units has none. */
function text(at, value) {
  if (typeof value !== 'string' || /\p{Surrogate}/u.test(value)) refuse(at);
  return value;
}

function list(at, value) {
  if (!Array.isArray(value)) refuse(at);
  return value;
}

function decimal(at, value) {
  if (!DECIMAL.test(text(at, value))) refuse(at);
  return BigInt(value);
}

/** The order of two texts by their UTF-8 bytes, which is that of their code points. */
function compareUtf8(a, b) {
  const one = Array.from(a, c => c.codePointAt(0));
  const other = Array.from(b, c => c.codePointAt(0));
  const at = one.findIndex((c, i) => c !== other[i]);
  if (at < 0) return one.length - other.length;
  return at < other.length ? one[at] - other[at] : 1;
}
