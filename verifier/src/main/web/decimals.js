/** Exact decimal numbers as Java's BigDecimal has them: {digits, scale}, the number digits / 10^scale. */
import { Malformed } from './proof.js';

const DECIMAL = /^(-?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;

const power = n => 10n ** BigInt(n);
const magnitude = n => (n < 0n ? -n : n);

/** Whether a text is a number in plain digits. */
export const isDecimal = text => DECIMAL.test(text);

/** The number that a text writes in plain digits. */
export function decimal(text) {
  const parts = DECIMAL.exec(text);
  if (!parts) throw new Malformed('not a number');
  const [, sign, whole, fraction = ''] = parts;
  return { digits: BigInt(`${sign}${whole}${fraction}`), scale: fraction.length };
}

/** The number in plain digits. */
export function plain({ digits, scale }) {
  const all = String(magnitude(digits)).padStart(scale + 1, '0');
  const text = scale === 0 ? all : `${all.slice(0, -scale)}.${all.slice(-scale)}`;
  return digits < 0n ? `-${text}` : text;
}

const scaled = ({ digits, scale }, to) => digits * power(to - scale);

export function subtract(a, b) {
  const scale = Math.max(a.scale, b.scale);
  return { digits: scaled(a, scale) - scaled(b, scale), scale };
}

export const isNegative = ({ digits }) => digits < 0n;

export const absolute = ({ digits, scale }) => ({ digits: magnitude(digits), scale });

/** Whether the number is in a range of a framework, whose ends may be missing. */
export const isWithin = (number, min, max) =>
  (min === undefined || !isNegative(subtract(number, decimal(min)))) && (max === undefined || !isNegative(subtract(decimal(max), number)));

export const isZero = ({ digits }) => digits === 0n;

/** The number with at least so many decimals. */
export const padded = (number, decimals) => (number.scale < decimals ? { digits: scaled(number, decimals), scale: decimals } : number);

/** The number with exactly so many decimals, halves away from zero. */
export function rounded(number, decimals) {
  if (number.scale <= decimals) return padded(number, decimals);
  const unit = power(number.scale - decimals);
  const half = number.digits < 0n ? -unit / 2n : unit / 2n;
  return { digits: (number.digits + half) / unit, scale: decimals };
}

/** The number times a power of ten. */
export const shifted = ({ digits, scale }, by) =>
  (scale >= by ? { digits, scale: scale - by } : { digits: digits * power(by - scale), scale: 0 });

/** The number without zeros at the end of its decimals. */
export function stripped({ digits, scale }) {
  let number = { digits, scale };
  while (number.scale > 0 && number.digits % 10n === 0n) number = { digits: number.digits / 10n, scale: number.scale - 1 };
  return number;
}

/** A hundred times the number, without decimals that it does not need for that. */
export const hundredfold = ({ digits, scale }) =>
  (scale >= 2 ? { digits, scale: scale - 2 } : { digits: digits * power(2 - scale), scale: 0 });
