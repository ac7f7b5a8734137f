/** Strict JSON: UTF-8 without errors, one value, no member named twice. */
import { Malformed } from './proof.js';

/** Reads the bytes of one JSON value. */
export function parseJson(bytes) {
  let text;
  let value;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch {
    throw new Malformed('not JSON in UTF-8');
  }
  // JSON.parse silently keeps the last of two members of one name, so they are counted
  if (membersWritten(text) !== membersRead(value)) throw new Malformed('a member is named twice');
  return value;
}

/** Whether it is a JSON object. */
export const isObject = value => value !== null && typeof value === 'object' && !Array.isArray(value);

/** JSON without white space, members in code unit order. */
export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object') return JSON.stringify(value);
  return `{${Object.keys(value).filter(name => value[name] !== undefined).sort()
    .map(name => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** How many strings of a valid JSON text are followed by a colon. */
function membersWritten(text) {
  let count = 0;
  let open = text.indexOf('"');
  while (open >= 0) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let next = close + 1;
    while (next < text.length && ' \t\r\n'.includes(text[next])) next++;
    if (text[next] === ':') count++;
    open = text.indexOf('"', next);
  }
  return count;
}

function isEscaped(text, at) {
  let backslashes = 0;
  while (text[at - 1 - backslashes] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

function membersRead(value) {
  let count = 0;
  const open = [value];
  while (open.length > 0) {
    const one = open.pop();
    if (one === null || typeof one !== 'object') continue;
    const children = Object.values(one);
    if (!Array.isArray(one)) count += children.length;
    for (const child of children) open.push(child);
  }
  return count;
}
