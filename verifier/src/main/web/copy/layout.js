/**
 * What the grammar cannot see element by element, in a document that conforms to it: values that come from styles, and
 * whether lines, cells and tables have room for their text.
 */
import { isBlank } from './block.js';
import { isFont, isTable } from './grammar.js';
import { attributeOf, childOf, childrenOf, nameOf } from './names.js';
import { isOn, Styles, valueOf } from './styles.js';

const MARGINS = ['header', 'footer'];
const INDENTS = ['left', 'right', 'start', 'end', 'firstLine', 'hanging'].flatMap(name => [name, `${name}Chars`]);
const SYMBOLS = ['2', '02'];
const DEFAULT_SIZE = 20;
const LARGEST_IN_CELL = 24;
const LARGEST_IN_MARGIN = 32;
const SINGLE_LINE = 240;
const HIGHEST_LINE = 600;
const MOST_SPACE = 120;
const ROUNDED = 20;
const COMPUTED_ROW = '1,1,1,1,1,4';
const MOST_EMPTY = 4;
const MOST_RUNS = 2000;
const MOST_CHILDREN = 5000;
/** For the text of a page, in twips: a row's beginning behind the head of the table. */
const LEAST_ROOM = 3900;
/** What the lines of a header or footer take at most, in twips. */
const HIGHEST_MARGIN = 2500;
const MOST_TABS = 3;
/** Of the text between the widest margins of the narrowest page, in twips. */
const NARROWEST = 6600;

const number = (value, otherwise) => (value === null ? otherwise : Number(value));
const sum = numbers => numbers.reduce((a, b) => a + b, 0);

/** The first thing that may be shown otherwise, as {part, detail}; null where there is none. */
export function layoutOf(parts) {
  const layout = new Layout(parts.find(({ kind }) => kind === 'styles')?.root);
  for (const { kind, name, root } of parts) {
    if (kind === 'officeDocument' || MARGINS.includes(kind)) {
      layout.empty = 0;
      layout.marginHeight = 0;
      layout.walk(root, false, MARGINS.includes(kind));
      if (layout.marginHeight > HIGHEST_MARGIN) layout.refuse(`height ${layout.marginHeight}`);
      if (layout.widths.length > 0) layout.refuse('sectPr');
    }
    if (kind === 'fontTable') childrenOf(root, 'font').forEach(font => layout.font(font));
    if (layout.found !== null) return { part: name, detail: layout.found };
  }
  return null;
}

class Layout {
  constructor(styles) {
    this.found = null;
    this.widths = [];
    this.empty = 0;
    this.marginHeight = 0;
    this.refuse = what => {
      this.found ??= what;
    };
    this.styles = new Styles(styles, this.refuse);
  }

  /** A font of letters is not described as one of symbols, which a program could then take where it lacks it. */
  font(font) {
    const name = attributeOf(font, 'name');
    const symbols = SYMBOLS.includes(attributeOf(childOf(font, 'charset'), 'val'))
      || attributeOf(childOf(font, 'panose1'), 'val')?.startsWith('05');
    if (isFont(name) && symbols) this.refuse(`font ${name}`);
  }

  /** Everything below an element, in the document's order. */
  walk(element, inCell, margin) {
    for (const one of element.children) {
      const name = nameOf(one);
      if (name === 'p') this.paragraph(one, inCell, margin);
      if (name === 'tbl') this.table(one);
      if (name === 'tc') this.cell(one);
      if (name === 'sectPr') this.section(one);
      this.walk(one, inCell || name === 'tc', margin);
    }
  }

  /** A cell with text has no empty paragraph, one without text has one: more would push text to another page. */
  cell(cell) {
    const all = paragraphs(cell);
    if (all.length > 1 && all.some(one => isBlank(one.textContent))) this.refuse('tc/p');
  }

  paragraph(paragraph, inCell, margin) {
    this.empty = !inCell && isBlank(paragraph.textContent) ? this.empty + 1 : 0;
    if (this.empty > MOST_EMPTY || (inCell && !this.styles.isOfCell(paragraph))) this.refuse(`p ${paragraph.textContent}`);
    const places = this.styles.ofParagraph(paragraph);
    const line = number(valueOf(places, 'spacing', 'line'), SINGLE_LINE);
    const all = runs(paragraph);
    const printing = all.filter(prints);
    if (all.length > MOST_RUNS || paragraph.children.length > MOST_CHILDREN) {
      this.refuse(`p r*${all.length}`);
      return;
    }
    const ofRuns = printing.map(run => this.styles.ofRun(run, paragraph));
    const sizes = new Set(ofRuns.map(of => number(valueOf(of, 'sz', 'val'), DEFAULT_SIZE)));
    const colours = new Set(ofRuns.map(of => colour(valueOf(of, 'color', 'val'))));
    const ofMark = this.styles.ofRun(childOf(paragraph, 'pPr') ?? paragraph, paragraph);
    const mark = number(valueOf(ofMark, 'sz', 'val'), DEFAULT_SIZE);
    const largest = sizes.size > 0 ? Math.max(...sizes) : mark;
    // a smaller digit reads as an exponent, a lighter point as none; sizes are in half points, lines in twentieths of one
    const cut = valueOf(places, 'spacing', 'lineRule') === 'exact' && line < 10 * largest;
    if (cut || sizes.size > 1 || colours.size > 1) this.refuse(`p sz=${[...sizes]} line=${line} color=${[...colours]}`);
    if ((inCell && places.some(place => hasTab(place) || hasBorder(place))) || (isBlank(paragraph.textContent) && breaks(paragraph) > 1)
        || (margin && (breaks(paragraph) > 0 || tabs(paragraph) > MOST_TABS || places.some(hasBorder)))) {
      this.refuse('p tabs pBdr br');
    }
    if (margin) this.marginHeight += this.height(paragraph, all, Math.max(largest, mark), places, line);
    const indented = INDENTS.some(name => number(valueOf(places, 'ind', name), 0) !== 0);
    const spread = line > HIGHEST_LINE || ['before', 'after'].some(side =>
      number(valueOf(places, 'spacing', side), 0) > MOST_SPACE || number(valueOf(places, 'spacing', `${side}Lines`), 0) > 0);
    const highest = Math.max(largest, mark);
    if ((inCell && (indented || spread || highest > LARGEST_IN_CELL)) || (margin && (spread || highest > LARGEST_IN_MARGIN))) {
      this.refuse(`p ${paragraph.textContent}`);
    }
  }

  /**
   * What a paragraph of a header or footer takes at most, in twips: lines of the narrowest page, each half as high again as its
   * largest letters, where a tabulator may begin a new one.
   */
  height(paragraph, all, largest, places, line) {
    const size = Math.max(largest, ...all.map(run => number(valueOf(this.styles.ofRun(run, paragraph), 'sz', 'val'), DEFAULT_SIZE)));
    const perLine = Math.max(1, Math.floor(NARROWEST / (15 * size)));
    const lines = 1 + tabs(paragraph) + Math.floor(paragraph.textContent.length / perLine);
    return lines * Math.max(line, Math.floor((15 * size * line) / SINGLE_LINE))
      + number(valueOf(places, 'spacing', 'before'), 0) + number(valueOf(places, 'spacing', 'after'), 0);
  }

  /**
   * The columns are those of an annex, each cell is as wide as its columns, and the first row alone is repeated and not
   * split between pages: of a row that is higher than a page and must not be split, programs show the beginning only.
   */
  table(table) {
    this.styles.requireOfTable(table);
    const columns = childrenOf(childOf(table, 'tblGrid'), 'gridCol').map(column => number(attributeOf(column, 'w'), 0));
    const sound = isTable(columns) && childrenOf(table, 'tr').every((row, i) => {
      const special = ['tblHeader', 'cantSplit'].some(name => isSet(childOf(childOf(row, 'trPr'), name)));
      return (i === 0 || !special) && isRow(row, columns);
    });
    if (!sound) this.refuse(`tblGrid ${columns}`);
    this.widths.push(sum(columns));
  }

  /** The tables of a section fit between its margins. */
  section(section) {
    const size = childOf(section, 'pgSz');
    const margins = childOf(section, 'pgMar');
    const [width, height, left, right, top, bottom, header, footer] = [[size, 'w'], [size, 'h'],
      ...['left', 'right', 'top', 'bottom', 'header', 'footer'].map(side => [margins, side])]
      .map(([element, name]) => number(attributeOf(element, name), 0));
    const landscape = attributeOf(size, 'orient') === 'landscape';
    if (!size || !margins || landscape !== width > height || height - Math.max(top, header + HIGHEST_MARGIN) - Math.max(bottom, footer + HIGHEST_MARGIN) < LEAST_ROOM || this.widths.some(table => table > width - left - right + ROUNDED)) {
      this.refuse(`sectPr ${width}`);
    }
    this.widths = [];
  }
}

function isSet(property) {
  const value = attributeOf(property, 'val');
  return Boolean(property) && (value === null || isOn(value));
}

/** A text is aligned at a tab stop of its cell without any tabulator. */
const hasTab = properties => childrenOf(childOf(properties, 'tabs'), 'tab').length > 0;

const hasBorder = properties => childOf(properties, 'pBdr') !== undefined;

const count = (element, names) => sum([...element.children].map(one => (names.includes(nameOf(one)) ? 1 : count(one, names))));

const breaks = element => count(element, ['br', 'cr']);

/** Tabulators of runs; a stop is called the same. */
const tabs = element => sum([...element.children].map(one => (nameOf(one) === 'r' ? count(one, ['tab']) : tabs(one))));

const colour = value => (value === null || value === 'auto' || value === '000000' ? '' : value);

const paragraphs = element => [...element.children].flatMap(one => (nameOf(one) === 'p' ? [one] : paragraphs(one)));

const runs = element => [...element.children].flatMap(one => (nameOf(one) === 'r' ? [one] : runs(one)));

/** Whether a run prints characters. */
const prints = run => childrenOf(run, 't').some(text => text.textContent !== '');

/** One cell a column; in annex 1 the last one may take the four columns of what a computed value has no event for. */
function isRow(row, columns) {
  let at = 0;
  const spans = [];
  for (const cell of childrenOf(row, 'tc')) {
    const properties = childOf(cell, 'tcPr');
    const span = number(attributeOf(childOf(properties, 'gridSpan'), 'val'), 1);
    const width = sum(columns.slice(at, at + span));
    if (Math.abs(number(attributeOf(childOf(properties, 'tcW'), 'w'), width) - width) > ROUNDED * span) return false;
    at += span;
    spans.push(span);
  }
  return at === columns.length && (spans.length === at || `${spans}` === COMPUTED_ROW);
}
