/** The page's own checks, for many forgeries of one report: what the page would say of each, without drawing it. */
import { fromBase64, Malformed, sha256, toHex } from '../../main/web/proof.js';
import { Broken, readBundle } from '../../main/web/bundle.js';
import { checkIssue, checkModel, readEvent } from '../../main/web/checks.js';
import { readDocx } from '../../main/web/copy/word.js';
import { readFramework } from '../../main/web/framework/framework.js';
import { checkFiles, checkReport } from '../../main/web/report.js';
import { checkContent, openedWith } from '../../main/web/template/content.js';
import { printable } from '../../main/web/template/repertoire.js';
import { requireExact } from '../../main/web/template/events.js';
import { checkRecorded } from '../../main/web/template/record.js';
import { verify } from '../../main/web/verify.js';

let genuine;
const known = new Map();

/** The bundle that later forgeries are of; it holds. */
export async function begin(bundle) {
  const bytes = fromBase64(bundle);
  const read = await readBundle(bytes, () => null);
  const issue = checkIssue(read);
  const events = read.events.slice(0, -1).map(readEvent);
  const model = checkModel(read, issue, events);
  genuine = { read, issue, model, events, files: checkFiles(issue, model) };
  return codeOf(await verify(bytes, [], null, () => null, known));
}

/** Codes of bundles. */
export const judgeBundles = bundles => each(bundles, async bundle => {
  const { broken } = await verify(fromBase64(bundle), [], null, () => null, known);
  if (broken) throw new Broken(broken.code, broken.place);
});

/** Codes of contents, as if each were the one that was issued. */
export const judgeContents = contents => each(contents, content => {
  const bytes = fromBase64(content);
  const issue = { ...genuine.issue, modelSha256: toHex(sha256(bytes)) };
  const { framework } = genuine.read;
  const opened = openedWith(framework, genuine.events, known);
  checkContent(opened, checkModel({ framework, model: bytes }, issue, genuine.events), bytes, issue);
});

/** Codes of contents that each come with their own framework and events. */
export const judgeReports = reports => each(reports, ({ framework, events, model, known: published = [] }) => {
  const bytes = fromBase64(model);
  const read = events.map((d, position) => readEvent({ position: BigInt(position), d: fromBase64(d) }));
  const content = JSON.parse(new TextDecoder().decode(bytes));
  checkContent(openedWith(fromBase64(framework), read, new Map(published)), { ...content, sha256: '' }, bytes, content.about);
});

/** Which files are frameworks. */
export const takenFrameworks = files => files.map(file => {
  try {
    readFramework(fromBase64(file));
    return true;
  } catch (e) {
    if (!(e instanceof Malformed)) throw e;
    return false;
  }
});

/** Codes of lists of events of a framework, without a content. */
export const judgeRecords = (file, lists) => each(lists, list => {
  const events = list.map((d, position) => readEvent({ position: BigInt(position), d: fromBase64(d) }));
  checkRecorded(openedWith(fromBase64(file), events, known).framework, events);
});

/** Codes of single events. */
export const judgeEvents = events => each(events, d => requireExact({ position: 0n, d: fromBase64(d) }));

/** Which code points, from the first to the last, are printed: a text of 1 and 0. */
export const printed = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => String.fromCodePoint(first + i))
  .map(c => (printable(c) === c ? '1' : '0')).join('');

/** Codes of report files. */
export const judgeFiles = files => each(files, file =>
  checkReport({ name: 'report', bytes: fromBase64(file) }, genuine.issue, genuine.model, genuine.files));

/** What can be read in a DOCX: blocks, lines of margins and marks as texts, and what may be shown otherwise. */
export async function readingOf(file) {
  const { blocks, margins, marks, hidden } = await readDocx(fromBase64(file));
  return {
    blocks: blocks.map(({ text, cell }) => `${cell ?? ''}|${text}`),
    margins: margins.map(({ text }) => text),
    marks: marks.map(mark => JSON.stringify(mark)),
    hidden: hidden === null ? '' : `${hidden.part}: ${hidden.detail}`,
  };
}

const codeOf = ({ broken }) => broken?.code ?? 'HOLDS';

async function each(list, judge) {
  const codes = [];
  for (const one of list) {
    try {
      await judge(one);
      codes.push('HOLDS');
    } catch (e) {
      if (!(e instanceof Broken)) throw e;
      codes.push(e.code);
    }
  }
  return codes;
}
