/** What a DOCX may hold so that what can be read in it is what its characters say: plain-word.txt, which explains itself. */
import rules from '../../resources/org/dutyledger/verifier/readback/plain-word.txt' with { type: 'text' };

const PREFIXES = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': '',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r:',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};
const DECLARATION = 'http://www.w3.org/2000/xmlns/';
// what programs note for themselves; what mc:Ignorable names is refused as an element
const NOTES = /^(rsid(R|RPr|RDefault|P|Tr|Del|Sect)|w14:paraId|w14:textId|mc:Ignorable)$/;
const TEXTS = ['t', 'instrText'];
const DARKEST_LIGHT = 200;
const LIGHTEST_DARK = 150;
const DEEPEST = 40;

const children = new Map();
const attributes = new Map();
const fonts = new Set();
for (const line of rules.split('\n')) {
  const [first, ...rest] = line.split(' ');
  const colon = rest.indexOf(':');
  if (first === '' || first === '#') continue;
  if (first === '=') rest.forEach(name => fonts.add(name.replaceAll('~', ' ')));
  else if (rest[0] === '>') children.set(first, new Map(rest.slice(1).map(name => [name.replace('*', ''), name.endsWith('*')])));
  else [first, ...rest.slice(0, colon)].forEach(name => attributes.set(name, new Map(rest.slice(colon + 1).map(one => one.split('=')))));
}

export const nameOf = ({ namespaceURI, localName }) => (PREFIXES[namespaceURI] ?? `{${namespaceURI ?? ''}}`) + localName;

/** The first thing in an element, itself included, that the grammar does not know; null where there is none. */
export function unknownIn(element, depth = 0) {
  const name = nameOf(element);
  if (depth > DEEPEST) return name;
  const allowed = attributes.get(name);
  for (const attribute of element.attributes) {
    if (attribute.namespaceURI === DECLARATION || NOTES.test(nameOf(attribute)) || allowed?.has('*')) continue;
    const rule = allowed?.get(nameOf(attribute));
    if (rule === undefined || !holds(rule, attribute.value)) return `${name} ${nameOf(attribute)}="${attribute.value}"`;
  }
  // without it the element means yes
  const names = [...element.attributes].map(nameOf);
  if ([...allowed ?? []].some(([attribute, rule]) => rule === 'off' && !names.includes(attribute))) return name;
  const inner = children.get(name) ?? new Map();
  const once = new Set();
  let repeated = false;
  for (const node of element.childNodes) {
    if (node.nodeType === Node.ELEMENT_NODE) {
      const child = nameOf(node);
      const repeats = inner.get(child);
      if (repeats === undefined || (!repeats && (once.has(child) || (repeated && child !== 'sectPr')))) return `${name}/${child}`;
      once.add(child);
      repeated ||= repeats;
      const unknown = unknownIn(node, depth + 1);
      if (unknown !== null) return unknown;
    } else if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) {
      if (!TEXTS.includes(name) && /\S/.test(node.data)) return `${name}/text()`;
    } else if (node.nodeType !== Node.COMMENT_NODE) {
      return `${name}/${node.nodeName}`;
    }
  }
  return null;
}

function holds(rule, value) {
  const range = /^(-?[0-9]+)\.\.([0-9]+)$/.exec(rule);
  if (range) return /^-?[0-9]{1,6}$/.test(value) && Number(value) >= Number(range[1]) && Number(value) <= Number(range[2]);
  switch (rule) {
    case 'any': return true;
    case 'off': return ['0', 'false', 'off'].includes(value);
    case 'dark': return value === 'auto' || luminance(value) <= LIGHTEST_DARK;
    case 'light': return value === 'auto' || luminance(value) >= DARKEST_LIGHT;
    case 'font': return fonts.has(value);
    case 'fonts': return value.split(/[,;]/).every(name => fonts.has(name));
    default: return rule.split('|').includes(value);
  }
}

/** How light an RGB colour is, 0 to 255; NaN where it is none, which is neither dark nor light. */
function luminance(colour) {
  if (!/^[0-9A-Fa-f]{6}$/.test(colour)) return NaN;
  const [red, green, blue] = [0, 2, 4].map(at => parseInt(colour.slice(at, at + 2), 16));
  return (299 * red + 587 * green + 114 * blue) / 1000;
}
