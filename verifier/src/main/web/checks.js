/**
 * What a proof bundle must satisfy, in the order in which it is shown. A check gives the facts it found or throws
 * the first thing that does not hold.
 */
import { includes, leafHash, linesOf, Malformed, merkleRoot, sha256, signedBy, toHex, utf8 } from './proof.js';
import { isObject, parseJson } from './json.js';
import { isModel } from './model.js';
import { Broken } from './bundle.js';
import { requireExact } from './template/events.js';
import { REPORT } from './template/record.js';

const DECIMAL = /^(0|[1-9][0-9]{0,17})$/;
const ISSUED = 'report.issued.v3';
// of the code whose reports this page knows
const FORM = '2';

/** SHA-256 of the key's X.509 bytes, in hex. */
export const fingerprint = spki => toHex(sha256(spki));

/** The checkpoint is signed by the key, which is the one that the reader trusts, if he named one. */
export function checkSignature({ note, checkpoint, key }, trusted) {
  if (trusted && fingerprint(trusted) !== fingerprint(key)) {
    throw new Broken('CHECKPOINT_KEY', { key: fingerprint(key), trusted: fingerprint(trusted) });
  }
  if (!signedBy(note, checkpoint.origin, key)) throw new Broken('CHECKPOINT_SIGNATURE', { key: fingerprint(key) });
  const own = linesOf(note, checkpoint.origin, key);
  const unchecked = note.signatures.filter(line => !own.includes(line)).map(line => line.name);
  return {
    origin: checkpoint.origin, size: String(checkpoint.size), key: fingerprint(key), trusted: Boolean(trusted), unchecked,
  };
}

/** Every event is, byte for byte, at its position of the tree that the checkpoint signs. */
export async function checkTree({ checkpoint, events }, breathe) {
  for (let i = 0; i < events.length; i++) {
    const { position, d, path } = events[i];
    if (!includes(position, checkpoint.size, leafHash(d), path, checkpoint.root)) {
      throw new Broken('EVENT_NOT_IN_TREE', describe(events[i]));
    }
    await breathe(i, events.length);
  }
  return { events: String(events.length) };
}

/** The fields of an event. */
export function readEvent(event) {
  const fields = envelope(event);
  if (!fields) throw new Broken('EVENT_FORM', { position: String(event.position) });
  return fields;
}

function envelope({ position, d }) {
  const { aggregate: stream, seq, type, id, commit, ts: time, payload } = parsed(d) ?? {};
  const texts = [stream, seq, type, id, commit, time].every(isText);
  return texts && DECIMAL.test(seq) && isObject(payload) ? { position, d, stream, seq, type, id, commit, time, payload } : null;
}

/** Which event this is, for people; no more than its position where the bytes say nothing. */
export function describe(event) {
  const { stream, seq, type, time, payload } = envelope(event) ?? {};
  const organisation = isText(payload?.organisation) ? payload.organisation : '';
  return { position: String(event.position), stream, seq, type, time, organisation };
}

/** The last event issued a report of its own cycle. */
export function checkIssue({ events }) {
  const event = readEvent(events.at(-1));
  const { cycle, report, upToPosition, modelSha256, streamsRoot, form, files } = event.payload;
  const refuse = why => { throw new Broken('ISSUED_EVENT', { ...describe(event), why }); };
  if (event.type !== ISSUED) refuse('type');
  if (![cycle, report, modelSha256, streamsRoot, form].every(isText) || !isText(upToPosition) || !DECIMAL.test(upToPosition)) {
    refuse('payload');
  }
  if (!Array.isArray(files) || !files.every(f => isObject(f) && [f.name, f.mediaType, f.sha256].every(isText))) {
    refuse('payload');
  }
  requireExact(event);
  if (!REPORT.test(report)) refuse('payload');
  if (event.stream !== `cycle/${cycle}` || event.position <= BigInt(upToPosition)) refuse('place');
  return { event, cycle, report, upToPosition: BigInt(upToPosition), modelSha256, streamsRoot, form, files };
}

/** Every stream of the cycle is whole, and they are those that the issued event names. */
export async function checkStreams({ streams, events }, issue, breathe) {
  const evidence = new Map(streams.map(one => [one.stream, []]));
  const read = events.slice(0, -1).map(readEvent);
  for (let i = 0; i < read.length; i++) {
    take(read[i], evidence, issue);
    await breathe(i, read.length);
  }
  for (const { stream, length, lastLeaf } of streams) {
    const its = evidence.get(stream);
    const place = { stream, listed: String(length), found: String(its.length) };
    if (BigInt(its.length) !== length) throw new Broken('STREAM_NOT_WHOLE', { ...place, why: 'length' });
    if (its.length === 0 || toHex(leafHash(its.at(-1).d)) !== lastLeaf) {
      throw new Broken('STREAM_NOT_WHOLE', { ...place, why: 'end' });
    }
  }
  const root = toHex(merkleRoot(streams.map(s => leafHash(utf8(`${s.stream}\n${s.length}\n${s.lastLeaf}\n`)))));
  if (root !== issue.streamsRoot) throw new Broken('STREAMS_ROOT', { root, issued: issue.streamsRoot });
  checkCommits(read);
  return read;
}

/**
 * The streams are those of the cycle and of every indicator and section of its framework. Opening a cycle opens all of them;
 * the root alone would not show a stream that was left out before the root was made.
 */
export function checkHolders({ streams }, framework, { cycle }) {
  const listed = streams.map(one => one.stream);
  const opened = [`cycle/${cycle}`, ...framework.holders.map(holder => `evidence/${cycle}/${holder.id}`)];
  const missing = opened.find(stream => !listed.includes(stream));
  if (missing !== undefined) throw new Broken('STREAM_NOT_WHOLE', { stream: missing, why: 'hidden' });
  const extra = listed.find(stream => !opened.includes(stream));
  if (extra !== undefined) throw new Broken('STREAM_NOT_WHOLE', { stream: extra, why: 'unopened' });
}

/** Opening and closing a cycle touch all its streams in one commit: one that was left out before the root was made leaves a gap there. */
function checkCommits(events) {
  const last = new Map();
  for (const event of events) {
    const before = last.get(event.commit);
    if (before !== undefined && before + 1n !== event.position) throw new Broken('STREAM_NOT_WHOLE', { ...describe(event), why: 'commit' });
    last.set(event.commit, event.position);
  }
}

function take(event, evidence, issue) {
  const refuse = why => { throw new Broken('STREAM_NOT_WHOLE', { ...describe(event), why }); };
  const before = evidence.get(event.stream);
  // stream and content must name the same cycle and holder, and only the first event of a cycle opens it
  const own = `cycle/${issue.cycle}`;
  const first = event.stream === own && event.seq === '0';
  const { indicator } = event.payload;
  const ofCycle = event.stream === (indicator === undefined ? own : `evidence/${issue.cycle}/${indicator}`)
    && event.payload.cycle === issue.cycle && event.type.startsWith('cycle.opened.v') === first;
  if (!before || !ofCycle || event.position > issue.upToPosition) refuse('foreign');
  if (event.seq !== String(before.length)) throw new Broken('STREAM_NOT_WHOLE', { ...describe(event), why: 'gap', next: before.length });
  before.push(event);
}

const isText = value => typeof value === 'string';

/** The framework is the one that the cycle was opened with, and the model the one that was issued. Gives it with its hash. */
export function checkModel({ framework, model }, issue, events) {
  const opening = events.find(event => event.stream === `cycle/${issue.cycle}` && event.type.startsWith('cycle.opened.v'));
  const given = toHex(sha256(framework));
  if (given !== opening?.payload.frameworkSha256) {
    throw new Broken('FRAMEWORK', { why: 'hash', hash: given, opened: String(opening?.payload.frameworkSha256 ?? '') });
  }
  const hash = toHex(sha256(model));
  if (hash !== issue.modelSha256) throw new Broken('MODEL_HASH', { hash, issued: issue.modelSha256 });
  const read = parsed(model);
  if (!isModel(read)) throw new Broken('MODEL_FORM');
  if (read.about.cycle !== issue.cycle || read.about.upToPosition !== String(issue.upToPosition)) {
    throw new Broken('ISSUED_EVENT', describe(issue.event));
  }
  if (issue.form !== FORM) throw new Broken('OTHER_FORM', { form: issue.form, known: FORM });
  return { ...read, sha256: hash };
}

function parsed(bytes) {
  try {
    return parseJson(bytes);
  } catch (e) {
    if (e instanceof Malformed) return null;
    throw e;
  }
}
