/** Which unit a text that follows a number gives it. */

const PEOPLE = ['人', '位', '名'];
const ITEMS = ['项', '条'];
/** All units but none. */
export const UNITS = ['%', '元', '万元', '亿元', '元/生·年', ...PEOPLE, '人次', '人/班', '所', '家', '个', ...ITEMS, '份', '对', '类', '张', '分', '年'];

// magnitudes and parts of units
const PART = /^[%％‰十百千万亿兆元余]/;

/** Whether a text that follows a number begins with a unit, a magnitude or a part of a unit. */
export const beginsWithUnit = text => PART.test(text) || UNITS.some(unit => text.startsWith(unit));

/**
 * The unit as the text writes it, where the longest unit that it begins with is this one, another word for the same thing, or
 * what it counts of a ratio; else undefined.
 */
export function given(unit, text) {
  if (unit === '') return undefined;
  const found = UNITS.filter(one => text.startsWith(one)).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  const same = found === unit || (found !== '' && unit.startsWith(`${found}/`)) || [PEOPLE, ITEMS].some(words => words.includes(unit) && words.includes(found));
  return same ? found : undefined;
}
