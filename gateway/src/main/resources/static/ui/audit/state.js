// The state of the indicator at the chosen moment.
import { html } from '../lib.js';
import { hand, tabIndex, time, value } from './describe.js';
import { useAnswer } from './ask.js';
import { indicatorAddress, isPosition } from './events.js';
import { Trouble } from './trouble.js';
import { words } from './words.js';

const NOW = '9999-12-31T23:59:59Z';

function address({ cycle, indicator, at, on }) {
  const moment = isPosition(at) ? `&atPosition=${at}` : `&recordedAt=${encodeURIComponent(at || NOW)}`;
  return indicatorAddress(cycle, 'state', indicator) + moment + (on ? `&effectiveOn=${encodeURIComponent(on)}` : '');
}

export const State = {
  props: ['view', 'names'],
  setup(props) {
    const { answer, refusal, loading, load } = useAnswer(() => address(props.view));
    const row = (item) => {
      const { who, door } = hand(item.setBy, props.names);
      return html`
        <tr key=${`${item.item} ${item.organisation}`} data-item=${item.item}>
          <th scope="row">${props.names.item(item.item)}</th>
          <td data-label=${words().value} class="value"><div class="text" tabindex=${tabIndex(item)}>${value(item)}</div>
            ${item.reason && html`<small>${words().reason} ${item.reason}</small>`}
            ${item.files.length > 0 && html`<small>${words().files(item.files.length)}</small>`}</td>
          <td data-label=${words().status}><span class=${`status ${item.status}`}>${words().statuses[item.status] || item.status}</span>
            ${item.effectiveFrom && html`<small title=${words().effectiveFrom}>${item.effectiveFrom}</small>`}</td>
          <td data-label=${words().setBy}>${who}<small>${words().position} ${item.setBy.position} · ${time(item.setBy.recordedAt)}${door && ` · ${door}`}</small></td>
        </tr>`;
    };
    return () => {
      const state = answer.value;
      return html`
        <section class="card state" aria-busy=${loading.value}>
          <h2>${words().state}</h2>
          ${refusal.value && html`<${Trouble} refusal=${refusal.value} onAgain=${load} />`}
          ${!state && !refusal.value && html`<p class="none">${words().loading}</p>`}
          ${state && html`
            <p class="as-known"><span class=${`phase ${state.phase}`}>${words().phases[state.phase] || state.phase}</span> 
              ${state.known.position !== undefined ? words().knownUpTo(state.known.position, time(state.known.recordedAt)) : words().beforeFirst}
              ${state.effectiveOn && html` · ${words().onDay(state.effectiveOn)}`}</p>
            ${state.items.length === 0 ? html`<p class="none">${words().noItems}</p>` : html`
              <table class="cards">
                <thead><tr><th scope="col">${words().item}</th><th scope="col">${words().value}</th>
                  <th scope="col">${words().status} / ${words().effectiveFrom}</th><th scope="col">${words().setBy}</th></tr></thead>
                <tbody>${state.items.map(row)}</tbody>
              </table>`}`}
        </section>`;
    };
  },
};
