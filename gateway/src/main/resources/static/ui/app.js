// The live page: choose a cycle, watch it.
import { createApp, computed, html, onMounted, onUnmounted, ref } from './lib.js';
import { Organisations, Reports } from './aside.js';
import { Board, Share, Verdict } from './board.js';
import { follow, read } from './live.js';
import { Shell } from './shell.js';
import { VERDICTS, words } from './words.js';

const STATEMENT_EVERY = 5000;

const Cycles = {
  setup() {
    const cycles = ref(null);
    onMounted(async () => {
      const found = await read('/api/v1/cycles');
      cycles.value = Array.isArray(found) ? found : (found && found.cycles) || [];
    });
    return () => html`
      <section class="card cycles">
        <h2>${words().chooseCycle}</h2>
        ${cycles.value === null && html`<p>${words().loading}</p>`}
        ${cycles.value && cycles.value.length === 0 && html`<p class="none">${words().noCycles}</p>`}
        <ul>${(cycles.value || []).map((c) => html`
          <li><a href=${'?cycle=' + encodeURIComponent(c.cycle)}>${c.jurisdictionName || ''} ${c.cycle}</a></li>`)}</ul>
      </section>`;
  },
};

const Watch = {
  props: ['cycle'],
  emits: ['connection', 'signedOut'],
  setup(props, { emit }) {
    const progress = ref(null);
    const received = ref(null);
    const unknown = ref(false);
    const statement = ref('');
    let stop = () => {};
    let spoken = 0;
    const total = computed(() => ({
      submitted: progress.value.groups.reduce((sum, g) => sum + g.submitted, 0),
      required: progress.value.groups.reduce((sum, g) => sum + g.required, 0),
    }));
    // what is read aloud changes seldom enough to be listened to
    const speak = () => {
      if (progress.value && Date.now() - spoken >= STATEMENT_EVERY) {
        spoken = Date.now();
        statement.value = words().statement(total.value.submitted, total.value.required, progress.value.position);
      }
    };
    const speaker = setInterval(speak, STATEMENT_EVERY);
    onMounted(() => {
      stop = follow(props.cycle, {
        state: (state) => {
          unknown.value = state === 'unknown';
          emit('connection', state);
        },
        progress: (next) => {
          progress.value = next;
          received.value = new Date();
          speak();
        },
        signedOut: () => emit('signedOut'),
      });
    });
    onUnmounted(() => {
      stop();
      clearInterval(speaker);
    });
    const verdicts = (code) => progress.value.indicators.filter((i) => i.verdict === code).length;
    const time = (date) => date.toLocaleString('sv-SE');
    return () => (progress.value === null
      ? html`<p class="card waiting" role="status">${unknown.value ? words().noSuchCycle(props.cycle) : words().waiting}
          ${unknown.value && html` <a href="/">${words().chooseCycle}</a>`}</p>`
      : html`
        <div class="summary">
          <span class="total"><b>${words().submitted}</b> <${Share} of=${total.value} label=${words().submittedOf} /></span>
          <span class="verdicts">${VERDICTS.map((code) => html`
            <span key=${code}><${Verdict} code=${code} /> <b>${verdicts(code)}</b></span>`)}</span>
          <span class="as-of">${words().asOf} <time>${time(received.value)}</time>
            ${words().comma}${words().position} <b id="position">${progress.value.position}</b></span>
        </div>
        <div class="columns">
          <${Board} progress=${progress.value} />
          <aside>
            <${Organisations} organisations=${progress.value.organisations} />
            <${Reports} cycle=${props.cycle} />
          </aside>
        </div>
        <p class="unseen" aria-live="polite">${statement.value}</p>`);
  },
};

const Page = {
  setup() {
    const cycle = new URLSearchParams(location.search).get('cycle');
    const connection = ref('connecting');
    const head = ({ session }) => html`
      ${cycle && html`<span class="cycle">${words().cycle} <b>${cycle}</b></span>`}
      ${session && cycle && html`<span class=${'connection ' + connection.value} role="status">
        ${words().connection[connection.value]}</span>`}
      ${session && cycle && session.roles.includes('auditor') && html`
        <a class="other" href=${'/audit.html?cycle=' + encodeURIComponent(cycle)}>${words().audit}</a>`}`;
    const body = ({ signedOut }) => (cycle
      ? html`<${Watch} cycle=${cycle} onConnection=${(state) => (connection.value = state)} onSignedOut=${signedOut} />`
      : html`<${Cycles} />`);
    return () => html`<${Shell} title=${words().title}>${{ head, default: body }}<//>`;
  },
};

createApp(Page).mount('#app');
