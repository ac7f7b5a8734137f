/** How the report sets Chinese text: punctuation, numerals, and submitted texts with their placeholders. */
import { printable } from './repertoire.js';
import { patternOf, PLACEHOLDER as PRINTED, typedIn } from './typed.js';
import { isExtended, UNITS } from './units.js';

const HALF = ',;:?!()';
const FULL = '，；：？！（）';
const SPACES = ' \t\u00a0\u3000';
const NUMERALS = '〇一二三四五六七八九';
const LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const PLACEHOLDER = /\{\{ *([A-Za-z0-9_]+) *\}\}/;
// in a line, the place of a number without a unit; PRINTED is that of a number with its unit
const PURE = '0';
// how many characters beside a number decide
const CONTEXT = 24;
const ending = kind => new RegExp(`${patternOf(kind)}$`, 'u');
const beginning = kind => new RegExp(`^${patternOf(kind)}`, 'u');
const BEFORE = ending('before');
const BEGUN = ending('begun');
const UNIT_BEFORE = ending('unit');
const BEHIND = beginning('behind');
const BEHIND_PURE = beginning('pure');
const COUNTED = beginning('counted');
const AMOUNT = beginning('amount');
const JOINT = new RegExp(patternOf('joint'), 'u');
const LAST_DIGIT = ending('last');
const ENDS_IN_A_NUMBER = ending('ends');
const BEGINS_WITH_A_NUMBER = beginning('begins');
// what Java calls white space: no-break spaces are none
const WHITE = '[\\t-\\r \\x1c-\\x1f\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]*';
const ENDS = new RegExp(`^${WHITE}|${WHITE}$`, 'g');

/** Whether a text is a date of the calendar as documents write it: 2016年, 2016年6月, 2016年6月3日. */
export function isDate(text) {
  const [, year, month = 1, day = 1] = /^([1-9]\d{3})年(?:([1-9]\d?)月(?:([1-9]\d?)日)?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === Number(day);
}

/** The place of a number in a line, by its unit. */
export const placeOf = unit => (unit === '' ? PURE : PRINTED);

/** Whether a number without or with a unit may be printed at a place of a line, where one character is for it. */
export function mayStand(line, place, unit) {
  const pure = unit === '';
  const before = line.slice(Math.max(0, place - CONTEXT), place);
  return before === '' || (BEFORE.test(before) && !BEGUN.test(before) && !(pure && UNIT_BEFORE.test(before)));
}

/** Whether a line may go on from a place on behind a number of a unit, which is empty for a pure number. */
export function mayPrecede(line, place, unit) {
  const behind = line.slice(place, place + CONTEXT);
  if (behind === '') return true;
  return unit === '' ? BEHIND_PURE.test(behind) && !COUNTED.test(behind) && !AMOUNT.test(behind)
    : BEHIND.test(behind) && !COUNTED.test(behind) && !isExtended(unit, behind);
}

const isWide = c => /^\p{Ideographic}$/u.test(c) || (c >= '\u3000' && c <= '\u303f') || (c >= '\uff00' && c <= '\uffef') || '“”—…'.includes(c);

/** As it is printed, with full-width punctuation next to Chinese; `before` and `after` say whether something wide is directly beside the text. */
export function normalised(submitted, before = false, after = false) {
  const text = printable(submitted);
  let out = '';
  let open = false;
  let next = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const left = out === '' ? before : isWide(out.at(-1));
    // found once for a run of blanks
    if (next <= i) {
      next = i + 1;
      while (next < text.length && SPACES.includes(text[next])) next++;
    }
    const right = next < text.length ? isWide(text[next]) : after;
    const half = HALF.indexOf(c);
    if (half >= 0 && (left || right)) out += FULL[half];
    else if (c === '.' && left && (right || i + 1 === text.length)) out += '。';
    else if (c === '"' && (left || right)) {
      out += open ? '”' : '“';
      open = !open;
    } else if (SPACES.includes(c)) {
      if (!left && !right && out !== '' && i + 1 < text.length) out += ' ';
    } else out += c;
  }
  return out;
}

/** 一 to 九十九. */
export function numeral(n) {
  const ones = n % 10 === 0 ? '' : NUMERALS[n % 10];
  return n < 10 ? ones : `${n < 20 ? '' : NUMERALS[Math.floor(n / 10)]}十${ones}`;
}

/** Each digit by its Chinese sign. */
export const spelled = text => text.replace(/\p{Nd}/gu, c => NUMERALS[digit(c)]);

/** Decimal digits come in runs of ten. */
function digit(c) {
  let zero = c.codePointAt(0);
  while (/^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero--;
  return (c.codePointAt(0) - zero) % 10;
}

/** Whether there is nothing but white space. */
export const isBlank = text => text.replace(ENDS, '') === '';

/** The paragraphs of a submitted text as pieces {text, placeholder}. */
export function narrative(text) {
  return text.split(LINE).map(line => line.replace(ENDS, '')).filter(line => line !== '').map(line => line.split(PLACEHOLDER)
    .map((piece, i) => ({ text: piece, placeholder: i % 2 === 1 })).filter(piece => piece.placeholder || piece.text !== ''));
}

/**
 * The runs of one paragraph. `fill` gives {runs, unit, taken} of a placeholder, knowing the text that follows: a number with its
 * unit, empty for a pure one, and how many characters of that text the runs hold already; no unit where there is no number. A
 * number beside which something is printed that could change it is set apart by a mark.
 */
export function runsOf(pieces, fill) {
  const filled = filledIn(pieces, fill);
  const runs = [];
  const line = filled.map(markOf).join('');
  let place = 0;
  filled.forEach((next, i) => {
    const last = filled[i - 1] ?? { runs: [] };
    const before = line.slice(Math.max(0, place - CONTEXT), place);
    const behind = line.slice(place, place + CONTEXT);
    if (isNumber(last) && !mayPrecede(line, place, last.unit)) {
      runs.push({ kind: 'MISSING', text: last.unit === '' ? '〔无单位〕' : '〔数字相连〕' });
    } else if ((isNumber(next) && !mayStand(line, place, next.unit))
        || (isFact(next) && isContinued(before, printedIn(next.runs))) || (isFact(last) && isCounted(printedIn(last.runs), behind))) {
      runs.push({ kind: 'MISSING', text: '〔数字相连〕' });
    }
    next.runs.forEach(run => add(run, runs));
    place += markOf(next).length;
  });
  return runs;
}

/** Every piece with its runs; what a number already holds of the text after it is left out there. */
function filledIn(pieces, fill) {
  const texts = pieces.map(({ text, placeholder }, i) => (placeholder ? PRINTED : normalised(text, i > 0, i + 1 < pieces.length)));
  const line = texts.join('');
  const typed = typedIn(line);
  let at = 0;
  let taken = 0;
  return pieces.map(({ text, placeholder }, i) => {
    const to = at + texts[i].length;
    const textFollows = pieces[i + 1]?.placeholder === false;
    const next = placeholder ? fill(text, textFollows ? texts[i + 1] : '') : { runs: runsBetween(line, at + taken, to, typed), taken: 0 };
    at = to;
    taken = next.taken;
    return next;
  });
}

const isFact = ({ runs }) => runs.length === 1 && runs[0].kind === 'FACT';

const isNumber = ({ unit }) => unit !== undefined;

const markOf = one => (isNumber(one) ? placeOf(one.unit) : printedIn(one.runs));

/** Whether a fact would be read as one number with the line before it: 三百 and 五十七人. */
const isContinued = (before, fact) => ENDS_IN_A_NUMBER.test(before) && BEGINS_WITH_A_NUMBER.test(fact);

/** Whether a fact ends in a number that the text behind it would continue or give a unit: 18870 and 册. */
function isCounted(fact, behind) {
  const last = LAST_DIGIT.exec(fact);
  if (last) return COUNTED.test(last[1] + behind) || (last[1] === '' && !JOINT.test(fact + PRINTED + behind));
  return ENDS_IN_A_NUMBER.test(fact) && (BEGINS_WITH_A_NUMBER.test(behind) || UNITS.some(unit => unit !== '年' && behind.startsWith(unit)));
}

const printedIn = runs => runs.map(run => run.text).join('');

/** Adds a run; text behind text is one run. */
function add(run, runs) {
  const last = runs.at(-1);
  if (run.kind === 'TEXT' && last?.kind === 'TEXT') runs[runs.length - 1] = { kind: 'TEXT', text: last.text + run.text };
  else if (run.kind !== 'TEXT' || run.text !== '') runs.push(run);
}

/** The runs of a text that is printed alone. */
export const textRuns = text => runsBetween(text, 0, text.length, typedIn(text));

/** Text runs of a part of a line, whose numbers are taken from `typed`; a statistic is not printed but pointed out. */
function runsBetween(line, from, to, typed) {
  const runs = [];
  let at = from;
  while (typed[0]?.to <= to) {
    const one = typed.shift();
    if (one.from < at) continue;
    add({ kind: 'TEXT', text: line.slice(at, one.from) }, runs);
    runs.push(one.literal ? { kind: 'LITERAL', text: line.slice(one.from, one.to) } : { kind: 'MISSING', text: '〔无来源数字〕' });
    at = one.to;
  }
  add({ kind: 'TEXT', text: line.slice(at, to) }, runs);
  return runs;
}
