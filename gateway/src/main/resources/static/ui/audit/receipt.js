// An event's receipt, and what came out of checking it.
import { html } from '../lib.js';
import { statement, time } from './describe.js';
import { words } from './words.js';

/** How a result is called: holds, fails or unknown. */
export const outcome = (result) => (result.holds === null ? 'unknown' : result.holds ? 'holds' : 'fails');

const MARKS = { holds: '✓', fails: '✗', unknown: '？' };

export const Outcome = {
  props: ['result'],
  setup: (props) => () => html`
    <span class=${`outcome ${outcome(props.result)}`}>${MARKS[outcome(props.result)]} ${words()[outcome(props.result)]}</span>`,
};

export const Receipt = {
  props: ['event', 'result', 'checking'],
  setup: (props) => () => {
    const { event, result } = props;
    return html`
      <div class="receipt">
        <p class="said">${statement(event)}</p>
        <dl>
          <dt>${words().type}</dt><dd>${event.type}</dd>
          <dt>${words().recordedAt}</dt><dd>${event.recordedAt}</dd>
          <dt>${words().position}</dt><dd>${event.position}</dd>
          <dt>${words().commit}</dt><dd class="hash">${event.commitHash}</dd>
          <dt>${words().eventId}</dt><dd class="hash">${event.eventId}</dd>
        </dl>
        <div aria-live="polite">
          ${props.checking && html`<p>${words().verifying}</p>`}
          ${result && html`
            <p><${Outcome} result=${result} /></p>
            <ol class="steps">${result.steps.map((step, n) => html`
              <li key=${n} class=${outcome(step)}>${MARKS[outcome(step)]} ${step.text}</li>`)}</ol>
            <p class="limits">${words().whatItProves}</p>`}
        </div>
      </div>`;
  },
};

/** Which key was used; a warning when it is not the one that this browser saw first. */
export const KeyNotice = {
  props: ['official', 'onTrust'],
  setup: (props) => () => {
    const { fingerprint, first, changed } = props.official;
    return html`
      <div class=${changed ? 'key changed' : 'key'} role=${changed ? 'alert' : null}>
        ${changed && html`<p>${words().keyChanged(time(first.since))}</p>`}
        <p>${words().fingerprint} <span class="hash">${fingerprint}</span></p>
        ${changed
          ? html`<p>${words().remembered} <span class="hash">${first.fingerprint}</span></p>
              <button type="button" onClick=${props.onTrust}>${words().trust}</button>`
          : html`<p class="limits">${words().firstSeen(time(first.since))}</p>`}
      </div>`;
  },
};
