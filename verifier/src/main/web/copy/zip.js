/** Reads a ZIP file whose bytes are not to be trusted. */
import { Malformed } from '../proof.js';
import { crc32 } from '../render/zipped.js';

const END = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const DESCRIPTOR = 0x08074b50;
const DESCRIBED_BEHIND = 1 << 3;
// how well it is packed, sizes behind the data, names in UTF-8
const KNOWN_FLAGS = (1 << 1) | (1 << 2) | DESCRIBED_BEHIND | (1 << 11);
// what a packer may add to an entry: times, owners, the mark of a JAR, and room that Office leaves
const HARMLESS = [0x5455, 0x000a, 0x7875, 0xcafe, 0xa220];
const SUMS = 12;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 2000;
const MOST_BYTES = 1 << 27;

/** Contents by name. Of a package, names that differ in case alone are the same: there are no two of them. */
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries;
  try {
    entries = directory(view, bytes);
  } catch (e) {
    if (e instanceof RangeError) throw new Malformed('a ZIP file that points beyond its end');
    throw e;
  }
  if (entries.length > MOST_PARTS || entries.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    throw new Malformed(`a ZIP file of more than ${MOST_BYTES} bytes or ${MOST_PARTS} parts`);
  }
  const parts = new Map();
  const names = new Set();
  const folders = new Set();
  for (const { name, method, data, size, crc } of entries) {
    if (method !== STORED && method !== DEFLATED) throw new Malformed('a ZIP entry packed in an unknown way');
    const unpacked = method === STORED ? data : await inflate(data, size, name);
    if (unpacked.length !== size || crc32(unpacked) !== crc) throw new Malformed(`${name} does not have the length in the ZIP directory`);
    if (!/^[ -~]+$/.test(name)) throw new Malformed(`the unusable name ${name}`);
    if (name.endsWith('/') && size === 0) {
      folders.add(name.slice(0, -1).toLowerCase());
      continue;
    }
    if (names.has(name.toLowerCase())) throw new Malformed(`${name} is there twice`);
    names.add(name.toLowerCase());
    parts.set(name, unpacked);
  }
  // a program that unpacks the folder has no room for the part
  if ([...folders].some(folder => names.has(folder))) throw new Malformed('a folder of the name of a part');
  return parts;
}

function must(sound) {
  if (!sound) throw new Malformed('its directory is not that of its entries');
}

/**
 * The entries; those who read one after the other see the same as those who read the directory: entries fill the file, one
 * directly after the other, and the header of each agrees with the directory.
 */
function directory(view, bytes) {
  const end = view.byteLength - END_LENGTH;
  const start = view.getUint32(end + 16, true);
  must(view.getUint32(end, true) === END && start + view.getUint32(end + 12, true) === end);
  // one disk, no comment
  must(view.getUint32(end + 4, true) === 0 && view.getUint16(end + 20, true) === 0);
  const entries = [];
  for (let at = start; at < end;) {
    must(view.getUint32(at, true) === ENTRY);
    entries.push(entry(view, bytes, at));
    at += ENTRY_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true);
  }
  must(view.getUint16(end + 8, true) === entries.length && view.getUint16(end + 10, true) === entries.length);
  let next = 0;
  for (const one of [...entries].sort((a, b) => a.begin - b.begin)) {
    must(one.begin === next);
    next = one.end;
  }
  must(next === start);
  return entries;
}

function entry(view, bytes, at) {
  const u16 = offset => view.getUint16(offset, true);
  const u32 = offset => view.getUint32(offset, true);
  const slice = (from, length) => {
    if (from + length > bytes.length) throw new RangeError();
    return bytes.subarray(from, from + length);
  };
  const same = (one, other, length) => String(slice(one, length)) === String(slice(other, length));
  const begin = u32(at + 42);
  const flags = u16(at + 8);
  must(u32(begin) === LOCAL && (flags & ~KNOWN_FLAGS) === 0);
  // no comment of its own, on the first disk
  must(u32(at + 32) === 0);
  const nameLength = u16(at + 28);
  const extra = u16(begin + 28);
  // names, flags and method
  must(nameLength === u16(begin + 26) && same(at + ENTRY_LENGTH, begin + LOCAL_LENGTH, nameLength) && u32(at + 8) === u32(begin + 6));
  harmless(u16, at + ENTRY_LENGTH + nameLength, u16(at + 30));
  harmless(u16, begin + LOCAL_LENGTH + nameLength, extra);
  const behind = (flags & DESCRIBED_BEHIND) !== 0;
  must(same(at + 16, begin + 14, SUMS) || (behind && slice(begin + 14, SUMS).every(byte => byte === 0)));
  const from = begin + LOCAL_LENGTH + nameLength + extra;
  const packed = u32(at + 20);
  let next = from + packed;
  if (behind) {
    if (u32(next) === DESCRIPTOR && same(at + 16, next + 4, SUMS)) next += 4;
    must(same(at + 16, next, SUMS));
    next += SUMS;
  }
  return {
    name: new TextDecoder('utf-8', { ignoreBOM: true }).decode(slice(at + ENTRY_LENGTH, nameLength)),
    method: u16(at + 10), crc: u32(at + 16), size: u32(at + 24), data: slice(from, packed), begin, end: next,
  };
}

function harmless(u16, from, length) {
  let at = from;
  while (at < from + length) {
    must(HARMLESS.includes(u16(at)));
    at += 4 + u16(at + 2);
  }
  must(at === from + length);
}

async function inflate(data, limit, name) {
  if (typeof DecompressionStream === 'undefined') throw new Malformed('this browser cannot unpack ZIP files');
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const chunks = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw new Malformed(`${name} cannot be unpacked`);
    });
    if (done) break;
    size += value.length;
    if (size > limit) {
      reader.cancel().catch(() => {});
      throw new Malformed(`${name} does not have the length in the ZIP directory`);
    }
    chunks.push(value);
  }
  const all = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
