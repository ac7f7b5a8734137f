// The table of the indicators, one body per group; a row shows for a moment that it has moved.
import { html, onMounted, onUnmounted, ref, watch } from './lib.js';
import { address, read } from './live.js';
import { itemNames } from './names.js';
import { titleOf, words } from './words.js';

const COLUMNS = 6;
// in milliseconds
const RETRY = 5000;

export const count = (findings) => (Array.isArray(findings) ? findings.length : Number(findings) || 0);

export const Share = {
  props: ['of', 'label'],
  setup: (props) => () => html`
    <span class="share">
      <progress max=${Math.max(props.of.required, 1)} value=${Math.min(props.of.submitted, props.of.required)}
        aria-label=${props.label}></progress>
      <span class="figures">${props.of.submitted} / ${props.of.required}</span>
    </span>`,
};

export const Verdict = {
  props: ['code'],
  setup: (props) => () => html`
    <span class=${'verdict ' + String(props.code).toLowerCase()}>${words().verdicts[props.code] || props.code}</span>`,
};

const Details = {
  props: ['cycle', 'indicator', 'position', 'nameOf'],
  setup(props) {
    const evaluation = ref(undefined);
    let loading = false;
    let outdated = false;
    let retry = 0;
    let mounted = true;
    // a correction may change the reasons and nothing else of the row; one call at a time, however fast positions come
    const load = async () => {
      outdated = true;
      while (outdated && !loading) {
        outdated = false;
        loading = true;
        evaluation.value = await read(address(props.cycle, `evaluations/${encodeURIComponent(props.indicator.id)}`));
        loading = false;
      }
      clearTimeout(retry);
      if (mounted && evaluation.value === null) {
        retry = setTimeout(load, RETRY);
      }
    };
    onUnmounted(() => {
      clearTimeout(retry);
      mounted = false;
    });
    watch(() => props.position, load, { immediate: true });
    const mark = (holds) => (holds === null || holds === undefined ? '—' : holds ? '✓' : '✗');
    return () => {
      const missing = props.indicator.missing || [];
      const found = evaluation.value;
      const findings = (found && found.findings) || [];
      // a broken rule that is a finding as well is shown once, as the finding
      const reasons = ((found && found.reasons) || []).filter((r) => !findings.some((f) => f.text === r.text));
      const lines = [...reasons.map((r) => `${mark(r.holds)} ${r.text}`), ...findings.map((f) => `！${f.text}`)];
      return html`
        <div class="details">
          ${missing.length > 0 && html`<p><b>${words().missing}</b> ${missing.map((id) => html`<span class="item" title=${id}>${props.nameOf(id)}</span> `)}</p>`}
          ${lines.length > 0 && html`<p><b>${words().reasons}</b></p><ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}
          ${found === undefined && html`<p>${words().loading}</p>`}
          ${found === null && html`<p>${words().unreadable}</p>`}
          ${found && lines.length === 0 && missing.length === 0 && html`<p>${words().nothingMore}</p>`}
        </div>`;
    };
  },
};

const Row = {
  props: ['cycle', 'indicator', 'position', 'group', 'span', 'open', 'nameOf'],
  emits: ['toggle'],
  setup(props, { emit }) {
    const moved = ref(false);
    let timer = 0;
    watch(
      () => `${props.indicator.changed} ${props.indicator.verdict} ${props.indicator.submitted} ${count(props.indicator.findings)}`,
      () => {
        moved.value = true;
        clearTimeout(timer);
        timer = setTimeout(() => (moved.value = false), 2500);
      },
    );
    const detailsId = `details-${props.indicator.id}`;
    return () => {
      const { indicator, group } = props;
      const findings = count(indicator.findings);
      return html`
        <tr class=${moved.value ? 'moved' : ''} data-indicator=${indicator.id}>
          ${group && html`
            <th scope="rowgroup" rowspan=${props.span} class="group">
              <span class="name">${titleOf(group)}</span>
              <${Share} of=${group} label=${titleOf(group)} />
            </th>`}
          <td class="number">${indicator.id}</td>
          <th scope="row" class="title">
            <button type="button" aria-expanded=${props.open} aria-controls=${detailsId} title=${titleOf(indicator)}
              onClick=${() => emit('toggle')}>${titleOf(indicator)}</button>
          </th>
          <td><${Verdict} code=${indicator.verdict} /></td>
          <td class="shared"><${Share} of=${indicator} label=${titleOf(indicator)} /></td>
          <td class=${findings > 0 ? 'number some' : 'number'}>${findings}</td>
        </tr>
        ${props.open && html`
          <tr id=${detailsId} class="more"><td colspan=${COLUMNS - 1}>
            <${Details} cycle=${props.cycle} indicator=${indicator} position=${props.position} nameOf=${props.nameOf} />
          </td></tr>`}`;
    };
  },
};

export const Board = {
  props: ['progress'],
  setup(props) {
    const open = ref(new Set());
    const nameOf = ref((id) => id);
    onMounted(async () => {
      const outline = await read(address(props.progress.cycle, 'framework'));
      if (outline && outline.holders) {
        nameOf.value = itemNames(outline);
      }
    });
    const toggle = (id) => {
      const next = new Set(open.value);
      if (!next.delete(id)) {
        next.add(id);
      }
      open.value = next;
    };
    return () => html`
      <table class="board">
        <caption class="unseen">${words().board}</caption>
        <thead><tr>
          <th scope="col" class="group">${words().group}</th><th scope="col" class="number">${words().number}</th>
          <th scope="col">${words().indicator}</th><th scope="col">${words().verdict}</th>
          <th scope="col">${words().submittedOf}</th><th scope="col" class="number">${words().findings}</th>
        </tr></thead>
        ${props.progress.groups.map((group) => {
          const rows = props.progress.indicators.filter((i) => Number(i.group) === Number(group.number));
          const span = rows.length + rows.filter((i) => open.value.has(i.id)).length;
          return html`<tbody key=${group.number}>
            ${rows.map((indicator, n) => html`
              <${Row} key=${indicator.id} cycle=${props.progress.cycle} indicator=${indicator}
                position=${props.progress.position} span=${span}
                group=${n === 0 ? group : null} open=${open.value.has(indicator.id)} nameOf=${nameOf.value}
                onToggle=${() => toggle(indicator.id)} />`)}
          </tbody>`;
        })}
      </table>`;
  },
};
