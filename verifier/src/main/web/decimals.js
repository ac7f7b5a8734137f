/** Exact numbers as texts. */

const DECIMAL = /^(-?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;
const PLACES = 40;

/** The number times 10^40, or null where the text is no number in plain digits. */
function exact(text) {
  const parts = DECIMAL.exec(text);
  if (!parts) return null;
  const [, sign, whole, fraction = ''] = parts;
  const value = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return sign ? -value : value;
}

/** Whether both are the same number, whatever their decimals. */
export function sameNumber(one, other) {
  const value = exact(one);
  return value !== null && value === exact(other);
}

/** Whether the difference of the first two is the third. */
export function isDifference(one, other, difference) {
  const [a, b, c] = [one, other, difference].map(exact);
  return a !== null && b !== null && c !== null && a - b === c;
}
