/** What can be read in an HTML file, and where it is written otherwise than the issued one. */
import { Malformed } from '../proof.js';
import { printable } from '../template/repertoire.js';
import { Block, shown } from './block.js';

const SHOWN = 60;

/** {blocks, margins, hidden} as of a DOCX; only a byte order mark, line ends and white space at its ends may be others. */
export function readHtml(bytes, issued) {
  const [text, wanted] = [bytes, issued].map(written);
  let at = 0;
  while (at < wanted.length && text[at] === wanted[at]) at++;
  const page = new DOMParser().parseFromString(text, 'text/html');
  return { blocks: blocksOf(page), margins: [], marks: [], hidden: text === wanted ? null : { part: 'HTML', detail: text.slice(at, at + SHOWN) } };
}

function written(bytes) {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n').replace(/^[ \t\n\r\f]+|[ \t\n\r\f]+$/g, '');
  } catch {
    throw new Malformed('not UTF-8');
  }
}

function blocksOf(page) {
  const title = new Block().add(shown(page.title));
  const nodes = [...page.querySelectorAll('article > *, .annex > p, .annex > h2, th, td, td > div')];
  const blocks = nodes.filter(node => !node.querySelector('div') && /\S/.test(node.textContent)).map(node => {
    const block = new Block();
    const walker = page.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = block.text.length;
      block.add(shown(walker.currentNode.data));
      block.mark(walker.currentNode.parentElement.id, at);
    }
    return block;
  });
  blocks.unshift(title);
  // what is anywhere else is no part of a report
  page.body.querySelectorAll('script, style, template').forEach(node => node.remove());
  const all = page.body.textContent;
  const squeezed = text => text.replace(/\s/g, '');
  return squeezed(all) === squeezed(blocks.slice(1).map(block => block.text).join('')) ? blocks : [...blocks, new Block().add(shown(printable(all)))];
}
