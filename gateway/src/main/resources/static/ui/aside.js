// Beside the table: how far each organisation is, and what has been issued.
import { html, onMounted, onUnmounted, ref } from './lib.js';
import { Share } from './board.js';
import { address, get } from './live.js';
import { words } from './words.js';

const LOOK_AGAIN = 15000;

export const Organisations = {
  props: ['organisations'],
  setup: (props) => () => html`
    <section class="card organisations">
      <h2>${words().organisations}</h2>
      ${props.organisations.length === 0
        ? html`<p class="none">${words().noOrganisations}</p>`
        : html`
          <table>
            <thead class="unseen"><tr>
              <th scope="col">${words().organisation}</th><th scope="col">${words().submittedOf}</th>
            </tr></thead>
            <tbody>${props.organisations.map((o) => html`
              <tr key=${o.organisation} data-organisation=${o.organisation}>
                <th scope="row" title=${o.name}>${o.name}</th>
                <td><${Share} of=${o} label=${o.name} /></td>
              </tr>`)}</tbody>
          </table>`}
    </section>`,
};

const link = (cycle, report, file) =>
  file.href && file.href.startsWith('/')
    ? file.href
    : address(cycle, `reports/${encodeURIComponent(report)}/${encodeURIComponent(file.name)}`);

const newestFirst = (reports) => [...reports].sort((a, b) => b.position - a.position);

/** "DOCX" of report.docx: all reports have files of the same names. */
const formOf = (file) => file.name.split('.').pop().toUpperCase();

export const Reports = {
  props: ['cycle'],
  setup(props) {
    const reports = ref([]);
    const none = ref('loading');
    let timer = 0;
    const look = async () => {
      const { status, body } = await get(address(props.cycle, 'reports'));
      if (body) {
        reports.value = Array.isArray(body) ? body : body.reports || [];
      }
      // "none issued" only where that is known
      none.value = body ? 'noReports' : status === 403 || status === 404 ? 'reportsNotForYou' : 'reportsUnreadable';
    };
    onMounted(() => {
      look();
      timer = setInterval(() => document.hidden || look(), LOOK_AGAIN);
    });
    onUnmounted(() => clearInterval(timer));
    return () => html`
      <section class="card reports">
        <h2>${words().reports}</h2>
        ${reports.value.length === 0
          ? html`<p class="none">${words()[none.value]}</p>`
          : html`<ul>${newestFirst(reports.value).map((r, i, all) => html`
              <li key=${r.report}>
                <span title=${r.report}>${words().reportUpTo(all.length - i, i === 0, r.upToPosition)}</span> 
                ${(r.files || []).map((f) => html`<a href=${link(props.cycle, r.report, f)}
                  title=${`${f.fileName || f.name}, SHA-256 ${f.sha256}`} target="_blank" rel="noopener">${formOf(f)}</a> `)}
                ${r.proof ? html`<a href=${r.proof} download class="proof">${words().proof}</a>` : null}
              </li>`)}</ul>`}
      </section>`;
  },
};
