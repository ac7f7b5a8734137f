/** How the report sets Chinese text: punctuation, numerals, and submitted texts with their placeholders. */
import { printable } from './repertoire.js';
import { PLACEHOLDER as PRINTED, typedIn } from './typed.js';
import { isExtended, UNITS } from './units.js';

const HALF = ',;:?!()';
const FULL = '，；：？！（）';
const SPACES = ' \t\u00a0\u3000';
const NUMERALS = '〇一二三四五六七八九';
const LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const PLACEHOLDER = /\{\{ *([A-Za-z0-9_]+) *\}\}/;
// what may be printed directly beside a number
const PUNCTUATION = '，。；：、！？（）《》〈〉“”‘’…【】〔〕';
const MAGNITUDES = '十百千万亿兆拾佰仟萬億';
const COUNTING = `〇○零一二三四五六七八九两壹贰叁肆伍陆柒捌玖廿卅卌仨俩貳參陸${MAGNITUDES}`;
const HAN = '[\\u3400-\\u4db5\\u4e00-\\u9fef]';
const OPENING = '（《〈“‘【〔';
const CLOSING = '）》〉”’】〕';
// what the number before it counts or measures, beyond the units of figures
const MEASURES = '元人名位所次个册台间亩辆座套件项条份对张倍户班吨米';
// from one number to another; behind a word it would be read as a minus
const BETWEEN = ['—', '～'];
const BEFORE = new RegExp(`(?:[${PUNCTUATION}]|——|(?![${COUNTING}负第])${HAN})$`, 'u');
// what a number would be a part of, also behind brackets and quotation marks: 三百, 三点, 三百余, 第, 负
const BEGUN = new RegExp(`(?:[${COUNTING}负第]|[${COUNTING}][点余多])[${OPENING}]*$`, 'u');
// how many characters before a number are looked at, within its clause
const CLAUSE = 20;
const CLAUSE_ENDS = /[，。；、！？]/;
// what gives the pure number behind it a unit: （单位：亿元）
const UNIT_SIGN = /[%％‰]|[万亿]元|单位：/;
// behind a bracket or quotation mark that closes, what counts would count the number: （357人）次
const BEHIND = new RegExp(`^(?:$|(?![${CLOSING}]+(?:[${MAGNITUDES}${MEASURES}%％‰]|平方|公里|公顷|学时|课时|小时|美元))(?:[${PUNCTUATION}—～]|(?![${MAGNITUDES}余多月点]|分之|之一|民币|百分|小时|工作日|学时|课时)${HAN}))`, 'u');
const BEHIND_PURE = new RegExp(`^(?:$|[${CLOSING}]+(?:$|[，。；：、！？…—和与及或])|[，。；、！？…和与及或的]`
  + `|(?:下降|上升|降低|提高|低于|高于|小于|大于|优于|达到|符合)(?![${MAGNITUDES}])|[至到]${PRINTED})`, 'u');
const ENDS_IN_DIGIT = /(?!〇)\p{N}$/u;
const ENDS_IN_A_NUMBER = new RegExp(`(?:(?!〇)\\p{N}|[${COUNTING}]点?|分之)$`, 'u');
const BEGINS_WITH_A_NUMBER = new RegExp(`^(?:(?!〇)\\p{N}|[${COUNTING}余多%％‰])`, 'u');
// behind a digit at the end of a fact; any other word could be what is counted
const BEHIND_DIGIT = new RegExp(`^(?:$|[年月日号]|(?![${OPENING}])[${PUNCTUATION}])`, 'u');
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

/** Of a line so far, the characters that decide about what is printed next. */
export const endOf = line => line.slice(-CLAUSE);

/** Whether a text directly behind a number and its unit is a dash, which leads to the next number. */
export const isBetween = text => BETWEEN.includes(text);

/** Whether a number may be printed behind this end of a line, which is empty at its beginning and has a mark for a number. */
export function mayFollow(before, pure) {
  const clause = before.split(CLAUSE_ENDS).at(-1);
  return before === '' || (BEFORE.test(before) && !BEGUN.test(before) && !clause.includes('分之') && !(pure && UNIT_SIGN.test(clause)));
}

/** Whether this text may be printed behind a number and its unit; a pure number has none. */
export const mayPrecede = (behind, pure) => (pure ? BEHIND_PURE : BEHIND).test(behind);

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
  const texts = pieces.map(({ text, placeholder }, i) => (placeholder ? PRINTED : normalised(text, i > 0, i + 1 < pieces.length)));
  const line = texts.join('');
  const typed = typedIn(line);
  const runs = [];
  let at = 0;
  let before = { runs: [], taken: 0 };
  let between = false;
  let end = '';
  pieces.forEach(({ text, placeholder }, i) => {
    const to = at + texts[i].length;
    const textFollows = pieces[i + 1]?.placeholder === false;
    const next = placeholder ? fill(text, textFollows ? texts[i + 1] : '') : { runs: runsBetween(line, at + before.taken, to, typed), taken: 0 };
    at = to;
    const printed = printedIn(next.runs);
    const pure = before.unit === '';
    const follows = i + 1 < pieces.length ? printed + PRINTED : printed;
    if (isNumber(before) && (!mayPrecede(follows, pure) || isExtended(before.unit, printed))) {
      runs.push({ kind: 'MISSING', text: pure ? '〔无单位〕' : '〔数字相连〕' });
    } else if ((isNumber(next) && !between && !mayFollow(end, next.unit === ''))
        || (isFact(next) && isContinued(end, printed)) || (isFact(before) && isCounted(end, printed))) runs.push({ kind: 'MISSING', text: '〔数字相连〕' });
    next.runs.forEach(run => add(run, runs));
    between = isNumber(before) && isBetween(printed);
    before = next;
    end = endOf(end + (isNumber(next) ? PRINTED : printed));
  });
  return runs;
}

const isFact = ({ runs }) => runs.length === 1 && runs[0].kind === 'FACT';

const isNumber = ({ unit }) => unit !== undefined;

/** Whether a fact would be read as one number with the line before it: 三百 and 五十七人. */
const isContinued = (before, fact) => ENDS_IN_A_NUMBER.test(before) && BEGINS_WITH_A_NUMBER.test(fact);

/** Whether a fact ends in a number that the text behind it would continue or give a unit: 18870 and 册. */
const isCounted = (fact, behind) => (ENDS_IN_DIGIT.test(fact) ? !BEHIND_DIGIT.test(behind)
  : ENDS_IN_A_NUMBER.test(fact) && (BEGINS_WITH_A_NUMBER.test(behind) || UNITS.some(unit => unit !== '年' && behind.startsWith(unit))));

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
