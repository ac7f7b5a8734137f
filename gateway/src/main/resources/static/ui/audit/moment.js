// Chooses the moment: a slider over the indicator's own events, or exactly, by either clock.
import { html, ref } from '../lib.js';
import { time } from './describe.js';
import { indexAt, isPosition, momentOf } from './events.js';
import { words } from './words.js';

const pad = (n, length = 2) => String(n).padStart(length, '0');

/** As a field for date and time takes it. */
function local(instant) {
  const at = new Date(instant);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}:`
    + `${pad(at.getSeconds())}.${pad(at.getMilliseconds(), 3)}`;
}

/** A field that takes effect when it is left or Enter is pressed. */
const Field = {
  props: ['id', 'label', 'hint', 'type', 'value', 'placeholder', 'step'],
  emits: ['set'],
  setup: (props, { emit }) => () => html`
    <p class="field">
      <label for=${props.id}>${props.label}</label>
      <input id=${props.id} type=${props.type} value=${props.value} placeholder=${props.placeholder} step=${props.step}
        inputmode=${props.type === 'text' ? 'numeric' : null} autocomplete="off"
        aria-describedby=${props.hint ? `${props.id}-hint` : null} onChange=${(event) => emit('set', event.target.value)} />
      ${props.hint && html`<small id=${`${props.id}-hint`}>${props.hint}</small>`}
    </p>`,
};

export const Moment = {
  props: ['events', 'at', 'on'],
  emits: ['at', 'on'],
  setup(props, { emit }) {
    const wrong = ref(false);
    const set = (text) => {
      const moment = momentOf(text);
      wrong.value = moment === null;
      if (moment !== null) {
        emit('at', moment);
      }
    };
    return () => {
      const index = indexAt(props.events, props.at);
      const stop = index < 0 ? null : props.events[index];
      const told = stop ? `${words().position} ${stop.position} · ${time(stop.recordedAt)}` : words().beforeFirst;
      return html`
        <section class="card moment">
          <h2>${words().moment}</h2>
          <output for="slider" id="told">${told}${props.at === '' && html` <span class="tag">${words().latest}</span>`}</output>
          <input id="slider" type="range" min="0" max=${Math.max(props.events.length - 1, 0)} step="1" value=${Math.max(index, 0)}
            disabled=${props.events.length === 0} aria-label=${words().slider} aria-valuetext=${told} aria-describedby="keys"
            onInput=${(event) => emit('at', props.events[Number(event.target.value)].position)} />
          <small id="keys">${words().keys}</small>
          <div class="fields">
            <${Field} id="at" type="text" label=${words().position} value=${isPosition(props.at) ? props.at : ''}
              placeholder=${props.at === '' ? words().latest : ''} onSet=${set} />
            <${Field} id="recorded" type="datetime-local" step="0.001" label=${words().recordedAt} hint=${words().recordedAtHint}
              value=${props.at === '' || isPosition(props.at) ? '' : local(props.at)} onSet=${set} />
            <${Field} id="on" type="date" label=${words().effectiveOn} hint=${words().effectiveOnHint} value=${props.on}
              onSet=${(day) => emit('on', day)} />
          </div>
          ${wrong.value && html`<p class="problem" role="alert">${words().momentForm}</p>`}
        </section>`;
    };
  },
};
