// Checks events against the signed tree, here in the browser: nothing that the services state about themselves is
// trusted but what the published key signed.
import { extendsTree, fromBase64, includes, keyOfPem, leafHash, parseCheckpoint, parseNote, same, sha256, signedBy, toHex } from '../proof/proof.js';
import { ask, Refusal } from './ask.js';
import { indicatorAddress } from './events.js';
import { refusalText, words } from './words.js';

const PUBLISHED = '/.well-known/dutyledger/';
const FIRST_SEEN = 'dutyledger-checkpoint-key';
const PAGE = 100;
const AT_ONCE = 4;

/** Reads a signed checkpoint and whether this key signed it. */
function checkpointOf(text, key) {
  const note = parseNote(text);
  const checkpoint = parseCheckpoint(note.text);
  return { ...checkpoint, signed: signedBy(note, checkpoint.origin, key) };
}

/**
 * What was published: the key, and the last checkpoint. The key that this browser saw first is remembered; `changed`
 * is that one, when it is another.
 */
export async function published() {
  const [pem, note] = await Promise.all([
    ask(`${PUBLISHED}key.pem`, { as: 'text' }), ask(`${PUBLISHED}checkpoint`, { as: 'text' })]);
  const key = keyOfPem(pem);
  const fingerprint = toHex(sha256(key));
  let first = JSON.parse(localStorage.getItem(FIRST_SEEN) || 'null');
  if (first === null) {
    first = remember(fingerprint);
  }
  const read = new Map(); // one signature is checked once, however many events it covers
  const between = new Map(); // and two checkpoints are compared once
  return {
    fingerprint,
    first,
    changed: first.fingerprint !== fingerprint,
    last: checkpointOf(note, key),
    checkpoint(text) {
      if (!read.has(text)) {
        read.set(text, checkpointOf(text, key));
      }
      return read.get(text);
    },
    /** What ties the tree of the smaller size to the larger one. */
    consistency(from, to) {
      const url = `/api/v1/ledger/consistency?from=${from}&to=${to}`;
      if (!between.has(url)) {
        between.set(url, ask(url));
      }
      return between.get(url);
    },
  };
}

/** From now on this is the key that is expected. */
export function remember(fingerprint) {
  const first = { fingerprint, since: new Date().toISOString() };
  localStorage.setItem(FIRST_SEEN, JSON.stringify(first));
  return first;
}

/** Whether two JSON values are the same, whatever the order of their members. */
function equal(a, b) {
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
    return a === b;
  }
  const names = Object.keys(a);
  return Array.isArray(a) === Array.isArray(b) && names.length === Object.keys(b).length
    && names.every((name) => Object.hasOwnProperty.call(b, name) && equal(a[name], b[name]));
}

/** The first member of which the page shows something else than the bytes say, or null. */
function differing(shown, stream, bytes) {
  const stored = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  const meta = stored.meta || {};
  const pairs = [
    ['id', stored.id, shown.eventId], ['type', stored.type, shown.type], ['aggregate', stored.aggregate, stream],
    ['ts', Date.parse(stored.ts), Date.parse(shown.recordedAt)], ['actor', meta.actor, shown.actor],
    ['door', meta.door, shown.door], ['payload', stored.payload, shown.payload]];
  const found = pairs.find(([, a, b]) => !equal(a, b));
  return found ? found[0] : null;
}

/** Whether the published checkpoint and that of the proof are of one history: the smaller is the beginning of the other. */
async function oneHistory(signed, official) {
  const { last } = official;
  if (last.size === signed.size) {
    return same(last.root, signed.root);
  }
  const [older, newer] = last.size < signed.size ? [last, signed] : [signed, last];
  const { proof } = await official.consistency(older.size, newer.size);
  return extendsTree(older.size, older.root, newer.size, newer.root, proof.map(fromBase64));
}

/** The page's text where the check holds. */
function continued(say, last, signed) {
  return last.size === signed.size ? say.samePublished(last.size)
    : last.size > signed.size ? say.publishedContinues(last.size, signed.size)
      : say.continuesPublished(last.size, signed.size);
}

/**
 * Checks one event, step by step up to the first that does not hold.
 *
 * @param shown the event as the page shows it
 * @param data its stored bytes, Base64
 * @param inclusion what the service offers as proof
 */
export async function check(shown, stream, data, inclusion, official) {
  const say = words().steps;
  const steps = [];
  const step = (holds, yes, no) => {
    steps.push({ holds, text: holds ? yes : no });
    return holds;
  };
  try {
    const bytes = fromBase64(data);
    const leaf = leafHash(bytes);
    const position = BigInt(shown.position);
    const signed = official.checkpoint(inclusion.checkpoint);
    const { last } = official;
    step(true, say.bytes(bytes.length));
    const other = differing(shown, stream, bytes);
    step(other === null, say.content, say.noContent(other))
      && step(toHex(leaf) === inclusion.leaf && String(inclusion.position) === shown.position, say.leaf, say.noLeaf)
      && step(includes(position, signed.size, leaf, inclusion.path.map(fromBase64), signed.root),
        say.included(position, signed.size), say.notIncluded(position, signed.size))
      && step(signed.signed, say.signed(signed.origin), say.notSigned)
      && ((last.signed && last.origin === signed.origin) || step(false, '', say.notPublished))
      && step(await oneHistory(signed, official), continued(say, last, signed), say.inconsistent(last.size, signed.size));
  } catch (malformed) {
    if (malformed instanceof Refusal) {
      throw malformed;
    }
    step(false, '', say.malformed(malformed.message));
  }
  return { holds: steps.every((one) => one.holds), steps };
}

/** A result for what could not even be asked for: neither holds nor fails. */
function unreachable(refusal) {
  const why = refusal instanceof Refusal ? refusalText(refusal) : refusal.message;
  return { holds: null, steps: [{ holds: null, text: words().steps.unreachable(why) }] };
}

async function page(view, from, limit) {
  const url = `${indicatorAddress(view.cycle, 'history', view.indicator)}&data=true&limit=${limit}&from=${from}`;
  return (await ask(url)).events;
}

async function withProof(view, shown, stored, official) {
  const inclusion = await ask(`/api/v1/ledger/proof/${shown.position}`);
  const data = stored && stored.position === shown.position ? stored.data : '';
  return check(shown, `evidence/${view.cycle}/${view.indicator}`, data || '', inclusion, official);
}

/** Fetches and checks one event of the indicator. */
export async function verify(view, shown, official) {
  try {
    const [stored] = await page(view, shown.position, 1);
    return await withProof(view, shown, stored, official);
  } catch (refusal) {
    return unreachable(refusal);
  }
}

/**
 * Checks all of these events, several at once.
 *
 * @param report is called with each event's position and result
 * @param stopped whether to go no further
 */
export async function verifyAll(view, events, official, report, stopped) {
  for (let start = 0; start < events.length && !stopped(); start += PAGE) {
    const some = events.slice(start, start + PAGE);
    let stored = null;
    try {
      stored = new Map((await page(view, some[0].position, PAGE)).map((event) => [event.position, event]));
    } catch (refusal) {
      some.forEach((shown) => report(shown.position, unreachable(refusal)));
      continue;
    }
    const waiting = [...some];
    const work = async () => {
      for (let shown = waiting.shift(); shown && !stopped(); shown = waiting.shift()) {
        try {
          report(shown.position, await withProof(view, shown, stored.get(shown.position), official));
        } catch (refusal) {
          report(shown.position, unreachable(refusal));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }
}
