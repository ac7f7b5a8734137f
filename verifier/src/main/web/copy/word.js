/** What can be read in a DOCX, of whatever program saved it last, and the first thing in it that a reader may see otherwise. */
import { unknownIn } from './grammar.js';
import { layoutOf } from './layout.js';
import { nameOf } from './names.js';
import { openPackage, Unknown } from './package.js';
import { textOf } from './text.js';

const ROOTS = {
  officeDocument: 'document', header: 'hdr', footer: 'ftr', styles: 'styles', settings: 'settings', webSettings: 'webSettings',
  fontTable: 'fonts', numbering: 'numbering', footnotes: 'footnotes', endnotes: 'endnotes', theme: 'a:theme',
  'core-properties': 'cp:coreProperties', 'extended-properties': 'ep:Properties', 'custom-properties': 'cu:Properties',
};

/** {blocks of the document, margins: texts of headers and footers, marks, hidden: {part, detail} or null}. */
export async function readDocx(bytes) {
  let parts;
  try {
    parts = await openPackage(bytes);
  } catch (e) {
    if (e instanceof Unknown) return { blocks: null, margins: [], marks: [], hidden: { part: e.part, detail: e.detail } };
    throw e;
  }
  const texts = parts.map(({ kind, root }) => textOf(root, kind));
  const found = parts.map(({ kind, name, root }, i) => {
    const detail = nameOf(root) === ROOTS[kind] ? unknownIn(root) ?? texts[i].hidden : nameOf(root);
    return detail === null ? null : { part: name, detail };
  });
  return {
    blocks: texts.flatMap(text => text.blocks),
    margins: texts.flatMap(text => text.margins),
    marks: texts.flatMap(text => text.marks),
    hidden: found.find(one => one !== null) ?? layoutOf(parts),
  };
}
