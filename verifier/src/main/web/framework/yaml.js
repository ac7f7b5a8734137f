/** The YAML of a framework file: lists, mappings and texts, without what two readers could take for different things. */
import { Malformed } from '../proof.js';
import { isPrinted } from '../template/repertoire.js';
import { COLLECTION_STYLE, constructFromEvents, FAILSAFE_SCHEMA, parseEvents, SCALAR_STYLE } from '../vendor/js-yaml.js';

const MOST_BYTES = 1_000_000;

/** Directives, marks of documents, and keys of their own line. */
const MARKS = /^%|^ *(---|\.\.\.)( |$)|(^|[ [{,])\?( |$)/m;

/** What readers take for a key, a list or a text. */
const MARK_FIRST = /^(?:[:?]|-(?![0-9.]))/;

/** Reads the bytes as one value in which each scalar is a text. */
export function readYaml(bytes) {
  if (bytes.length > MOST_BYTES) throw new Malformed('more bytes than a framework may have');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replaceAll('\r\n', '\n').replace(/\n?$/, '\n');
    requirePlain(text);
    const documents = constructFromEvents(plain(parseEvents(text), text), { schema: FAILSAFE_SCHEMA, source: text });
    if (documents.length === 1 && !hasLineFeed(documents[0])) return documents[0];
  } catch (e) {
    throw new Malformed(`not YAML: ${e.message}`);
  }
  throw new Malformed('not YAML: not one document, or a line feed in a text');
}

/** A plain text over several lines keeps its empty ones as line feeds. */
function hasLineFeed(value) {
  if (typeof value === 'string') return value.includes('\n');
  return value !== null && typeof value === 'object' && Object.entries(value).some(pair => pair.some(hasLineFeed));
}

/** Another blank or line break is one for some readers only. */
function requirePlain(text) {
  const other = [...text].find(c => c !== '\n' && (c === '\t' || c === '\u00a0' || !isPrinted(c.codePointAt(0))));
  if (other !== undefined) throw new Malformed(`the character ${JSON.stringify(other)}`);
  if (MARKS.test(text) || text.includes('\\') || /[^ \n]#/.test(text)) throw new Malformed('a mark, a backslash or # after a word');
}

/**
 * The meaning of anchors and tags depends on the schema of a reader; brackets over several lines are read by some
 * readers only.
 */
function plain(events, text) {
  if (events.some(event => event.anchorStart >= 0 || event.tagStart >= 0)) throw new Malformed('an anchor, alias or tag');
  const scalars = new Map(events.filter(event => event.valueStart >= 0).map(event => [event.valueStart, event.valueEnd]));
  const quoted = [SCALAR_STYLE.SINGLE_QUOTED, SCALAR_STYLE.DOUBLE_QUOTED];
  if (events.some(event => quoted.includes(event.style) && event.valueStart >= 0 && text.slice(event.valueStart, event.valueEnd).includes('\n'))) {
    throw new Malformed('a quoted text over several lines');
  }
  const marked = ({ style, valueStart }) => style === SCALAR_STYLE.PLAIN && valueStart >= 0 && MARK_FIRST.test(text.slice(valueStart));
  if (events.some(marked)) throw new Malformed('a text that begins with a mark');
  const blocks = [SCALAR_STYLE.LITERAL_BLOCK, SCALAR_STYLE.FOLDED_BLOCK];
  if (events.some(event => blocks.includes(event.style))) throw new Malformed('a block of text');
  let end = -1;
  for (const { start, style } of events) {
    if (style === COLLECTION_STYLE.FLOW && start > end) end = closing(text, start, scalars);
  }
  return events;
}

/** Where the brackets that open here close: on the same line. */
function closing(text, start, scalars) {
  const ends = text.indexOf('\n', start);
  const line = ends < 0 ? text.length : ends;
  let depth = 0;
  for (let at = start; at < line; at++) {
    at = scalars.get(at) ?? at;
    if (text[at] === '#') break;
    if ('[{'.includes(text[at])) depth++;
    if (']}'.includes(text[at]) && --depth === 0 && at < line) return at;
  }
  throw new Malformed('brackets over several lines');
}
