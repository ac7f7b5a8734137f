/**
 * The proofs of the ledger, checked with nothing but hashes and one signature: RFC 6962 inclusion and consistency, C2SP signed notes and
 * checkpoints, Ed25519. An ES module without state and without network; positions and sizes are BigInt; nothing here is
 * asynchronous and nothing needs crypto.subtle, which is missing on a plain http:// address of an office network.
 * It shares no code with the Java verifier and knows no DutyLedger event.
 */
import { hashes, Point, verify } from './vendor/noble-ed25519.js';
import { sha256 as hash256, sha512 } from './vendor/sha2.js';

hashes.sha512 = sha512;

const SPKI = '302a300506032b6570032100';
const HASH = 32;
/** Of the base point of Ed25519. */
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const KEY_ID = 4;
const ED25519 = 1;
const MAX_SIGNATURES = 100;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Uint8Array(128).fill(255);
[...ALPHABET].forEach((c, i) => { VALUES[c.charCodeAt(0)] = i; });

/** A value is not of its claimed form. */
export class Malformed extends Error {}

/** The bytes of a Base64 text. Only the one spelling that an encoder gives is taken. */
export function fromBase64(text) {
  if (text.length % 4 !== 0) throw new Malformed('not Base64');
  const pad = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array(text.length / 4 * 3 - pad);
  const end = text.length - pad;
  let rest = 0;
  let at = 0;
  for (let i = 0, bits = 0; i < end; i++) {
    const c = text.charCodeAt(i);
    const value = c < 128 ? VALUES[c] : 255;
    if (value === 255) throw new Malformed('not Base64');
    rest = (rest << 6 | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = rest >> bits;
      rest &= (1 << bits) - 1;
    }
  }
  if (at !== bytes.length || rest !== 0) throw new Malformed('not Base64');
  return bytes;
}

/** Base64 of bytes. */
export function toBase64(bytes) {
  let binary = '';
  for (const b of bytes) binary += String.fromCharCode(b);
  return btoa(binary);
}

/** Lower-case hex of bytes. */
export const toHex = bytes => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('');

/** The bytes of a text in UTF-8. */
export const utf8 = text => new TextEncoder().encode(text);

/** SHA-256 of the parts, one after the other. */
export function sha256(...parts) {
  return parts.length === 1 ? hash256(parts[0]) : hash256(concat(parts));
}

/** The hash of a leaf of the tree: SHA-256(0x00 ‖ bytes). */
export const leafHash = bytes => sha256(Uint8Array.of(0), bytes);

const nodeHash = (left, right) => sha256(Uint8Array.of(1), left, right);

/** Whether two byte arrays are the same. */
export const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Whether the leaf is at `index` of the tree with `size` leaves and this root (RFC 9162, 2.1.3.2). */
export function includes(index, size, leaf, path, root) {
  if (index < 0n || index >= size) return false;
  let node = index;
  let last = size - 1n;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      hash = nodeHash(sibling, hash);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && same(hash, root);
}

/** Whether the tree with `older` leaves and root is the beginning of the newer one (RFC 9162, 2.1.4.2). */
export function extendsTree(older, olderRoot, newer, newerRoot, proof) {
  if (older < 0n || older > newer || proof.some(hash => hash.length !== HASH)) return false;
  if (older === newer) return proof.length === 0 && same(olderRoot, newerRoot);
  if (older === 0n) return proof.length === 0 && same(olderRoot, merkleRoot([]));
  // a complete older tree is itself the first node of the path, and is then left out of the proof
  const path = (older & (older - 1n)) === 0n ? [olderRoot, ...proof] : proof;
  if (path.length === 0) return false;
  let node = older - 1n;
  let last = newer - 1n;
  while ((node & 1n) === 1n) {
    node >>= 1n;
    last >>= 1n;
  }
  let olderHash = path[0];
  let newerHash = path[0];
  for (const sibling of path.slice(1)) {
    if (last === 0n) return false;
    if ((node & 1n) === 1n || node === last) {
      olderHash = nodeHash(sibling, olderHash);
      newerHash = nodeHash(sibling, newerHash);
      while ((node & 1n) === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      newerHash = nodeHash(newerHash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && same(olderHash, olderRoot) && same(newerHash, newerRoot);
}

/** The RFC 6962 root over leaf hashes. */
export function merkleRoot(leaves) {
  if (leaves.length === 0) return sha256(new Uint8Array());
  let level = leaves;
  while (level.length > 1) {
    const above = [];
    for (let i = 0; i < level.length; i += 2) {
      above.push(i + 1 < level.length ? nodeHash(level[i], level[i + 1]) : level[i]);
    }
    level = above;
  }
  return level[0];
}

/** Reads a C2SP signed note: its text, which ends with a newline, and its signatures (key id, then signature). */
export function parseNote(note) {
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n') || /[\0-\t\v-\x1f]/.test(note)) {
    throw new Malformed('a signed note is a text, an empty line, and lines of signatures');
  }
  const lines = note.slice(end + 2).split('\n').slice(0, -1);
  if (lines.length > MAX_SIGNATURES) throw new Malformed('a signed note has at most 100 signatures');
  const signatures = lines.map(line => {
    const parts = /^\u2014 ([^ \t+]{1,200}) ([A-Za-z0-9+/=]{8,20000})$/u.exec(line);
    if (!parts) throw new Malformed(`'${line}' is not a signature line`);
    return { name: parts[1], bytes: fromBase64(parts[2]) };
  });
  return { text: note.slice(0, end + 1), signatures };
}

/** Reads the text of a note as a checkpoint; further lines are allowed and mean nothing here. */
export function parseCheckpoint(text) {
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  if (lines.length < 3 || lines.includes('')) {
    throw new Malformed('a checkpoint has at least three lines and no empty one');
  }
  const [origin, size, root] = lines;
  if (!/^[A-Za-z0-9._/-]{1,200}$/.test(origin)) throw new Malformed(`'${origin}' is not the origin of a checkpoint`);
  if (origin.endsWith('/export')) throw new Malformed(`'${origin}' is the seal of an export`);
  if (!/^(0|[1-9][0-9]{0,17})$/.test(size)) throw new Malformed(`'${size}' is not a size`);
  const bytes = fromBase64(root);
  if (bytes.length !== HASH) throw new Malformed('a checkpoint has a root of 32 bytes');
  return { origin, size: BigInt(size), root: bytes };
}

/** The 32 bytes of an Ed25519 key from its X.509 SubjectPublicKeyInfo. */
export function rawKey(spki) {
  if (spki.length !== SPKI.length / 2 + HASH || toHex(spki.slice(0, SPKI.length / 2)) !== SPKI) {
    throw new Malformed('not an Ed25519 key in X.509 form');
  }
  return spki.slice(SPKI.length / 2);
}

/** The X.509 bytes of a public key in PEM. */
export function keyOfPem(pem) {
  const spki = fromBase64(pem.replace(/-----[A-Z ]+-----|\s/g, ''));
  rawKey(spki);
  return spki;
}

/**
 * Whether the key signed the note under this name. Lines of other keys are not looked at; a wrong line of this key spoils
 * all.
 */
export function signedBy(note, name, spki) {
  const key = rawKey(spki);
  const own = linesOf(note, name, spki);
  return own.length > 0 && own.every(s => ed25519(s.bytes.slice(KEY_ID), utf8(note.text), key));
}

/** The signatures of a note that bear this name and the id of this key. */
export function linesOf(note, name, spki) {
  const id = sha256(utf8(`${name}\n`), Uint8Array.of(ED25519), rawKey(spki)).slice(0, KEY_ID);
  return note.signatures.filter(s => s.name === name && s.bytes.length > KEY_ID && same(s.bytes.slice(0, KEY_ID), id));
}

function ed25519(signature, message, key) {
  try {
    return verify(signature, message, key, { zip215: false }) && isExact(signature, message, key);
  } catch {
    // noble throws for what has not the length of a signature or is no point of the curve
    return false;
  }
}

/** RFC 8032, 5.1.7 without the cofactor, as the JDK has it: R = [S]B - [k]A. Noble takes more: points that differ by one of small order. */
function isExact(signature, message, key) {
  const r = signature.slice(0, HASH);
  const k = littleEndian(sha512(concat([r, key, message]))) % ORDER;
  const point = Point.BASE.multiply(littleEndian(signature.slice(HASH)), false).subtract(Point.fromBytes(key).multiply(k, false));
  return same(point.toBytes(), r);
}

const littleEndian = bytes => BigInt(`0x${toHex(bytes.slice().reverse())}`);

function concat(parts) {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
