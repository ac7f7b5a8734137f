// The auditors' page: which indicator, and when.
import { createApp, html, reactive, watch } from '../lib.js';
import { Shell } from '../shell.js';
import { titleOf } from '../words.js';
import { Refusal, useAnswer, whenSignedOut } from './ask.js';
import { namesOf } from './describe.js';
import { momentOf } from './events.js';
import { Replay } from './replay.js';
import { Trouble } from './trouble.js';
import { words } from './words.js';

const PARAMETERS = ['cycle', 'indicator', 'at', 'on', 'against'];
const MOMENTS = ['at', 'against'];
/** Changes within so many milliseconds are one step of the browser's history: a slider passes many moments. */
const ONE_STEP = 700;

/** The parameters of the address; a moment may be written there as in the page's own field. */
function fromAddress() {
  const query = new URLSearchParams(location.search);
  return Object.fromEntries(PARAMETERS.map((name) => {
    const text = query.get(name) || '';
    return [name, (MOMENTS.includes(name) && momentOf(text)) || text];
  }));
}

/** What is looked at, which is all that the address holds. */
function looked() {
  const view = reactive(fromAddress());
  let changed = 0;
  watch(view, () => {
    const now = `?${new URLSearchParams(PARAMETERS.filter((name) => view[name] !== '').map((name) => [name, view[name]]))}`;
    const shown = fromAddress();
    if (PARAMETERS.every((name) => shown[name] === view[name])) {
      return; // the browser's back or forward
    }
    const step = Date.now() - changed > ONE_STEP ? 'pushState' : 'replaceState';
    changed = Date.now();
    history[step](null, '', location.pathname + now);
  });
  addEventListener('popstate', () => Object.assign(view, fromAddress()));
  return view;
}

const Choice = {
  props: ['id', 'label', 'value', 'options'],
  emits: ['choose'],
  setup: (props, { emit }) => () => html`
    <label for=${props.id}>${props.label}</label>
    <select id=${props.id} value=${props.value} onChange=${(event) => emit('choose', event.target.value)}>
      <option value="">${words().choose}</option>
      ${props.options.map((o) => html`<option key=${o.value} value=${o.value} selected=${o.value === props.value}>${o.text}</option>`)}
    </select>`,
};

const Audit = {
  props: ['view'],
  setup({ view }) {
    const cycles = useAnswer(() => '/api/v1/cycles');
    const both = () => (view.cycle === '' ? null : `/api/v1/cycles/${encodeURIComponent(view.cycle)}`);
    const cycle = useAnswer(both);
    const outline = useAnswer(() => both() && `${both()}/framework`);
    const choose = (name) => (value) => Object.assign(view, { at: '', on: '', against: '', [name]: value });
    return () => {
      const trouble = [cycles, cycle, outline].find((one) => one.refusal.value);
      const holders = (outline.answer.value || { holders: [] }).holders;
      const known = cycle.answer.value && outline.answer.value && cycle.answer.value.cycle === view.cycle;
      return html`
        <form class="choices" onSubmit=${(event) => event.preventDefault()}>
          <${Choice} id="cycle" label=${words().cycle} value=${view.cycle} onChoose=${choose('cycle')}
            options=${((cycles.answer.value || {}).cycles || []).map((c) => ({ value: c.cycle, text: `${c.jurisdictionName} ${c.cycle}` }))} />
          <${Choice} id="indicator" label=${words().indicator} value=${view.indicator} onChoose=${choose('indicator')}
            options=${holders.map((h) => ({ value: h.id, text: /^\d/.test(h.id) ? `${h.id} ${titleOf(h)}` : titleOf(h) }))} />
        </form>
        ${trouble && html`<${Trouble} refusal=${trouble.refusal.value} onAgain=${trouble.load} />`}
        ${!trouble && (view.cycle === '' || view.indicator === '') && html`<p class="card none">${words().chooseBoth}</p>`}
        ${!trouble && view.cycle !== '' && view.indicator !== '' && !known && html`<p class="card none">${words().loading}</p>`}
        ${!trouble && known && view.indicator !== '' && html`
          <${Replay} key=${`${view.cycle} ${view.indicator}`} view=${view} names=${namesOf(cycle.answer.value, outline.answer.value)} />`}`;
    };
  },
};

const Page = {
  setup() {
    const view = looked();
    const head = () => html`
      <a class="other" href=${view.cycle ? `/?cycle=${encodeURIComponent(view.cycle)}` : '/'}>${words().live}</a>`;
    const body = ({ session, signedOut }) => {
      whenSignedOut(signedOut);
      return session.roles.includes('auditor')
        ? html`<${Audit} view=${view} />`
        : html`<${Trouble} refusal=${new Refusal(403, 'ROLE_MISSING', '')} />`;
    };
    return () => html`<${Shell} title=${words().title}>${{ head, default: body }}<//>`;
  },
};

createApp(Page).mount('#app');
