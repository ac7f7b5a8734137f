/** Exact decimal numbers as Java's BigDecimal has them: {digits, scale}, the number digits / 10^scale. */
import { Malformed } from './proof.js';

const DECIMAL = /^(-?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;
// of DECIMAL128
const PRECISION = 34;

const power = n => 10n ** BigInt(n);
const magnitude = n => (n < 0n ? -n : n);

/** Whether a text is a number in plain digits. */
export const isDecimal = text => DECIMAL.test(text);

/** The number that a text writes in plain digits. */
export function decimal(text) {
  const parts = DECIMAL.exec(text);
  if (!parts) throw new Malformed('no number');
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
const aligned = (a, b) => {
  const scale = Math.max(a.scale, b.scale);
  return [scaled(a, scale), scaled(b, scale), scale];
};

export function add(a, b) {
  const [x, y, scale] = aligned(a, b);
  return { digits: x + y, scale };
}

export const negate = ({ digits, scale }) => ({ digits: -digits, scale });
export const subtract = (a, b) => add(a, negate(b));
export const multiply = (a, b) => ({ digits: a.digits * b.digits, scale: a.scale + b.scale });
export const absolute = ({ digits, scale }) => ({ digits: magnitude(digits), scale });

/** Negative, zero or positive as the first is less than, equal to or greater than the second. */
export function compare(a, b) {
  const [x, y] = aligned(a, b);
  return x < y ? -1 : Number(x > y);
}

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

/** A hundred times the number, without decimals that it does not need for that. */
export const hundredfold = ({ digits, scale }) =>
  (scale >= 2 ? { digits, scale: scale - 2 } : { digits: digits * power(2 - scale), scale: 0 });

/** A fraction with so many significant digits, halves to the even neighbour. */
function fraction(numerator, denominator, precision = PRECISION) {
  const sign = (numerator < 0n) === (denominator < 0n) ? 1n : -1n;
  const [n, d] = [magnitude(numerator), magnitude(denominator)];
  if (n === 0n) return { digits: 0n, scale: 0 };
  let scale = precision + String(d).length - String(n).length;
  const at = places => (places >= 0 ? [n * power(places), d] : [n, d * power(-places)]);
  // one digit more or less than that, by which of the two begins with the greater digits
  if (String(at(scale)[0] / at(scale)[1]).length > precision) scale--;
  const [top, bottom] = at(scale);
  let digits = top / bottom;
  const twice = (top % bottom) * 2n;
  if (twice > bottom || (twice === bottom && digits % 2n === 1n)) digits++;
  return scale >= 0 ? { digits: sign * digits, scale } : { digits: sign * digits * power(-scale), scale: 0 };
}

/** The quotient with 34 significant digits; the divisor is not zero. */
export function divide(a, b) {
  const [x, y] = aligned(a, b);
  return fraction(x, y);
}

/** The number with 34 significant digits, or as many as are given. */
export const precise = ({ digits, scale }, precision = PRECISION) => fraction(digits, power(scale), precision);

/** The square root with 34 significant digits, of a number that is not negative. */
export function root({ digits, scale }) {
  if (digits === 0n) return { digits: 0n, scale: 0 };
  // so many digits that what is cut off can only matter by being there
  const more = 2 * PRECISION + 4 + (scale % 2);
  const square = digits * power(more);
  let guess = power(Math.ceil(String(square).length / 2));
  for (let next = (guess + square / guess) / 2n; next < guess; next = (guess + square / guess) / 2n) guess = next;
  const exact = guess * guess === square;
  return precise({ digits: guess * 10n + (exact ? 0n : 1n), scale: (scale + more) / 2 + 1 });
}
