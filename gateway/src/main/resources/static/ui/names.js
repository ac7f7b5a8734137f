// What the ids of items are called.
import { words } from './words.js';

/** From an id to its name in the framework; running text has none there and is called a narrative. */
export function itemNames(outline) {
  const names = new Map(outline.holders.flatMap((holder) => holder.items.map((item) => [item.id, item.name])));
  return (id) => names.get(id) || (id.startsWith('narrative') ? words().narrative : id);
}
