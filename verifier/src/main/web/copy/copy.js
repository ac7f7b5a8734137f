/** Whether the readable text of a file is that of the issued one, and what was added around it. */
import { firstDifference } from './difference.js';

const MOST_LINES = 6;
const LONGEST_LINE = 60;

/**
 * Compares blocks. Signing adds a few lines before the title, behind the body or at the end: `added` has them as
 * {part: 'head' | 'signature' | 'end', text}. `difference` is the first in what is left, or null.
 */
export function compare(expected, found) {
  const body = expected.findIndex(block => block.place.part === 'annex1');
  const rest = [...found];
  const added = [];
  const take = (at, part) => {
    const wanted = expected[at];
    const next = rest.findIndex((block, i) => i >= at && block.is(wanted));
    const end = at < expected.length ? next : rest.length;
    const lines = rest.slice(at, Math.max(at, end));
    if (lines.length > MOST_LINES || lines.some(line => line.row !== undefined || [...line.text].length > LONGEST_LINE)) return;
    rest.splice(at, lines.length);
    added.push(...lines.map(line => ({ part, text: line.text })));
  };
  take(0, 'head');
  take(body, 'signature');
  take(expected.length, 'end');
  return { added, difference: firstDifference(expected, rest) };
}
