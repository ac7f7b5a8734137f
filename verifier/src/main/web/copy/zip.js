/** Reads a ZIP file whose bytes are not to be trusted. */
import { Malformed } from '../proof.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const STORED = 0;
const DEFLATED = 8;
const MOST_PARTS = 2000;
const MOST_BYTES = 1 << 27;

/** Contents by lower-case name: of a package, names that differ in case alone are the same. */
export async function unzip(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries;
  try {
    entries = directory(view, bytes);
  } catch (e) {
    if (e instanceof RangeError) throw new Malformed('a ZIP file that points beyond its end');
    throw e;
  }
  const parts = new Map();
  let left = MOST_BYTES;
  for (const { name, method, data, size } of entries) {
    if (method !== STORED && method !== DEFLATED) throw new Malformed('a ZIP entry packed in an unknown way');
    if (name.endsWith('/') && size === 0) continue;
    const unpacked = method === STORED ? data : await inflate(data, left, name);
    left -= unpacked.length;
    if (unpacked.length !== size || left < 0) throw new Malformed(`${name} is not as long as the ZIP file says`);
    if (parts.has(name)) throw new Malformed(`${name} is there twice`);
    parts.set(name, unpacked);
  }
  return parts;
}

/** The entries; programs that read one after the other must see the same as those that read the directory. */
function directory(view, bytes) {
  const end = view.byteLength - END_LENGTH;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const start = at;
  if (view.getUint32(end, true) !== END || start + view.getUint32(end + 12, true) !== end || count > MOST_PARTS) {
    throw new Malformed('its directory is not that of its entries');
  }
  const entries = [];
  while (at < end) {
    const nameLength = view.getUint16(at + 28, true);
    const offset = view.getUint32(at + 42, true);
    const packedSize = view.getUint32(at + 20, true);
    const begin = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    const name = bytes.subarray(at + 46, at + 46 + nameLength);
    const local = bytes.subarray(offset + 30, offset + 30 + view.getUint16(offset + 26, true));
    // flags and method too: else one unpacks what another takes as it is
    const packing = view.getUint32(at + 8, true) === view.getUint32(offset + 6, true);
    if (view.getUint32(at, true) !== ENTRY || view.getUint32(offset, true) !== LOCAL || String(name) !== String(local) || !packing) {
      throw new Malformed('a ZIP file with a broken directory');
    }
    entries.push({
      name: new TextDecoder().decode(name).toLowerCase(),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      offset,
      end: begin + packedSize,
      data: bytes.subarray(begin, begin + packedSize),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  // directly behind one another, or with the lengths between that follow what was packed in one go
  const behind = (next, last) => next === last || (last > 0 && (next === last + 12 || next === last + 16));
  const ends = [...entries].sort((a, b) => a.offset - b.offset).reduce((last, entry) => (behind(entry.offset, last) ? entry.end : NaN), 0);
  if (!behind(start, ends) || entries.length !== count) throw new Malformed('its directory is not that of its entries');
  return entries;
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
      throw new Malformed(`${name} has more than ${limit} bytes`);
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
