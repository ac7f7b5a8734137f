// One indicator through time.
import { html } from '../lib.js';
import { Difference } from './difference.js';
import { useEvents } from './events.js';
import { Moment } from './moment.js';
import { State } from './state.js';
import { Timeline } from './timeline.js';

export const Replay = {
  props: ['view', 'names'],
  setup(props) {
    const { view } = props;
    const history = useEvents(view.cycle, view.indicator);
    return () => html`
      <h2 class="subject">${/^\d/.test(view.indicator) && `${view.indicator} `}${props.names.holder(view.indicator)}</h2>
      <${Moment} events=${history.events.value} at=${view.at} on=${view.on}
        onAt=${(at) => (view.at = at)} onOn=${(on) => (view.on = on)} />
      <div class="halves">
        <div class="stack">
          <${Difference} view=${view} names=${props.names} events=${history.events.value}
            onAgainst=${(against) => (view.against = against)} />
          <${State} view=${view} names=${props.names} />
        </div>
        <${Timeline} view=${view} names=${props.names} history=${history}
          onAt=${(at) => (view.at = at)} onAgainst=${(against) => (view.against = against)} />
      </div>`;
  },
};
