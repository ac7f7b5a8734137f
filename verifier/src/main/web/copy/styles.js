/** The styles of a document that conforms to the grammar: where the properties of a paragraph or run come from. */
import { attributeOf, childOf, childrenOf } from './names.js';

const DEEPEST = 40;

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

export class Styles {
  /** `refuse` is given a style that programs may take for another or apply in another order. */
  constructor(root, refuse) {
    this.refuse = refuse;
    this.docDefaults = childOf(root, 'docDefaults');
    this.styles = new Map();
    this.defaults = new Map();
    const names = new Set();
    for (const style of childrenOf(root, 'style')) {
      const id = attributeOf(style, 'styleId');
      const type = attributeOf(style, 'type');
      const name = attributeOf(childOf(style, 'name'), 'val')?.toLowerCase();
      const isDefault = isOn(attributeOf(style, 'default'));
      if (this.styles.has(id.toLowerCase()) || names.has(name) || (isDefault && this.defaults.has(type))
          || (isDefault && type === 'character' && childOf(style, 'rPr')?.firstElementChild)
          || (type !== 'paragraph' && childOf(style, 'pPr'))
          || (type !== 'paragraph' && type !== 'character' && childOf(style, 'rPr'))) refuse(`style ${id}`);
      this.styles.set(id.toLowerCase(), style);
      if (name !== undefined) names.add(name);
      if (isDefault) this.defaults.set(type, style);
    }
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

  paragraphStyles(properties, kind) {
    const style = this.named(attributeOf(childOf(properties, 'pStyle'), 'val'), 'paragraph') ?? this.defaults.get('paragraph');
    return this.chain(style, 'paragraph').map(one => childOf(one, kind));
  }

  /** The style of that id; undefined where none is named, or an unknown one, which means the default. */
  named(id, type) {
    const style = id === null ? undefined : this.styles.get(id.toLowerCase());
    if (style && !(attributeOf(style, 'styleId') === id && attributeOf(style, 'type') === type)) this.refuse(`${type} ${id}`);
    return style;
  }

  /** The style and those that it is based on. */
  chain(style, type) {
    const chain = [];
    for (let one = style; one;) {
      chain.push(one);
      const base = attributeOf(childOf(one, 'basedOn'), 'val');
      one = this.named(base, type);
      if (base !== null && (!one || chain.length > DEEPEST)) {
        this.refuse(`basedOn ${base}`);
        break;
      }
    }
    return chain;
  }
}
