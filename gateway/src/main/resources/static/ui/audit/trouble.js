// Shows what went wrong, in the reader's language first and in the server's words below.
import { html } from '../lib.js';
import { refusalText, words } from './words.js';

export const Trouble = {
  props: ['refusal', 'onAgain'],
  setup: (props) => () => html`
    <div class="card trouble" role="alert">
      <p>${refusalText(props.refusal)}</p>
      ${props.refusal.message && props.refusal.message !== refusalText(props.refusal) && html`
        <p class="detail" lang="en">${props.refusal.code} ${props.refusal.message}</p>`}
      ${props.onAgain && html`<button type="button" onClick=${props.onAgain}>${words().again}</button>`}
    </div>`,
};
