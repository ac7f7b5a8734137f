/** What a DOCX may hold so that what can be read in it is what its characters say: plain-word.txt, which explains itself. */
import { nameOf, isDeclaration, isNote } from './names.js';
import rules from '../../resources/org/dutyledger/verifier/word/plain-word.txt' with { type: 'text' };

const DARKEST_LIGHT = 225;
const LIGHTEST_DARK = 100;
const DEEPEST = 40;
const TOLERANCE = 20;
const TIMES = ['first', 'any', 'once', 'last'];

const children = new Map();
const attributes = new Map();
const fonts = new Set();
const tables = [];
const cellStyles = [];
for (const line of rules.split('\n')) {
  const words = line.split(' ');
  const [first, ...rest] = words;
  if (first === '' || first === '#') continue;
  if (first === '=') rest.forEach(name => fonts.add(name.replaceAll('~', ' ')));
  else if (first === '|') tables.push(rest.map(Number));
  else if (first === '%') cellStyles.push(...rest);
  else {
    const sign = Math.max(words.indexOf('>'), words.indexOf(':'));
    const into = words[sign] === '>' ? children : attributes;
    for (const kind of words.slice(0, sign)) {
      if (!into.has(kind)) into.set(kind, new Map());
      words.slice(sign + 1).forEach(rule => into.get(kind).set(...(into === children ? child(rule) : attribute(rule))));
    }
  }
}

function child(rule) {
  const times = Math.max(0, '*?!'.indexOf(rule.at(-1)) + 1);
  const [name, kind = name] = (times === 0 ? rule : rule.slice(0, -1)).split('=');
  return [name, { kind, times: TIMES[times] }];
}

function attribute(rule) {
  const must = rule.startsWith('!');
  const is = rule.indexOf('=');
  return [rule.slice(must ? 1 : 0, is), { must, alternatives: rule.slice(is + 1).split('|') }];
}

/** The child of that name that elements of a kind may have, by its name or by its namespace. */
const childOf = (kind, name) => children.get(kind)?.get(name) ?? children.get(kind)?.get(`${name.slice(0, name.indexOf(':') + 1)}any`);

/** The first thing in an element, itself included, that the grammar does not know; null where there is none. */
export function unknownIn(element, kind = nameOf(element), depth = 0) {
  const name = nameOf(element);
  if (depth > DEEPEST) return name;
  const unknown = attributeIn(element, name, attributes.get(kind) ?? new Map());
  if (unknown !== null) return unknown;
  const once = new Set();
  let repeated = false;
  let ended = false;
  for (const node of element.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const inner = nameOf(node);
      const allowed = childOf(kind, inner);
      const again = allowed?.times !== 'any' && (once.has(inner) || (repeated && allowed?.times === 'first'));
      if (!allowed || again || ended) return `${name}/${inner}`;
      once.add(inner);
      repeated ||= allowed.times === 'any';
      ended = allowed.times === 'last';
      const found = unknownIn(node, allowed.kind, depth + 1);
      if (found !== null) return found;
    } else if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      if (!childOf(kind, 'text()') && /[^ \t\r\n]/.test(node.data)) return `${name}/text()`;
    } else if (node.nodeType !== Node.COMMENT_NODE) {
      return `${name}/${node.nodeName}`;
    }
  }
  return null;
}

function attributeIn(element, name, allowed) {
  for (const one of element.attributes) {
    if (isDeclaration(one) || isNote(nameOf(one)) || allowed.has('*')) continue;
    const rule = allowed.get(nameOf(one));
    if (!rule?.alternatives.some(alternative => holds(alternative, one.value))) return `${name} ${nameOf(one)}="${one.value}"`;
  }
  const names = [...element.attributes].map(nameOf);
  return [...allowed].some(([attribute, rule]) => rule.must && !names.includes(attribute)) ? name : null;
}

/** Whether text may be set in a font. */
export const isFont = name => fonts.has(name);

/** Whether a paragraph in a cell may have the style of that name. */
export const isCellStyle = name => cellStyles.includes(name);

/** Whether a table may have columns of these widths, in twips. */
export const isTable = widths => tables.some(table =>
  table.length === widths.length && table.every((width, i) => Math.abs(width - widths[i]) <= TOLERANCE));

function holds(rule, value) {
  const range = /^(-?[0-9]+)\.\.([0-9]+)$/.exec(rule);
  if (range) return /^-?[0-9]{1,6}$/.test(value) && Number(value) >= Number(range[1]) && Number(value) <= Number(range[2]);
  switch (rule) {
    case 'any': return true;
    case 'on': return ['1', 'true', 'on'].includes(value);
    case 'off': return ['0', 'false', 'off'].includes(value);
    case 'dark': return value === 'auto' || luminance(value) <= LIGHTEST_DARK;
    case 'light': return value === 'auto' || luminance(value) >= DARKEST_LIGHT;
    case 'font': return fonts.has(value);
    case 'fonts': return value.split(/[,;]/).every(name => fonts.has(name));
    default: return value === rule.replaceAll('~', ' ');
  }
}

/** How light an RGB colour is, 0 to 255; NaN where it is none, which is neither dark nor light. */
function luminance(colour) {
  if (!/^[0-9A-Fa-f]{6}$/.test(colour)) return NaN;
  const [red, green, blue] = [0, 2, 4].map(at => parseInt(colour.slice(at, at + 2), 16));
  return (299 * red + 587 * green + 114 * blue) / 1000;
}
