/**
 * Report files: issued ones are what the renderers write of the model; another file may be a copy of the same text, and
 * if not, the difference is named.
 */
import { Malformed, sha256, toHex } from './proof.js';
import { Broken } from './bundle.js';
import { renderDocx } from './render/docx.js';
import { renderHtml } from './render/html.js';
import { compare } from './copy/copy.js';
import { blocksOfModel } from './copy/expected.js';
import { readHtml } from './copy/html.js';
import { foreignMark } from './copy/marks.js';
import { readDocx } from './copy/word.js';

const MAX_FILE = 64 * 1024 * 1024;
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The issued files are those that the renderers write, and no others; gives them by form. */
export function checkFiles(issue, model) {
  const files = { docx: renderDocx(model), html: renderHtml(model) };
  const made = [['report.docx', WORD, files.docx], ['report.html', 'text/html;charset=UTF-8', files.html]].map(([name, mediaType, bytes]) =>
    ({ name, mediaType, sha256: toHex(sha256(bytes)), size: String(bytes.length) }));
  const members = ['name', 'mediaType', 'sha256', 'size'];
  made.forEach((one, i) => {
    if (!members.every(member => issue.files[i]?.[member] === one[member])) {
      throw new Broken('REPORT_FILE', { why: 'rendered', name: one.name, hash: one.sha256, issued: issue.files[i]?.sha256 ?? '' });
    }
  });
  if (issue.files.length > made.length) throw new Broken('REPORT_FILE', { why: 'surplus', name: issue.files[made.length].name });
  return files;
}

/** What the first bytes of a file say it is: docx, html, pdf, or an empty text. */
export function formOf(bytes) {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return 'docx';
  // the blanks of HTML; the program looks at as many bytes
  const start = new TextDecoder().decode(bytes.subarray(0, 256)).replace(/^[ \t\n\f\r]+/, '').toLowerCase();
  if (start.startsWith('<!doctype html') || start.startsWith('<html')) return 'html';
  return start.startsWith('%pdf-') ? 'pdf' : '';
}

/** The file's hash is that of an issued file; else it is a copy (`REPORT_COPY`), or the first difference is named. */
export async function checkReport({ name, bytes }, issue, model, files) {
  const hash = toHex(sha256(bytes));
  const issued = issue.files.find(file => file.sha256 === hash);
  if (issued) return { name, issued: issued.name, hash };
  const form = formOf(bytes);
  if (form !== 'docx' && form !== 'html') throw new Broken('REPORT_FILE', { name, hash, why: 'form' });
  if (bytes.length > MAX_FILE) throw new Broken('REPORT_FILE', { name, hash, why: 'length' });
  let read;
  try {
    read = form === 'docx' ? await readDocx(bytes) : readHtml(bytes, files.html);
  } catch (e) {
    if (e instanceof Malformed) throw new Broken('REPORT_FILE', { name, hash, why: 'unreadable', detail: e.message });
    throw e;
  }
  const { blocks, margins, marks } = read;
  const { added, difference } = blocks === null ? {} : compare(blocksOfModel(model, form), blocks);
  if (difference) throw new Broken('REPORT_TEXT', { name, hash, ...difference, ...originOf(difference.source, model) });
  const foreign = foreignMark(marks, model);
  const hidden = read.hidden ?? (foreign && { part: form.toUpperCase(), detail: Object.values(foreign).join(' ') });
  if (hidden) throw new Broken('REPORT_HIDDEN', { name, hash, ...hidden });
  const others = [...margins, ...added];
  throw new Broken('REPORT_COPY', { name, hash, why: others.length > 0 ? 'added' : 'same', added: others });
}

/** What the number is and which event set it. */
function originOf(id, model) {
  const row = model.sources.find(source => source.id === id);
  return row ? { item: row.name, position: row.event?.position } : {};
}
