/** Whether a report file is one of those that were issued, and if not, what it says that the issued ones do not. */
import { Malformed, sha256, toHex } from './proof.js';
import { Broken } from './bundle.js';
import { blocksOfFile, blocksOfModel, formOf } from './document.js';
import { firstDifference } from './difference.js';

const MAX_FILE = 64 * 1024 * 1024;

/** The file's hash is that of an issued file, which says what its model does; else the first number, date or paragraph that differs is named. */
export async function checkReport({ name, bytes }, issue, model) {
  const hash = toHex(sha256(bytes));
  const issued = issue.files.find(file => file.sha256 === hash);
  const form = formOf(bytes);
  // an old browser knows the file, but cannot look into it
  if (issued && form === 'docx' && typeof DecompressionStream === 'undefined') return { name, issued: issued.name, hash };
  if (form !== 'docx' && form !== 'html') throw new Broken('REPORT_FILE', { name, hash, why: 'form' });
  if (bytes.length > MAX_FILE) throw new Broken('REPORT_FILE', { name, hash, why: 'length' });
  let found;
  try {
    found = await blocksOfFile(bytes, form);
  } catch (e) {
    if (e instanceof Malformed) throw new Broken('REPORT_FILE', { name, hash, why: 'unreadable', detail: e.message });
    throw e;
  }
  // whoever issues could give out a file that does not say what its model does
  const difference = firstDifference(blocksOfModel(model, form), found);
  if (difference) throw new Broken('REPORT_TEXT', { name, hash, ...difference, ...originOf(difference.source, model) });
  if (issued) return { name, issued: issued.name, hash };
  throw new Broken('REPORT_FILE', { name, hash, why: 'same' });
}

/** What the number is and which event set it. */
function originOf(id, model) {
  const row = model.sources.find(source => source.id === id);
  return row ? { item: row.name, position: row.event?.position } : {};
}
