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
    held.push({ check: name, facts });
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
    for (const report of reports) await run('report', async () => ({ facts: await checkReport(report, issue, model, files) }));
    return { held, broken: null };
  } catch (e) {
    if (e instanceof Broken) return { held, broken: { check, code: e.code, place: e.place } };
    throw e;
  }
}

function issueFacts({ event, cycle, report, upToPosition }) {
  return { cycle, report, upToPosition: String(upToPosition), position: String(event.position), time: event.time };
}
