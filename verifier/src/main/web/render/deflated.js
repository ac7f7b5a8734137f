/**
 * DEFLATE (RFC 1951) in one block with the fixed codes. It packs less tightly than zlib, but its bytes are the same in every
 * runtime, so that a report's file can be made again byte for byte.
 */

const WINDOW = 1 << 15;
const SHORTEST = 4;
const LONGEST = 258;
const HASH_BITS = 15;
const END_OF_BLOCK = 256;

/** The packed bytes. */
export function deflated(bytes) {
  const out = new Bits(bytes.length);
  const last = new Int32Array(1 << HASH_BITS).fill(-1);
  const enter = at => {
    const four = bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
    const slot = Math.imul(four, 0x9e3779b1) >>> (32 - HASH_BITS);
    const before = last[slot];
    last[slot] = at;
    return before;
  };
  out.bits(0b011, 3);
  for (let at = 0; at < bytes.length;) {
    const hashed = at + SHORTEST <= bytes.length;
    const before = hashed ? enter(at) : -1;
    const length = before < 0 || at - before > WINDOW ? 0 : common(bytes, before, at);
    if (length < SHORTEST) {
      out.symbol(bytes[at]);
      at++;
    } else {
      out.length(length);
      out.distance(at - before);
      for (let i = at + 1; i < at + length && i + SHORTEST <= bytes.length; i++) enter(i);
      at += length;
    }
  }
  out.symbol(END_OF_BLOCK);
  return out.bytes();
}

/** How many bytes agree. */
function common(bytes, before, at) {
  const most = Math.min(LONGEST, bytes.length - at);
  let length = 0;
  while (length < most && bytes[before + length] === bytes[at + length]) length++;
  return length;
}

class Bits {
  constructor(expected) {
    this.out = new Uint8Array(expected + 16);
    this.size = 0;
    this.held = 0;
    this.count = 0;
  }

  /** Least bit first. */
  bits(value, count) {
    this.held |= value << this.count;
    this.count += count;
    while (this.count >= 8) this.flush();
  }

  flush() {
    if (this.size === this.out.length) {
      const wider = new Uint8Array(2 * this.size);
      wider.set(this.out);
      this.out = wider;
    }
    this.out[this.size++] = this.held & 0xff;
    this.held >>>= 8;
    this.count -= 8;
  }

  /** A Huffman code, highest bit first. */
  code(code, count) {
    let turned = 0;
    for (let i = 0; i < count; i++) turned |= ((code >>> i) & 1) << (count - 1 - i);
    this.bits(turned, count);
  }

  symbol(symbol) {
    if (symbol < 144) this.code(0x30 + symbol, 8);
    else if (symbol < 256) this.code(0x190 + symbol - 144, 9);
    else if (symbol < 280) this.code(symbol - 256, 7);
    else this.code(0xc0 + symbol - 280, 8);
  }

  length(length) {
    if (length === LONGEST) {
      this.symbol(285);
      return;
    }
    const over = length - 3;
    const extra = Math.max(0, 29 - Math.clz32(over));
    this.symbol(257 + 4 * extra + (over >>> extra));
    this.bits(over & ((1 << extra) - 1), extra);
  }

  distance(distance) {
    const over = distance - 1;
    const extra = Math.max(0, 30 - Math.clz32(over));
    this.code(2 * extra + (over >>> extra), 5);
    this.bits(over & ((1 << extra) - 1), extra);
  }

  bytes() {
    if (this.count > 0) {
      this.count = Math.max(this.count, 8);
      this.flush();
    }
    return this.out.slice(0, this.size);
  }
}
