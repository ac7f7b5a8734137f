/** The styles of a document that conforms to the grammar: where the properties of a paragraph or run come from. */
import { isCellStyle } from './grammar.js';
import { attributeOf, childOf, childrenOf } from './names.js';

const DEEPEST = 40;
// the names by which every program knows its default styles
const DEFAULTS = { paragraph: 'Normal', character: 'Default Paragraph Font', table: 'Normal Table', numbering: 'No List' };
// a list of aliases, and what LibreOffice adds to names that collide
const COLLIDING = /[,;]|\((user|WW)\)|^[\t\n\r \u00a0\u3000]|[\t\n\r \u00a0\u3000]$/i;

/** Whether a switch is on. */
export const isOn = value => ['1', 'true', 'on'].includes(value);

/** The value of an attribute of a property, from the nearest place that has it; null where none has. */
export function valueOf(places, property, attribute) {
  for (const place of places) {
    const value = attributeOf(childOf(place, property), attribute);
    if (value !== null) return value;
  }
  return null;
}

// as programs take names for the same: letters and digits only, of those that every version of Unicode has
const plain = name => name.toLowerCase().replace(/[^a-z0-9\u3400-\u4db5\u4e00-\u9fef]/g, '');

// of signs that every version of Unicode has in one case
const ID = /^[ -~\u3400-\u4db5\u4e00-\u9fef]+$/;

const nameIn = style => attributeOf(childOf(style, 'name'), 'val') ?? '';

const isName = name => name !== '' && !COLLIDING.test(name);

export class Styles {
  /**
   * `refuse` is given a style that programs may take for another, since some find it by its id and some by its name, or apply
   * in another order.
   */
  constructor(root, refuse) {
    this.refuse = refuse;
    this.docDefaults = childOf(root, 'docDefaults');
    this.styles = new Map();
    this.defaults = new Map();
    const ids = new Map();
    for (const style of childrenOf(root, 'style')) {
      const id = attributeOf(style, 'styleId').toLowerCase();
      const type = attributeOf(style, 'type');
      const name = nameIn(style);
      const isDefault = isOn(attributeOf(style, 'default'));
      if (this.styles.has(id) || !ID.test(id) || !isName(name) || ids.has(plain(name))
          || (isDefault && (this.defaults.has(type) || name !== DEFAULTS[type]))
          || (isDefault && type === 'character' && childOf(style, 'rPr')?.firstElementChild)
          || (type !== 'paragraph' && childOf(style, 'pPr'))
          || (type !== 'paragraph' && type !== 'character' && childOf(style, 'rPr'))) refuse(`style ${id}`);
      this.styles.set(id, style);
      ids.set(plain(name), plain(id));
      if (isDefault) this.defaults.set(type, style);
    }
    if (!this.defaults.has('paragraph')) refuse(`style ${DEFAULTS.paragraph}`);
    this.styles.forEach((style, id) => {
      if ((ids.get(plain(id)) ?? plain(id)) !== plain(id)) refuse(`style ${id}`);
      this.named(attributeOf(childOf(style, 'next'), 'val'), 'paragraph');
      this.named(attributeOf(childOf(style, 'link'), 'val'), attributeOf(style, 'type') === 'paragraph' ? 'character' : 'paragraph');
    });
    this.styles.forEach(style => this.chain(style, attributeOf(style, 'type')));
  }

  /** Where the properties of a paragraph come from, the nearest first. */
  ofParagraph(paragraph) {
    const own = childOf(paragraph, 'pPr');
    return [own, ...this.paragraphStyles(own, 'pPr'), childOf(childOf(this.docDefaults, 'pPrDefault'), 'pPr')].filter(Boolean);
  }

  /** Where the properties of a run come from, the nearest first. */
  ofRun(run, paragraph) {
    const own = childOf(run, 'rPr');
    const characters = this.chain(this.named(attributeOf(childOf(own, 'rStyle'), 'val'), 'character'), 'character');
    return [own, ...characters.map(style => childOf(style, 'rPr')), ...this.paragraphStyles(childOf(paragraph, 'pPr'), 'rPr'),
      childOf(childOf(this.docDefaults, 'rPrDefault'), 'rPr')].filter(Boolean);
  }

  /** The style that properties of a paragraph name. */
  own(properties) {
    return this.named(attributeOf(childOf(properties, 'pStyle'), 'val'), 'paragraph');
  }

  paragraphStyles(properties, kind) {
    const style = this.own(properties) ?? this.defaults.get('paragraph');
    return this.chain(style, 'paragraph').map(one => childOf(one, kind));
  }

  /** Whether a paragraph's own style is one of the issued styles of cells, based on the default style alone. */
  isOfCell(paragraph) {
    const chain = this.chain(this.own(childOf(paragraph, 'pPr')), 'paragraph');
    return chain.length === 2 && chain[1] === this.defaults.get('paragraph') && isCellStyle(nameIn(chain[0]));
  }

  /** Demands that the style of a table, if it has one, is there. */
  requireOfTable(table) {
    this.named(attributeOf(childOf(childOf(table, 'tblPr'), 'tblStyle'), 'val'), 'table');
  }

  /** The style of that id; undefined where none is named. An unknown one may be found by its name elsewhere. */
  named(id, type) {
    if (id === null) return undefined;
    const style = this.styles.get(id.toLowerCase());
    if (!style || attributeOf(style, 'styleId') !== id || attributeOf(style, 'type') !== type) this.refuse(`${type} ${id}`);
    return style;
  }

  /** The style and those that it is based on. */
  chain(style, type) {
    const chain = [];
    for (let one = style; one;) {
      chain.push(one);
      const base = attributeOf(childOf(one, 'basedOn'), 'val');
      one = this.named(base, type);
      if (one && chain.length > DEEPEST) {
        this.refuse(`basedOn ${base}`);
        break;
      }
    }
    return chain;
  }
}
