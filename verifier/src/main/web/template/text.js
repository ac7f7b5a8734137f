/** How the report sets Chinese text: punctuation, numerals, and submitted texts with their placeholders. */

const HALF = ',;:?!()';
const FULL = '，；：？！（）';
const SPACES = ' \t\u00a0\u3000';
const NUMERALS = '〇一二三四五六七八九';
const LINE = /\r\n|[\n\v\f\r\u0085\u2028\u2029]/;
const PLACEHOLDER = /\{\{ *([A-Za-z0-9_]+) *\}\}/;
// digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一
const TYPED = /(?:(?!〇)\p{N})+(?:[.,](?:(?!〇)\p{N})+)*/gu;
const INVISIBLE_FIRST = /^[^\p{L}\p{N}\p{P}\p{S}]+/u;
const INVISIBLE_LAST = /[^\p{L}\p{N}\p{P}\p{S}]+$/u;
const OPEN_END = /(?:(?!〇)\p{N}[,'‘’‚٫٬·‧・⋅]?|[-‐‑‒–−－﹣+＋±.．])$/u;
const NUMBER_FIRST = /^(?:(?!〇)\p{N}|[-‐‑‒–−－﹣+＋±.．])/u;
// what Java calls white space: no-break spaces are none
const WHITE = '[\\t-\\r \\x1c-\\x1f\\u1680\\u2000-\\u2006\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000]*';
const ENDS = new RegExp(`^${WHITE}|${WHITE}$`, 'g');

const isWide = c => /^\p{Ideographic}$/u.test(c) || (c >= '\u3000' && c <= '\u303f') || (c >= '\uff00' && c <= '\uffef') || '“”—…'.includes(c);

/** Full-width punctuation next to Chinese; `before` and `after` say whether something wide is directly beside the text. */
export function normalised(text, before = false, after = false) {
  let out = '';
  let open = false;
  const wideAfter = from => {
    let i = from;
    while (i < text.length && SPACES.includes(text[i])) i++;
    return i < text.length ? isWide(text[i]) : after;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    const left = out === '' ? before : isWide(out.at(-1));
    const right = wideAfter(i + 1);
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

/** The runs of one paragraph; `fill` gives those of a placeholder, knowing the text that follows. */
export function runsOf(pieces, fill) {
  const textAt = i => (pieces[i] && !pieces[i].placeholder ? pieces[i].text : '');
  const runs = [];
  pieces.forEach(({ text, placeholder }, i) => {
    if (!placeholder) {
      runs.push(...textRuns(normalised(text, i > 0, i + 1 < pieces.length)));
      return;
    }
    const filled = fill(text, textAt(i + 1));
    if (joins(printedIn(runs), printedIn(filled))) runs.push({ kind: 'MISSING', text: '〔数字相连〕' });
    runs.push(...filled);
  });
  return runs;
}

const printedIn = runs => runs.map(run => run.text).join('');

/** Whether two texts, printed one directly behind the other, read as one number: -18, .18, 1218. */
const joins = (printed, next) => NUMBER_FIRST.test(visible(next)) && OPEN_END.test(printed.replace(INVISIBLE_LAST, ''));

/** The text behind a number, from its first visible character. */
export const visible = behind => behind.replace(INVISIBLE_FIRST, '');

/** Text runs; a number that somebody typed is not printed but pointed out. */
export function textRuns(text) {
  const runs = [];
  const plain = part => { if (part !== '') runs.push({ kind: 'TEXT', text: part }); };
  let at = 0;
  for (const typed of text.matchAll(TYPED)) {
    plain(text.slice(at, typed.index));
    runs.push({ kind: 'MISSING', text: '〔无来源数字〕' });
    at = typed.index + typed[0].length;
  }
  plain(text.slice(at));
  return runs;
}
