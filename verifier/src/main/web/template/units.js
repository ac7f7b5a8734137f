/** The enumerated units: org.dutyledger.indicators.Unit. */

const PEOPLE = ['人', '位', '名'];
const ITEMS = ['项', '条'];
const COUNTING = [...PEOPLE, '人次', '所', '家', '个', ...ITEMS, '份', '对', '类', '张'];
const MONEY = ['元', '万元', '亿元', '元/生·年'];
/** All units but none. */
export const UNITS = ['%', '元', '万元', '亿元', '元/生·年', ...PEOPLE, '人次', '人/班', '所', '家', '个', ...ITEMS, '份', '对', '类', '张', '分', '年'];

/** Whether it counts things one by one; such a number has no decimals. */
export const counts = unit => COUNTING.includes(unit);

export const isMoney = unit => MONEY.includes(unit);

/** Whether numbers in the two units may be added and compared as they are: 个 goes with whatever is counted. */
export const addable = (a, b) => isSame(a, b) || (counts(a) && counts(b) && [a, b].includes('个'));

const isSame = (a, b) => a === b || [PEOPLE, ITEMS].some(words => words.includes(a) && words.includes(b));

// magnitudes and parts of units
const PART = /^[%％‰十百千万亿兆元余]/;

/** Whether a text that follows a number begins with a unit, a magnitude or a part of a unit. */
export const beginsWithUnit = text => PART.test(text) || UNITS.some(unit => text.startsWith(unit));

/** Whether a text directly behind a unit makes another one of it: 人 and 次. */
export const isExtended = (unit, text) => unit !== '' && UNITS.some(one => one.length > unit.length && (unit + text).startsWith(one));

/**
 * The unit as the text writes it, where the longest unit that it begins with is this one, another word for the same thing, or
 * what it counts of a ratio; else undefined.
 */
export function given(unit, text) {
  if (unit === '') return undefined;
  // an input method for Chinese gives the wide sign
  const plain = text.startsWith('％') ? '%' : text;
  const found = UNITS.filter(one => plain.startsWith(one)).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return isSame(found, unit) || (found !== '' && unit.startsWith(`${found}/`)) ? found : undefined;
}
