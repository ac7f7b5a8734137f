// What changed between the moment and another one, and which events made the change.
import { html, ref } from '../lib.js';
import { useAnswer } from './ask.js';
import { hand, kind, moment, tabIndex, time, value } from './describe.js';
import { indexAt, indicatorAddress, momentOf } from './events.js';
import { Trouble } from './trouble.js';
import { words } from './words.js';

const BEFORE_ALL = '1970-01-01T00:00:00Z';

/** Both moments, the earlier first; null where the chosen one is before everything. */
function between(events, { at, against }) {
  const index = indexAt(events, at);
  if (index < 0 && against === '') {
    return null;
  }
  const later = at || events[index].position;
  const other = against || (index > 0 ? events[index - 1].position : BEFORE_ALL);
  return indexAt(events, other) > index ? [later, other] : [other, later];
}

export const Difference = {
  props: ['view', 'names', 'events'],
  emits: ['against'],
  setup(props, { emit }) {
    const wrong = ref(false);
    const moments = () => (props.events.length === 0 ? null : between(props.events, props.view));
    const { answer, refusal, loading, load } = useAnswer(() => {
      const both = moments();
      return both && `${indicatorAddress(props.view.cycle, 'difference', props.view.indicator)}`
        + `&from=${encodeURIComponent(both[0])}&to=${encodeURIComponent(both[1])}`;
    });
    const set = (text) => {
      const other = momentOf(text);
      wrong.value = other === null;
      if (other !== null) {
        emit('against', other);
      }
    };
    const cause = (event) => {
      const { who, door } = hand(event, props.names);
      return html`
        <li key=${event.position} data-position=${event.position}><b>${words().position} ${event.position}</b> ${kind(event)} · ${time(event.recordedAt)} · ${who}${door && ` · ${door}`}
          ${event.payload.reason && html`<span class="reason">${words().reason} ${event.payload.reason}</span>`}</li>`;
    };
    const side = (item) => (item
      ? html`<div class="text" tabindex=${tabIndex(item)}>${value(item) || '—'}</div><small>${words().statuses[item.status] || item.status}</small>`
      : words().nothing);
    const change = (one) => html`
      <tbody key=${`${one.item} ${one.organisation}`} data-change=${one.item}>
        <tr><th scope="row">${props.names.item(one.item)}<small>${props.names.organisation(one.organisation)}</small></th>
          <td data-label=${words().before} class="before">${side(one.before)}</td>
          <td data-label=${words().after} class="after">${side(one.after)}</td></tr>
        <tr class="causes"><td colspan="3"><span>${words().causes}</span><ul>${one.causes.map(cause)}</ul></td></tr>
      </tbody>`;
    return () => {
      const found = answer.value;
      const both = moments();
      const empty = found && found.changes.length === 0 && found.others.length === 0;
      return html`
        <section class="card difference" aria-busy=${loading.value}>
          <h2>${words().difference}</h2>
          <p class="field against">
            <label for="against">${words().against}</label>
            <input id="against" type="text" autocomplete="off" value=${props.view.against} placeholder=${words().againstHint}
              onChange=${(event) => set(event.target.value)} />
          </p>
          ${wrong.value && html`<p class="problem" role="alert">${words().momentForm}</p>`}
          ${refusal.value && html`<${Trouble} refusal=${refusal.value} onAgain=${load} />`}
          ${both === null && props.events.length > 0 && html`<p class="none">${words().beforeIt}</p>`}
          ${both && !found && !refusal.value && html`<p class="none">${words().loading}</p>`}
          ${found && both && html`
            <p class="as-known">${both[0] === BEFORE_ALL ? words().beforeFirst : moment(both[0])} → ${moment(both[1])}
              ${found.phaseBefore !== found.phaseAfter && html` · ${words().phaseChange(words().phases[found.phaseBefore], words().phases[found.phaseAfter])}`}</p>`}
          ${empty && html`<p class="none">${words().noChange}</p>`}
          ${found && found.changes.length > 0 && html`
            <table class="cards">
              <thead><tr><th scope="col">${words().item}</th><th scope="col">${words().before}</th><th scope="col">${words().after}</th></tr></thead>
              ${found.changes.map(change)}
            </table>`}
          ${found && found.others.length > 0 && html`<ul class="others">${found.others.map(cause)}</ul>`}
        </section>`;
    };
  },
};
