/** A ZIP file whose bytes depend on nothing but its entries. */
import { deflated } from './deflated.js';

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const DEFLATED = 8;
// 1980-01-01
const DATE = 0x21;

const TABLE = Int32Array.from({ length: 256 }, (_, i) => {
  let crc = i;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});

/** CRC-32 of the bytes, as ZIP files have it. */
export function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) crc = (crc >>> 8) ^ TABLE[(crc ^ byte) & 0xff];
  return ~crc >>> 0;
}

/** The file of [name, bytes]s, in their order; names are ASCII. */
export function zipped(parts) {
  const file = [];
  const directory = [];
  let at = 0;
  for (const [name, content] of parts) {
    const data = deflated(content);
    const letters = Uint8Array.from(name, c => c.charCodeAt(0));
    const described = [[VERSION, 2], [0, 2], [DEFLATED, 2], [0, 2], [DATE, 2], [crc32(content), 4], [data.length, 4], [content.length, 4],
      [letters.length, 2], [0, 2]];
    const local = [fields([[LOCAL, 4], ...described]), letters, data];
    directory.push(fields([[ENTRY, 4], [VERSION, 2], ...described, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]]), letters);
    file.push(...local);
    at += length(local);
  }
  const size = length(directory);
  const end = fields([[END, 4], [0, 2], [0, 2], [parts.length, 2], [parts.length, 2], [size, 4], [at, 4], [0, 2]]);
  return joined([...file, ...directory, end]);
}

const length = chunks => chunks.reduce((sum, chunk) => sum + chunk.length, 0);

function joined(chunks) {
  const all = new Uint8Array(length(chunks));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** [number, width]s, least byte first. */
function fields(list) {
  return Uint8Array.from(list.flatMap(([number, width]) => Array.from({ length: width }, (_, i) => (number >>> (8 * i)) & 0xff)));
}
