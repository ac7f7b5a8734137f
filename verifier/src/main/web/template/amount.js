/**
 * What expressions compute with: {number, bound}, a rational number that is exact, or the bound AT_LEAST or AT_MOST of one. A
 * result is a bound where its direction follows from the operands; where it does not, there is no value.
 */
import { decimal } from '../decimals.js';
import { NoValue } from './novalue.js';
import * as rational from './rational.js';

export const AT_LEAST = 'AT_LEAST';
const AT_MOST = 'AT_MOST';
const PREFIXES = { [AT_LEAST]: '至少', [AT_MOST]: '至多' };

export const ZERO = { number: rational.ZERO };
export const exact = number => ({ number });

/** The amount of a number in plain digits. */
export const amount = (text, bound) => ({ number: rational.ofDecimal(decimal(text)), bound });

/** The word before a number of that bound. */
export const prefix = bound => PREFIXES[bound] ?? '';

const sign = ({ number }) => rational.sign(number);
const undecided = () => new NoValue('所依据的下限或上限不足以得出结果');
const opposite = bound => bound && (bound === AT_LEAST ? AT_MOST : AT_LEAST);

function common(one, other) {
  if (one && other && one !== other) throw undecided();
  return one ?? other;
}

/** An amount multiplied or divided by an exact factor, where that gives `number`. */
const scaled = (number, factor, bound) => {
  if (factor === 0n) return ZERO;
  return { number, bound: factor > 0n ? bound : opposite(bound) };
};

export const negate = ({ number, bound }) => ({ number: rational.negate(number), bound: opposite(bound) });
export const add = (a, b) => {
  const number = rational.add(a.number, b.number);
  return { number, bound: common(a.bound, b.bound) };
};
export const subtract = (a, b) => add(a, negate(b));

export function multiply(a, b) {
  const number = rational.multiply(a.number, b.number);
  if (!a.bound) return scaled(number, sign(a), b.bound);
  if (!b.bound) return scaled(number, sign(b), a.bound);
  if (a.bound === AT_LEAST && b.bound === AT_LEAST && sign(a) >= 0n && sign(b) >= 0n) return { number, bound: AT_LEAST };
  throw undecided();
}

export function divide(a, b) {
  if (!b.bound) return scaled(rational.divide(a.number, b.number), sign(b), a.bound);
  if (b.bound === AT_MOST || sign(b) <= 0n) throw undecided();
  if (sign(a) === 0n && !a.bound) return ZERO;
  // a greater divisor takes the quotient towards zero
  const towardsZero = sign(a) > 0n ? AT_MOST : AT_LEAST;
  if (a.bound && a.bound !== towardsZero) throw undecided();
  return { number: rational.divide(a.number, b.number), bound: towardsZero };
}

export function absolute(a) {
  if (!a.bound) return sign(a) < 0n ? negate(a) : a;
  const positive = a.bound === AT_LEAST ? a : negate(a);
  if (sign(positive) < 0n) throw undecided();
  return positive;
}

export function least(a, b) {
  const bound = common(a.bound, b.bound);
  const one = rational.compare(a.number, b.number) <= 0 ? a : b;
  return bound === AT_MOST ? { number: one.number, bound } : one;
}

export const greatest = (a, b) => negate(least(negate(a), negate(b)));

/** With so many decimals, halves to the greater magnitude. */
export const rounded = ({ number, bound }, decimals) => ({ number: rational.ofDecimal(rational.rounded(number, decimals)), bound });

/** The decimal that is printed with so many decimals: a bound is rounded in its direction, so that it stays true. */
export function printed({ number, bound }, decimals) {
  if (!bound) return rational.rounded(number, decimals);
  return bound === AT_LEAST ? rational.floor(number, decimals) : rational.ceiling(number, decimals);
}

/** Whether the order of two amounts, negative, zero or positive, satisfies a condition. */
export function compares(a, b, holds) {
  const difference = subtract(a, b);
  const order = Number(sign(difference));
  const end = { [AT_LEAST]: 1, [AT_MOST]: -1 }[difference.bound] ?? order;
  const result = holds(order);
  for (let possible = Math.min(order, end); possible <= Math.max(order, end); possible++) {
    if (holds(possible) !== result) throw undecided();
  }
  return result;
}
