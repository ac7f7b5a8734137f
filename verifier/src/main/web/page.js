/** The page: takes files, runs the checks, shows what they found. It loads nothing and keeps nothing. */
import { keyOfPem, Malformed } from './proof.js';
import { formOf } from './report.js';
import { time } from './render/wording.js';
import { CHECKS, verify } from './verify.js';
import { explain, fill, wordsOf } from './words.js';

const BREATH = 40;
// put there by the build: SHA-256 of each published framework by its name and version
const KNOWN = new Map(JSON.parse(document.querySelector('meta[name=frameworks]')?.content ?? '[]'));
const files = { bundle: null, reports: [], key: null };
let language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh-CN';
let words = wordsOf(language);
let notice = '';
let outcome = null;
let running = 0;

const page = document.getElementById('page');
const status = element('div', { role: 'status', 'aria-live': 'polite' });
const result = element('div');

function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (value !== false) node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null));
  return node;
}

function draw() {
  words = wordsOf(language);
  document.documentElement.lang = language;
  document.title = `${words.title} · DutyLedger`;
  page.replaceChildren(
    element('header', {}, element('h1', {}, words.title),
      element('button', { type: 'button', class: 'screen', lang: language === 'en' ? 'zh-CN' : 'en', onclick: switchLanguage }, words.language)),
    element('p', { class: 'screen' }, words.intro),
    dropZone(), status, result,
    element('footer', {}, words.footer));
  drawStatus();
  drawResult();
}

function switchLanguage() {
  language = language === 'en' ? 'zh-CN' : 'en';
  draw();
  page.querySelector('header button').focus();
}

function dropZone() {
  const zone = element('section', { class: 'drop', 'aria-label': words.drop },
    element('p', { class: 'screen' }, words.drop),
    element('div', { class: 'buttons screen' },
      picker('bundle', words.pickBundle, '.json', false),
      picker('report', words.pickReport, '.docx,.html,.htm,.pdf', true),
      picker('key', words.pickKey, '.pem,.pub,.txt', false)),
    fileList());
  const over = inside => event => {
    event.preventDefault();
    zone.classList.toggle('over', inside);
  };
  zone.addEventListener('dragover', over(true));
  zone.addEventListener('dragleave', over(false));
  zone.addEventListener('drop', event => {
    over(false)(event);
    take([...event.dataTransfer.files], '');
  });
  return zone;
}

function picker(kind, label, accept, multiple) {
  const input = element('input', { type: 'file', accept, multiple, id: `pick-${kind}` });
  input.addEventListener('change', () => take([...input.files], kind));
  return element('label', { class: 'pick' }, input, label);
}

function fileList() {
  const row = (kind, { name, bytes }) => element('li', {},
    element('span', { class: 'kind' }, words[kind]), element('span', {}, `${fill('{name}', { name })}`),
    element('span', {}, fill(words.bytes, { n: bytes.length.toLocaleString('en') })));
  const rows = [
    ...(files.bundle ? [row('bundle', files.bundle)] : []),
    ...files.reports.map(report => row('report', report)),
    ...(files.key ? [row('key', files.key)] : []),
  ];
  return rows.length === 0 ? null : element('ul', { class: 'files' }, ...rows);
}

/** Takes files of one kind, or of the kind that each of them looks like. */
async function take(chosen, kind) {
  if (chosen.length === 0) return;
  running++;
  notice = '';
  outcome = null;
  drawResult();
  const reports = [];
  for (const file of chosen) {
    try {
      const read = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
      const its = kind || kindOf(read);
      if (its === 'bundle') files.bundle = read;
      else if (its === 'key') files.key = { ...read, spki: keyOfPem(new TextDecoder().decode(read.bytes)) };
      else reports.push(read);
    } catch (e) {
      notice = e instanceof Malformed ? fill(words.badKey, { name: file.name }) : fill(words.unreadable, { name: file.name, why: e.message });
      if (kind === 'key') files.key = null;
    }
  }
  if (reports.length > 0) files.reports = reports;
  await run();
}

function kindOf({ name, bytes }) {
  if (formOf(bytes)) return 'report';
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart();
  if (start.startsWith('-----BEGIN PUBLIC KEY-----')) return 'key';
  return start.startsWith('{') || name.endsWith('.json') ? 'bundle' : 'report';
}

async function run() {
  const mine = ++running;
  outcome = null;
  draw();
  if (!files.bundle) return;
  try {
    const found = await verify(files.bundle.bytes, files.reports, files.key?.spki ?? null, breather(mine), KNOWN);
    if (mine === running) outcome = { ...found, at: new Date() };
  } catch (e) {
    if (mine === running) notice = fill(words.failed, { why: e.message });
  }
  if (mine !== running) return;
  draw();
  result.querySelector('.verdict')?.focus();
}

/** Lets the browser draw and answer every so often, and shows how far the checks are. */
function breather(mine) {
  let last = 0;
  return (check, done, of) => {
    const now = performance.now();
    if (now - last < BREATH) return null;
    last = now;
    if (mine === running) drawProgress(check, done, of);
    // not setTimeout: nested ones are slowed down
    return new Promise(resolve => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        channel.port1.close();
        resolve();
      };
      channel.port2.postMessage(null);
    });
  };
}

function drawProgress(check, done, of) {
  const label = fill(words.working, { check: words.check[check] });
  // replaced once per check, so that a screen reader does not read every step
  if (status.dataset.check !== check) {
    status.dataset.check = check;
    status.replaceChildren(element('p', {}, label), element('progress', { max: '1', 'aria-label': label }));
  }
  const bar = status.querySelector('progress');
  if (of > 0) bar.value = done / of;
}

function drawStatus() {
  delete status.dataset.check;
  status.replaceChildren();
  if (notice) status.append(element('p', {}, notice));
  if (!files.bundle && files.reports.length + Number(files.key !== null) > 0) status.append(element('p', {}, words.needBundle));
}

function drawResult() {
  result.replaceChildren();
  if (!outcome) return;
  result.append(
    verdict(),
    element('h2', {}, words.checks),
    element('ol', { class: 'checks' }, ...CHECKS.flatMap(check => rows(check))),
    ...facts(),
    element('h2', {}, words.limits),
    element('ul', { class: 'limits' }, ...words.limit.map(line => element('li', {}, line))),
    element('p', { class: 'screen' }, element('button', { type: 'button', onclick: () => window.print() }, words.print)));
}

function verdict() {
  const { broken } = outcome;
  const whole = files.reports.length > 0;
  const copy = broken?.code === 'REPORT_COPY';
  const title = copy ? words.copy : broken ? words.bad : whole ? words.good : words.goodBundle;
  const note = broken ? explain(words, broken) : whole ? words.goodNote : words.goodBundleNote;
  return element('div', {
    class: `verdict ${broken ? 'bad' : 'good'}`, role: 'alert', tabindex: '-1', 'data-code': broken ? broken.code : 'HOLDS',
  }, `${copy ? '≠' : broken ? '✗' : '✓'} ${title}`, element('p', {}, note), ownKey(), unpublished(), copy ? additions(broken.place.added) : null);
}

/** Who signed is known only by a key from elsewhere: the reader has to compare it. */
function ownKey() {
  const found = outcome.held.find(line => line.check === 'signature')?.facts;
  return found && !found.trusted ? element('p', { class: 'own-key' }, words.ownKey) : null;
}

/** The verdicts follow the rules of a framework that this page does not know: the reader has to compare it. */
function unpublished() {
  const found = outcome.held.find(line => line.check === 'values')?.facts;
  return found?.unpublished ? element('p', { class: 'unpublished' }, fill(words.unpublished, found)) : null;
}

/** What a copy adds around the text, each with its place. */
function additions(added) {
  return added.length === 0 ? null : element('ul', {}, ...added.map(({ part, text }) =>
    element('li', {}, fill('{place}“{text}”', { place: words.added[part], text }))));
}

/**
 * The lines of a check: one for each thing that holds, one for what does not, or one with the reason why it was
 * skipped.
 */
function rows(check) {
  const { held, broken } = outcome;
  const lines = held.filter(line => line.check === check)
    .map(({ facts: found }) => row(check, 'held', '✓', [fill(words.fact[check], found), ...notes(check, found)]));
  if (broken?.check === check) lines.push(row(check, 'broken', '✗', [explain(words, broken), broken.code]));
  if (lines.length > 0) return lines;
  return [row(check, 'left', '–', [broken ? words.stopped : words.noReport])];
}

function notes(check, found) {
  if (check === 'values' && found.unpublished) return [fill(words.unpublished, found)];
  if (check !== 'signature') return [];
  return [found.trusted ? words.trustedKey : words.ownKey, ...found.unchecked.map(name => fill(words.unchecked, { name }))];
}

function row(check, state, mark, lines) {
  const of = { held: 'holds', broken: 'fails', left: 'left' };
  return element('li', { class: of[state], 'data-check': check },
    element('span', { class: 'mark', role: 'img', 'aria-label': words[state] }, mark),
    element('div', {}, element('div', { class: 'said' }, words.check[check]), ...lines.map(line => element('div', { class: 'detail' }, line))));
}

function facts() {
  const found = Object.assign({}, ...outcome.held.map(line => line.facts));
  const rowsOf = [];
  const put = (term, value) => rowsOf.push(element('dt', {}, words.term[term]), element('dd', {}, value));
  const { report, position } = outcome.held.find(line => line.check === 'issue')?.facts ?? {};
  if (position) {
    put('cycle', fill('{cycle}', found));
    put('report', fill('{report}', { report }));
    put('upToPosition', found.upToPosition);
    put('issued', fill(words.issuedAt, { time: time(found.time), position }));
  }
  if (found.origin) {
    put('origin', found.origin);
    put('size', found.size);
    put('fingerprint', element('code', { id: 'fingerprint' }, found.key.replace(/(.{8})(?=.)/g, '$1 ')));
  }
  put('checked', outcome.at.toLocaleString(language, { hour12: false }));
  return [element('h2', {}, words.facts), element('dl', {}, ...rowsOf)];
}

// a file that misses the zone would otherwise replace the page
for (const type of ['dragover', 'drop']) window.addEventListener(type, event => event.preventDefault());
draw();
