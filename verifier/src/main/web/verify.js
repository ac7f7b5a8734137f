/** Runs the checks of a bundle and of report files, up to the first thing that does not hold. */
import { Broken, readBundle } from './bundle.js';
import { checkHolders, checkIssue, checkModel, checkSignature, checkStreams, checkTree } from './checks.js';
import { checkContent, openedWith } from './template/content.js';
import { checkRecorded } from './template/record.js';
import { checkFiles, checkReport } from './report.js';

/** The checks in their order. */
export const CHECKS = ['form', 'signature', 'tree', 'streams', 'issue', 'values', 'files', 'report'];

/**
 * Verifies.
 *
 * @param bundle bytes of the bundle
 * @param reports [{name, bytes}]
 * @param key X.509 bytes of the key that the reader trusts, or null to take the bundle's own, which proves less
 * @param breathe called (check, done, of) now and then, awaited
 * @param known SHA-256 of the published frameworks by `id version`
 * @returns {held: [{check, facts}], broken: {check, code, place} or null}
 */
export async function verify(bundle, reports, key, breathe, known) {
  const held = [];
  let check;
  const run = async (name, work) => {
    check = name;
    const pause = (done, of) => breathe(name, done, of);
    await breathe(name, 0, 0);
    const { facts, result } = await work(pause);
    if (facts) held.push({ check: name, facts });
    return result;
  };
  try {
    const read = await run('form', async pause => {
      const result = await readBundle(bundle, pause);
      return { result, facts: { streams: String(result.streams.length), events: String(result.events.length) } };
    });
    await run('signature', () => ({ facts: checkSignature(read, key) }));
    await run('tree', async pause => ({ facts: await checkTree(read, pause) }));
    check = 'issue';
    const issue = checkIssue(read);
    const events = await run('streams', async pause => ({
      result: await checkStreams(read, issue, pause), facts: { cycle: issue.cycle, streams: String(read.streams.length) },
    }));
    const model = await run('issue', () => ({ result: checkModel(read, issue, events), facts: issueFacts(issue) }));
    await run('values', () => {
      const opened = openedWith(read.framework, events, known);
      checkHolders(read, opened.framework, issue);
      checkRecorded(opened.framework, [...events, issue.event]);
      return { facts: checkContent(opened, model, read.model, issue) };
    });
    const files = await run('files', () => ({ result: checkFiles(issue, model), facts: { files: issue.files.map(file => file.name).join(' ') } }));
    const copies = [];
    for (const report of reports) {
      const broken = await run('report', () => judged(report, issue, model, files));
      if (broken) copies.push(broken);
    }
    return { held, broken: copies.length > 0 ? { check, ...allOf(copies) } : null };
  } catch (e) {
    if (e instanceof Broken) return { held, broken: { check, code: e.code, place: e.place } };
    throw e;
  }
}

/** The facts of an issued file, or what is to be said of a copy; the first other file ends the checks. */
async function judged(report, issue, model, files) {
  try {
    return { facts: await checkReport(report, issue, model, files) };
  } catch (e) {
    if (e instanceof Broken && e.code === 'REPORT_COPY') return { result: e };
    throw e;
  }
}

/** What is to be said of all copies together; where there are several, each line that was added names its file. */
function allOf(copies) {
  if (copies.length === 1) return { code: copies[0].code, place: copies[0].place };
  const places = copies.map(copy => copy.place);
  const added = places.flatMap(({ name, added: lines }) => lines.map(({ part, text }) => ({ part, text: `${name}: ${text}` })));
  return {
    code: 'REPORT_COPY',
    place: { name: places.map(({ name }) => name).join('、'), hash: places.map(({ hash }) => hash).join('、'), why: added.length > 0 ? 'added' : 'same', added },
  };
}

function issueFacts({ event, cycle, report, upToPosition }) {
  return { cycle, report, upToPosition: String(upToPosition), position: String(event.position), time: event.time };
}
