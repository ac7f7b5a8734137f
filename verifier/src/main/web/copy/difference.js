/** Where a report differs from its model: the first number, date or paragraph. */

const DATE = /[0-9]{4}-[0-9]{2}-[0-9]{2}( [0-9]{2}:[0-9]{2}(:[0-9]{2})?)?|([0-9]{4}年)?[0-9]{1,2}月([0-9]{1,2}日)?|[0-9]{4}年/g;
const NUMBER = /[0-9]+([.,][0-9]+)*/g;
const SHOWN = 24;

/**
 * The first difference as {what, place, source, expected, found}, or null when both say the same. `what` is number, date,
 * text, added or missing.
 */
export function firstDifference(expected, found) {
  const count = Math.max(expected.length, found.length);
  for (let i = 0; i < count; i++) {
    if (!expected[i]?.is(found[i])) return between(expected, found, i);
  }
  return null;
}

function between(expected, found, i) {
  const wanted = expected[i];
  const there = found[i];
  if (!wanted) return { what: 'added', place: expected[i - 1]?.place ?? {}, expected: '', found: shown(there.text, 0) };
  const missing = !there || expected[i + 1]?.is(there);
  if (missing) return { what: 'missing', place: wanted.place, expected: shown(wanted.text, 0), found: '' };
  if (found[i + 1]?.is(wanted)) {
    return { what: 'added', place: wanted.place, expected: '', found: shown(there.text, 0) };
  }
  if (wanted.text === there.text) return { what: 'cell', place: wanted.place, expected: shown(wanted.text, 0), found: '' };
  let at = 0;
  while (wanted.text[at] === there.text[at]) at++;
  return number(wanted, there, at) ?? token('date', DATE, wanted, there, at) ?? token('number', NUMBER, wanted, there, at)
    ?? { what: 'text', place: wanted.place, expected: shown(wanted.text, at), found: shown(there.text, at) };
}

/** A number or fact of the body, known by its mark. */
function number(wanted, there, at) {
  const mark = wanted.marks.find(m => m.start <= at && (at < m.end || (at === m.end && /[0-9.]/.test(there.text[at] ?? ''))));
  if (!mark) return null;
  const own = there.marks.find(m => m.source === mark.source);
  const end = own ? own.end : there.text.length - (wanted.text.length - mark.end);
  return {
    what: 'number',
    place: wanted.place,
    source: mark.source,
    expected: wanted.text.slice(mark.start, mark.end),
    found: there.text.slice(own ? own.start : mark.start, Math.max(end, at + 1)),
  };
}

/** A date or number by its look: the one at the first difference, on either side. */
function token(what, pattern, wanted, there, at) {
  const [one, other] = [wanted, there].map(block => [...block.text.matchAll(pattern)]
    .find(m => m.index <= at && at <= m.index + m[0].length));
  if (!one || !other || one.index !== other.index || one[0] === other[0]) return null;
  return { what, place: wanted.place, expected: one[0], found: other[0] };
}

const shown = (text, at) => {
  const start = Math.max(0, at - SHOWN / 2);
  return `${start > 0 ? '…' : ''}${text.slice(start, at + SHOWN)}${at + SHOWN < text.length ? '…' : ''}`;
};
