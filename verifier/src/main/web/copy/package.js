/** The parts of a DOCX that a reader opens, found by its relationships, and nothing beside them. */
import { Malformed } from '../proof.js';
import { hasPlainNames, isDeclaration } from './names.js';
import { unzip } from './zip.js';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.';
const OF_PACKAGE = {
  [`${OFFICE}officeDocument`]: `${WORD}document.main+xml`,
  [`${PACKAGE}core-properties`]: 'application/vnd.openxmlformats-package.core-properties+xml',
  // as LibreOffice names it in one of its two forms of a DOCX
  [`${OFFICE.replace('officeDocument', 'officedocument')}metadata/core-properties`]: 'application/vnd.openxmlformats-package.core-properties+xml',
  [`${OFFICE}extended-properties`]: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  [`${OFFICE}custom-properties`]: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
};
const OF_DOCUMENT = {
  ...Object.fromEntries(['styles', 'settings', 'webSettings', 'fontTable', 'numbering', 'footnotes', 'endnotes', 'header', 'footer']
    .map(kind => [OFFICE + kind, `${WORD}${kind}+xml`])),
  [`${OFFICE}theme`]: 'application/vnd.openxmlformats-officedocument.theme+xml',
};
const MANY = ['header', 'footer'];
const XHTML = 'http://www.w3.org/1999/xhtml';
const PATH = /^\/?[A-Za-z0-9_-][A-Za-z0-9_.-]*(\/[A-Za-z0-9_-][A-Za-z0-9_.-]*)*$/;

/** What is beside the document, or leads to another one. */
export class Unknown extends Error {
  constructor(part, detail) {
    super(`${part}: ${detail}`);
    Object.assign(this, { part, detail });
  }
}

/** The root elements of all parts, as {kind, name, root}. */
export async function openPackage(bytes) {
  const entries = await unzip(bytes);
  const rest = new Set(entries.keys());
  const take = name => {
    const content = entries.get(name);
    if (content === undefined) throw new Malformed(`no ${name} in it`);
    rest.delete(name);
    return content;
  };
  const types = contentTypes(parse('[Content_Types].xml', take('[Content_Types].xml')));
  const related = (rels, folder, allowed) => relationships(parse(rels, take(rels)), rels, allowed).map(({ type, target }) => {
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    const content = take(name);
    if (types(name) !== allowed[type]) throw new Unknown(name, types(name));
    return { kind: type.slice(type.lastIndexOf('/') + 1), name, content };
  });
  const top = related('_rels/.rels', '', OF_PACKAGE);
  const main = top.find(part => part.kind === 'officeDocument');
  if (!main) throw new Malformed('no document in it');
  const folder = main.name.slice(0, main.name.lastIndexOf('/') + 1);
  const rels = `${folder}_rels/${main.name.slice(folder.length)}.rels`;
  const parts = [...top, ...(entries.has(rels) ? related(rels, folder, OF_DOCUMENT) : [])];
  if (rest.size > 0) throw new Unknown([...rest][0], '');
  return parts.map(({ kind, name, content }) => ({ kind, name, root: parse(name, content) }));
}

function relationships(root, part, allowed) {
  const seen = new Set();
  return entriesOf(root, part, RELATIONSHIPS, 'Relationships', { Relationship: ['Id', 'Type', 'Target', 'TargetMode'] }).map(node => {
    const type = node.getAttribute('Type');
    const target = node.getAttribute('Target') ?? '';
    if (!Object.hasOwn(allowed, type) || !PATH.test(target) || (node.getAttribute('TargetMode') ?? 'Internal') !== 'Internal') {
      throw new Unknown(part, `${type}`);
    }
    const kind = type.slice(type.lastIndexOf('/') + 1);
    if (seen.has(kind) && !MANY.includes(kind)) throw new Unknown(part, type);
    seen.add(kind);
    return { type, target };
  });
}

/**
 * The elements below a root: of these names with these attributes, and nothing between them but white space. Some programs read
 * an attribute of another namespace by its local name.
 */
function entriesOf(root, part, namespace, name, members) {
  const isBetween = node => node.nodeType === Node.TEXT_NODE && /^[ \t\r\n]*$/.test(node.data);
  const isEntry = node => node.nodeType === Node.ELEMENT_NODE && node.namespaceURI === namespace && !node.firstChild
    && [...node.attributes].every(attribute => isDeclaration(attribute)
      || (attribute.namespaceURI === null && Object.hasOwn(members, node.localName) && members[node.localName].includes(attribute.localName)));
  const entries = [...root.childNodes].filter(node => !isBetween(node));
  const outside = [...root.ownerDocument.childNodes].some(node => node !== root);
  const foreign = [...root.attributes].some(attribute => attribute.namespaceURI !== null && !isDeclaration(attribute));
  const unknown = entries.find(node => !isEntry(node));
  if (root.namespaceURI !== namespace || root.localName !== name || outside || foreign || unknown) throw new Unknown(part, unknown?.nodeName ?? '?');
  return entries;
}

function contentTypes(root) {
  const overrides = new Map();
  const defaults = new Map();
  const part = '[Content_Types].xml';
  const members = { Override: ['PartName', 'ContentType'], Default: ['Extension', 'ContentType'] };
  for (const node of entriesOf(root, part, TYPES, 'Types', members)) {
    const type = node.getAttribute('ContentType') ?? '';
    const [into, key] = node.localName === 'Override'
      ? [overrides, node.getAttribute('PartName')?.replace(/^\//, '')] : [defaults, node.getAttribute('Extension')];
    if (!key || into.has(key)) throw new Unknown(part, node.localName);
    into.set(key, type);
  }
  if (defaults.get('rels') !== RELS_TYPE) throw new Unknown(part, 'rels');
  return name => overrides.get(name) ?? defaults.get(name.slice(name.lastIndexOf('.') + 1)) ?? '';
}

function parse(name, bytes) {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Malformed(`${name} is not UTF-8`);
  }
  // one form of a declaration: a reader that trusted another one would decode other characters than are read here
  const declared = /^(<\?xml version=["']1\.0["'] encoding=["']utf-8["']( standalone=["'](yes|no)["'])? ?\?>)?/i.exec(text)[0];
  if (text.slice(declared.length).toLowerCase().includes('<?xml')) throw new Malformed(`${name} is not UTF-8`);
  if (text.includes('<!DOCTYPE')) throw new Malformed(`${name} holds a DTD`);
  const xml = new DOMParser().parseFromString(text, 'application/xml');
  // as Chromium and Firefox name it
  if (xml.documentElement.localName === 'parsererror' || xml.getElementsByTagNameNS(XHTML, 'parsererror').length > 0) throw new Malformed(`${name} is not XML`);
  if (!hasPlainNames(xml.documentElement)) throw new Malformed(`${name} has names that not every program reads`);
  if ([...xml.childNodes].some(node => node.nodeType === Node.PROCESSING_INSTRUCTION_NODE)) throw new Unknown(name, '<?');
  return xml.documentElement;
}
