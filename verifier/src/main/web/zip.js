/** Reads one entry of a ZIP file whose bytes are not to be trusted. */
import { Malformed } from './proof.js';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;

/** The entry of that name; no more than `limit` bytes are ever unpacked. */
export async function unzip(bytes, name, limit) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entry = find(view, bytes, name);
    if (entry.size > limit) throw new Malformed(`${name} has more than ${limit} bytes`);
    const data = packed(view, bytes, entry);
    const unpacked = entry.method === STORED ? data : await inflate(data, limit, name);
    if (unpacked.length !== entry.size) throw new Malformed(`${name} is not as long as the ZIP file says`);
    return unpacked;
  } catch (e) {
    if (e instanceof RangeError) throw new Malformed('a ZIP file that points beyond its end');
    throw e;
  }
}

function find(view, bytes, name) {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let found = null;
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Malformed('a ZIP file with a broken directory');
    const nameLength = view.getUint16(at + 28, true);
    const start = at + 46;
    if (new TextDecoder().decode(bytes.subarray(start, start + nameLength)) === name) {
      if (found) throw new Malformed(`${name} is there twice`);
      found = {
        method: view.getUint16(at + 10, true),
        packedSize: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      };
    }
    at = start + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  if (!found) throw new Malformed(`no ${name} in it`);
  return found;
}

function endOf(view) {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Malformed('no ZIP file');
}

function packed(view, bytes, { method, packedSize, offset }) {
  if (method !== STORED && method !== DEFLATED) throw new Malformed('a ZIP entry packed in an unknown way');
  if (view.getUint32(offset, true) !== LOCAL) throw new Malformed('a ZIP file with a broken entry');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw new Malformed('a ZIP file that points beyond its end');
  return bytes.subarray(start, start + packedSize);
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
