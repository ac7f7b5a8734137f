/** What can be read in a DOCX, whoever saved it last, and the first thing in it that a reader may see otherwise. */
import { Block } from './block.js';
import { nameOf, unknownIn } from './grammar.js';
import { openPackage, Unknown } from './package.js';

const ROOTS = {
  officeDocument: 'document', header: 'hdr', footer: 'ftr', styles: 'styles', settings: 'settings', webSettings: 'webSettings',
  fontTable: 'fonts', footnotes: 'footnotes', endnotes: 'endnotes',
};
const MARGINS = ['header', 'footer'];
const PAGE_NUMBER = /^—? ?[0-9]{0,4} ?—?$/;
const PAGE_FIELD = /^ *(PAGE|NUMPAGES)( +\\\* +(Arabic|MERGEFORMAT))* *$/;

/** {blocks of the document, margins: texts of headers and footers, hidden: {part, detail} or null}. */
export async function readDocx(bytes) {
  let parts;
  try {
    parts = await openPackage(bytes);
  } catch (e) {
    if (e instanceof Unknown) return { blocks: null, margins: [], hidden: { part: e.part, detail: e.detail } };
    throw e;
  }
  const blocks = parts.flatMap(part => paragraphs(part.root, part.kind));
  return {
    blocks: blocks.filter(block => !MARGINS.includes(block.place.part)),
    margins: blocks.filter(block => MARGINS.includes(block.place.part) && !PAGE_NUMBER.test(block.text))
      .map(block => ({ part: block.place.part, text: block.text })),
    hidden: parts.map(hidden).find(found => found !== null) ?? null,
  };
}

function hidden({ kind, name, root }) {
  const detail = nameOf(root) === ROOTS[kind] ? unknownIn(root) ?? field(kind, root) ?? note(kind, root) : nameOf(root);
  return detail === null ? null : { part: name, detail };
}

/** Nothing but the number of the page may be filled in by the program that shows the file, and only in a margin. */
function field(kind, root) {
  const found = [...root.getElementsByTagNameNS(root.namespaceURI, '*')].find(node =>
    (node.localName === 'fldChar' && !MARGINS.includes(kind))
    || (node.localName === 'instrText' && !(MARGINS.includes(kind) && PAGE_FIELD.test(node.textContent))));
  return found ? `${found.localName} ${found.textContent}`.trim() : null;
}

function note(kind, root) {
  return ['footnotes', 'endnotes'].includes(kind) && root.textContent.trim() !== '' ? root.textContent.trim() : null;
}

/** The number of the cell that a paragraph is in; undefined for none, or the only one of its row. */
function cellOf(paragraph) {
  let cell = paragraph;
  while (cell && cell.localName !== 'tc') cell = cell.parentElement;
  const cells = cell ? [...cell.parentElement.children].filter(one => one.localName === 'tc') : [];
  return cells.length > 1 ? cells.indexOf(cell) : undefined;
}

function paragraphs(root, part) {
  return [...root.getElementsByTagNameNS(root.namespaceURI, 'p')].map(paragraph => {
    const block = new Block({ part });
    block.cell = cellOf(paragraph);
    const names = new Map();
    for (const node of paragraph.getElementsByTagNameNS(root.namespaceURI, '*')) {
      const id = node.getAttributeNS(root.namespaceURI, 'id');
      switch (node.localName) {
        case 't': block.add(node.textContent); break;
        case 'tab': if (node.parentNode.localName === 'r') block.add(' '); break;
        // of a page or column: ends a line, but prints nothing
        case 'br': if (!['page', 'column'].includes(node.getAttributeNS(root.namespaceURI, 'type'))) block.add(' '); break;
        case 'cr': block.add(' '); break;
        case 'sym': block.add('\ufffd'); break;
        case 'noBreakHyphen': block.add('-'); break;
        case 'bookmarkStart': names.set(id, [node.getAttributeNS(root.namespaceURI, 'name'), block.text.length]); break;
        case 'bookmarkEnd': if (names.has(id)) block.mark(...names.get(id)); break;
        default:
      }
    }
    return block;
  }).filter(block => block.text.trim() !== '');
}
