/** Exact rational numbers {above, below} in lowest terms. Only a root that is no rational number is cut, at 40 decimals. */
import { NoValue } from './novalue.js';

const MOST_BITS = 65536n;
const ROOT_DECIMALS = 40;

export const ZERO = { above: 0n, below: 1n };

const magnitude = n => (n < 0n ? -n : n);

function divisor(a, b) {
  let [x, y] = [magnitude(a), magnitude(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The number above / below. */
export function rational(above, below) {
  if (below === 0n) throw new NoValue('除数为零');
  const common = below < 0n ? -divisor(above, below) : divisor(above, below);
  const number = { above: above / common, below: below / common };
  if (magnitude(number.above) >> MOST_BITS !== 0n || number.below >> MOST_BITS !== 0n) throw new NoValue('数值超出测算范围');
  return number;
}

/** A decimal number {digits, scale}. */
export const ofDecimal = ({ digits, scale }) => rational(digits, 10n ** BigInt(scale));
export const add = (a, b) => rational(a.above * b.below + b.above * a.below, a.below * b.below);
export const negate = a => ({ above: -a.above, below: a.below });
export const multiply = (a, b) => rational(a.above * b.above, a.below * b.below);
export const divide = (a, b) => rational(a.above * b.below, a.below * b.above);

/** -1n, 0n or 1n. */
export const sign = ({ above }) => (above < 0n ? -1n : above > 0n ? 1n : 0n);

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export const compare = (a, b) => Number(sign({ above: a.above * b.below - b.above * a.below }));

/** The number as a decimal with so many decimals, halves to the greater magnitude. */
export function rounded({ above, below }, decimals) {
  const twice = magnitude(above) * 10n ** BigInt(decimals) * 2n;
  const digits = (twice + below) / (below * 2n);
  return { digits: above < 0n ? -digits : digits, scale: decimals };
}

/** The greatest decimal of so many decimals that is not greater. */
export function floor({ above, below }, decimals) {
  const scaled = above * 10n ** BigInt(decimals);
  const digits = scaled / below;
  return { digits: scaled < 0n && digits * below !== scaled ? digits - 1n : digits, scale: decimals };
}

/** The least decimal of so many decimals that is not less. */
export function ceiling(number, decimals) {
  const { digits, scale } = floor(negate(number), decimals);
  return { digits: -digits, scale };
}

/** The square root. */
export function root({ above, below }) {
  if (above < 0n) throw new NoValue('负数没有平方根');
  const [top, bottom] = [whole(above), whole(below)];
  if (top * top === above && bottom * bottom === below) return rational(top, bottom);
  const power = 10n ** BigInt(ROOT_DECIMALS);
  return rational(whole((above * power * power) / below), power);
}

/** The greatest whole number whose square is not greater. */
function whole(square) {
  if (square === 0n) return 0n;
  let guess = 1n << BigInt(Math.ceil(square.toString(2).length / 2));
  for (let next = (guess + square / guess) / 2n; next < guess; next = (guess + square / guess) / 2n) guess = next;
  return guess;
}
