/** What the elements of a part print: paragraphs, or the lines of a margin, and the marks in them. */
import { Block, isBlank } from './block.js';
import { PageField } from './field.js';
import { attributeOf, childrenOf, nameOf } from './names.js';

const MARGINS = ['header', 'footer'];
// the last character is put for a field
const PAGE_NUMBER = /^—? ?\0? ?—?$/;
const SOURCE = /^(S_)?N[0-9]+$/i;
const DEEPEST = 100;
const MOST_LINES = 3;
const MOST_CHARACTERS = 60;

/**
 * {blocks, margins, marks, hidden}; hidden is the first thing that may be shown otherwise than it reads, or null. A mark is
 * {kind, name, hint, paragraph, from, text}: a link, control, place or title.
 */
export function textOf(root, part) {
  const text = new PartText(part);
  text.walk(root, undefined);
  return text;
}

class PartText {
  constructor(part) {
    this.part = part;
    this.margin = MARGINS.includes(part);
    this.blocks = [];
    this.margins = [];
    this.marks = [];
    this.hidden = null;
    this.open = [];
    this.rows = 0;
    this.lines = 0;
    this.characters = 0;
    this.refuse = what => {
      this.hidden ??= what;
    };
  }

  get line() {
    return this.open.at(-1);
  }

  walk(node, cell, depth = 0) {
    const name = nameOf(node);
    if (depth > DEEPEST) {
      this.refuse(name);
      return;
    }
    this.begin(name, node);
    let column = 0;
    const cells = name === 'tr' ? childrenOf(node, 'tc') : [];
    const before = this.blocks.length;
    const row = name === 'tr' && !this.margin;
    if (row) this.rows++;
    for (const child of node.children) {
      this.walk(child, cells.includes(child) ? { at: column, of: cells.length } : cell, depth + 1);
      if (cells.includes(child)) column++;
    }
    // a row without any text is a row
    if (row && this.blocks.length === before) this.blocks.push(Object.assign(new Block({ part: this.part }), { row: this.rows, cell: 0, cells: cells.length }));
    this.end(name, node, cell);
  }

  begin(name, node) {
    const { line } = this;
    const value = attribute => attributeOf(node, attribute);
    switch (name) {
      case 'p': this.open.push({ block: new Block({ part: this.part }), own: '', begun: [], marks: [], names: new Map(), field: new PageField(this.refuse), broken: false }); break;
      case 'tab': if (node.parentNode.localName === 'r') this.append('\t'); break;
      case 'br': this.lineBreak(value('type')); break;
      case 'cr': this.append('\n'); break;
      case 'sdt':
      case 'hyperlink':
        if (!line) break;
        line.begun.push({ from: line.block.text.length, name: '', hint: '' });
        this.named(value('anchor'));
        this.hint(value('tooltip'));
        this.hint(value('tgtFrame'));
        break;
      case 'alias':
      case 'tag': this.named(value('val')); break;
      case 'bookmarkStart': this.place(value('name'), value('id')); break;
      case 'bookmarkEnd': if (line?.names.has(value('id'))) line.block.mark(...line.names.get(value('id'))); break;
      case 'fldChar':
        if (!line) this.refuse(name);
        else if (line.field.character(value('fldCharType'))) line.own += '\0';
        break;
      default:
    }
  }

  end(name, node, cell) {
    const { line } = this;
    switch (name) {
      case 'p': this.paragraph(this.open.pop(), cell); break;
      case 'sdt':
      case 'hyperlink': {
        if (!line) break;
        const { from, name: label, hint } = line.begun.pop();
        const kind = name === 'sdt' ? 'control' : 'link';
        if (kind === 'link' || label !== '') line.marks.push({ kind, name: label, hint, from, text: line.block.text.slice(from) });
        break;
      }
      case 't': this.runText(node); break;
      case 'instrText':
        if (line) line.field.instructed(node.textContent);
        else this.refuse(name);
        break;
      case 'dc:title':
        if (node.textContent !== '') this.marks.push({ kind: 'title', name: '', hint: '', paragraph: node.textContent, from: 0, text: '' });
        break;
      default:
    }
  }

  /** Programs drop the space at the ends of a text that is not marked to keep it. */
  runText(node) {
    const text = node.textContent;
    if (node.getAttribute('xml:space') !== 'preserve' && /^[ \t\n\r]|[ \t\n\r]$/.test(text)) this.refuse(`t '${text}'`);
    this.append(text);
  }

  append(text) {
    const { line } = this;
    if (text === '') return;
    if (!line) {
      this.refuse(text);
      return;
    }
    if (line.broken) this.refuse(`br/${text}`);
    line.block.add(text);
    if (!line.field.takes(text)) line.own += text;
  }

  /** A page or column may end before or behind the text of a paragraph; between its characters it could part a number. */
  lineBreak(type) {
    if (type !== 'page' && type !== 'column') this.append('\n');
    else if (this.line) this.line.broken ||= this.line.block.text !== '';
  }

  /** The name of the innermost link or control. */
  named(value) {
    const begun = this.line?.begun.at(-1);
    if (!begun || value === null) return;
    if (begun.name !== '' && begun.name !== value) this.refuse(value);
    begun.name = value;
  }

  /** The hint of the innermost link. */
  hint(value) {
    const begun = this.line?.begun.at(-1);
    if (!begun || !value) return;
    if (begun.hint !== '' && begun.hint !== value) this.refuse(value);
    begun.hint = value;
  }

  place(name, id) {
    if (name === null || !SOURCE.test(name)) return;
    if (!this.line) {
      this.refuse(`bookmarkStart ${name}`);
      return;
    }
    const from = this.line.block.text.length;
    this.line.names.set(id, [name, from]);
    this.line.marks.push({ kind: 'place', name, hint: '', from, text: '' });
  }

  paragraph(line, cell) {
    const { text } = line.block;
    line.field.paragraphEnds();
    this.marks.push(...line.marks.map(mark => ({ ...mark, paragraph: text })));
    if (!this.margin) {
      if (cell !== undefined) Object.assign(line.block, { row: this.rows, cell: cell.at, cells: cell.of });
      if (!isBlank(text)) this.blocks.push(line.block);
      return;
    }
    this.lines++;
    this.characters += text.length;
    // more would push the text off the page
    if (this.lines > MOST_LINES || this.characters > MOST_CHARACTERS) this.refuse(text);
    if (!isBlank(text) && !PAGE_NUMBER.test(line.own)) this.margins.push({ part: this.part, text });
  }
}
