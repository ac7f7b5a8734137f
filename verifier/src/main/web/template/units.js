/** Which unit a text that follows a number gives it. */

const PEOPLE = ['人', '位', '名'];
const ITEMS = ['项', '条'];
const UNITS = ['%', '元', '万元', '亿元', '元/生·年', ...PEOPLE, '人次', '人/班', '所', '家', '个', ...ITEMS, '份', '对', '类', '张', '分', '年'];
const NOT_PURE = /^[（(]?(?:[余多几来]?[%％‰十百千万亿兆元]|个[万亿])/;

/**
 * Whether the longest unit that the text begins with is this one, another word for the same thing, or what it counts of a
 * ratio; for a pure number, whether the text gives it no magnitude, percent sign or money.
 */
export function begins(unit, text) {
  if (unit === '') return !NOT_PURE.test(text);
  if (!UNITS.includes(unit)) return text.startsWith(unit);
  const given = UNITS.filter(one => text.startsWith(one)).reduce((longest, one) => (one.length > longest.length ? one : longest), '');
  return given === unit || (given !== '' && unit.startsWith(`${given}/`)) || [PEOPLE, ITEMS].some(words => words.includes(unit) && words.includes(given));
}
