/** The numbers that a text types: typed-numbers.txt, which explains itself. */
import table from '../../../../../indicators/src/main/resources/org/dutyledger/indicators/text/typed-numbers.txt' with { type: 'text' };

/** In a line, what a placeholder prints. */
export const PLACEHOLDER = '\ufffc';

// digits of any script, ①, ½ and Ⅳ; 〇 is a Chinese character like 一
const DIGIT = '(?:(?!〇)\\p{N})';
const patterns = read();
/** A pattern that matches what any pattern of a kind matches. */
export const patternOf = kind => `(?:${patterns.get(kind).join('|')})`;
const LITERAL = new RegExp(patternOf('literal'), 'gu');
const SPELLED = new RegExp(patternOf('spelled'), 'u');
const STATISTIC = new RegExp(`${patternOf('spelled')}|${DIGIT}+(?:[.,]${DIGIT}+)*`, 'gu');
const VALUE = new RegExp(patternOf('value'), 'u');
const HAS_DIGIT = new RegExp(DIGIT, 'u');

/** The numbers of a line as {from, to, literal}; one that is no statistic together with the words that show it. */
export function typedIn(line) {
  const found = [];
  // most lines have no digit
  const rest = !HAS_DIGIT.test(line) ? line : line.replace(LITERAL, (text, ...groups) => {
    const from = groups.find(group => typeof group === 'number');
    if (!HAS_DIGIT.test(text) || SPELLED.test(text) || !isApart(line, from, from + text.length)) return text;
    found.push({ from, to: from + text.length, literal: true });
    return PLACEHOLDER.repeat(text.length);
  });
  for (const { 0: text, index } of rest.matchAll(STATISTIC)) found.push({ from: index, to: index + text.length, literal: false });
  return found.sort((a, b) => a.from - b.from);
}

/** A digit directly beside a placeholder would be read as a part of what is printed there. */
const isApart = (line, from, to) => !(line[from - 1] === PLACEHOLDER && HAS_DIGIT.test(line[from]))
  && !(line[to] === PLACEHOLDER && HAS_DIGIT.test(line[to - 1]));

/** Whether a title, which is printed as it is, would be taken for a value that was reported. */
export const readsAsValue = title => VALUE.test(title);

function read() {
  const defined = [];
  const of = new Map();
  for (const line of table.split('\n').filter(one => one !== '' && !one.startsWith('#'))) {
    const [kind, name] = line.split(' ', 2);
    const text = defined.reduce((so, [key, value]) => so.replaceAll(`<${key}>`, () => value), line.slice(kind.length + name.length + 2));
    if (kind === 'define') defined.push([name, text]);
    else of.set(kind, [...of.get(kind) ?? [], text]);
  }
  return of;
}
