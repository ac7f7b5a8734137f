// Every event of the indicator, a page at a time however many there are, each with its receipt.
import { computed, html, reactive, ref, shallowRef, watch } from '../lib.js';
import { hand, kind, statement, time } from './describe.js';
import { indexAt } from './events.js';
import { KeyNotice, Outcome, Receipt } from './receipt.js';
import { Trouble } from './trouble.js';
import { published, remember, verify, verifyAll } from './verify.js';
import { words } from './words.js';

const ROWS = 50;

/** What was verified so far, and the key it was verified with. */
function useVerification(view) {
  const results = reactive(new Map());
  const checking = reactive(new Set());
  const official = shallowRef(null);
  const refusal = shallowRef(null);
  const run = ref(null);
  const keys = async () => {
    refusal.value = null;
    try {
      official.value = await published();
    } catch (problem) {
      refusal.value = problem;
    }
    return official.value;
  };
  const one = async (event) => {
    checking.add(event.position);
    const found = await keys();
    if (found) {
      results.set(event.position, await verify(view, event, found));
    }
    checking.delete(event.position);
  };
  const all = async (events) => {
    const found = await keys();
    if (!found) {
      return;
    }
    const mine = (run.value = reactive({ all: events.length, done: 0, bad: 0, first: null, running: true, stopped: false }));
    await verifyAll(view, events, found, (position, result) => {
      results.set(position, result);
      mine.done++;
      if (result.holds !== true) {
        mine.bad++;
        mine.first = mine.first === null || Number(position) < Number(mine.first) ? position : mine.first;
      }
    }, () => mine.stopped);
    mine.running = false;
  };
  const trust = () => (official.value = { ...official.value, first: remember(official.value.fingerprint), changed: false });
  return { results, checking, official, refusal, run, one, all, trust };
}

const Run = {
  props: ['run'],
  setup: (props) => () => {
    const { run } = props;
    const told = run.running ? words().progress(run.done, run.all)
      : run.bad > 0 ? words().someFail(run.bad, run.done)
        : run.stopped ? words().stopped(run.done) : words().allHold(run.done);
    return html`
      <div class=${`run ${run.running ? '' : run.bad > 0 ? 'fails' : 'holds'}`}>
        <progress max=${run.all} value=${run.done} aria-label=${words().verifyAll}></progress>
        <span role="status">${told}</span>
        ${run.first !== null && html`<b>${words().failsAt(run.first)}</b>`}
        ${run.running && html`<button type="button" onClick=${() => (run.stopped = true)}>${words().stop}</button>`}
      </div>`;
  },
};

export const Timeline = {
  props: ['view', 'names', 'history'],
  emits: ['at', 'against'],
  setup(props, { emit }) {
    const { events, refusal, loading, next, more } = props.history;
    const index = computed(() => indexAt(events.value, props.view.at));
    const page = ref(0);
    const open = ref('');
    const checks = useVerification(props.view);
    watch(index, (now) => (page.value = Math.max(0, Math.floor(now / ROWS))), { immediate: true });
    const check = (event) => {
      open.value = event.position;
      checks.one(event);
    };
    const row = (event, n) => {
      const { who, door } = hand(event, props.names);
      const result = checks.results.get(event.position);
      const isOpen = open.value === event.position;
      const { payload } = event;
      return html`
        <tr key=${event.position} data-position=${event.position} class=${n === index.value ? 'current' : ''} aria-current=${n === index.value ? 'true' : null}>
          <td class="number"><button type="button" class="plain" title=${words().show} onClick=${() => emit('at', event.position)}>${event.position}</button></td>
          <td data-label=${words().recordedAt}><time datetime=${event.recordedAt}>${time(event.recordedAt)}</time><small>${who}${door && ` · ${door}`}</small></td>
          <td data-label=${words().what}><b>${kind(event)}</b> ${payload.item && props.names.item(payload.item)}
            <div class="text short">${statement(event)}</div>
            ${payload.reason && html`<small class="reason">${words().reason} ${payload.reason}</small>`}</td>
          <td class="acts">
            <button type="button" aria-expanded=${isOpen} onClick=${() => (open.value = isOpen ? '' : event.position)}>${words().receipt}</button>
            <button type="button" class="verify" disabled=${checks.checking.has(event.position)} onClick=${() => check(event)}>${words().verify}</button>
            ${result && html`<${Outcome} result=${result} />`}</td>
        </tr>
        ${isOpen && html`
          <tr key=${`${event.position} receipt`} class="opened"><td colspan="4">
            <${Receipt} event=${event} result=${result} checking=${checks.checking.has(event.position)} />
            <p class="turns"><button type="button" onClick=${() => emit('at', event.position)}>${words().show}</button>
              <button type="button" onClick=${() => emit('against', event.position)}>${words().compare}</button></p>
          </td></tr>`}`;
    };
    const pager = () => {
      const of = events.value.length;
      const first = page.value * ROWS;
      return of > ROWS && html`
        <p class="pager">
          <button type="button" disabled=${page.value === 0} onClick=${() => page.value--}>${words().earlier}</button>
          <span>${words().shown(first + 1, Math.min(first + ROWS, of), of)}</span>
          <button type="button" disabled=${first + ROWS >= of} onClick=${() => page.value++}>${words().later}</button>
        </p>`;
    };
    return () => {
      const shown = events.value.slice(page.value * ROWS, (page.value + 1) * ROWS);
      return html`
        <section class="card timeline" aria-busy=${loading.value}>
          <h2>${words().timeline} <small id="loaded">${(next.value === null ? words().events : words().loaded)(events.value.length)}</small>
            ${events.value.length > 0 && html`
              <button type="button" id="verify-all" disabled=${checks.run.value !== null && checks.run.value.running}
                onClick=${() => checks.all(events.value)}>${words().verifyAll}</button>`}</h2>
          ${checks.run.value && html`<${Run} run=${checks.run.value} />`}
          ${checks.refusal.value && html`<${Trouble} refusal=${checks.refusal.value} />`}
          ${checks.official.value && html`<${KeyNotice} official=${checks.official.value} onTrust=${checks.trust} />`}
          ${pager()}
          ${shown.length > 0 && html`
            <table class="cards events">
              <caption class="unseen">${words().timeline}</caption>
              <thead><tr><th scope="col" class="number">${words().position}</th><th scope="col">${words().recordedAt} / ${words().who}</th>
                <th scope="col">${words().what}</th><th scope="col"><span class="unseen">${words().receipt}</span></th></tr></thead>
              <tbody>${shown.map((event, n) => row(event, page.value * ROWS + n))}</tbody>
            </table>`}
          ${pager()}
          ${loading.value && html`<p class="none">${words().loading}</p>`}
          ${refusal.value && html`<${Trouble} refusal=${refusal.value} onAgain=${more} />`}
          ${!loading.value && !refusal.value && next.value !== null && html`<button type="button" onClick=${more}>${words().more}</button>`}
          ${!loading.value && !refusal.value && next.value === null && events.value.length === 0 && html`<p class="none">${words().none}</p>`}
        </section>`;
    };
  },
};
