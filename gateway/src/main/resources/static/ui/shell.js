// What every page has: its title, who is signed in, the language; and the form that asks for a token.
import { html, onMounted, ref, watch } from './lib.js';
import { currentSession, signIn, signOut, tokenFromAddress } from './session.js';
import { showLanguage, switchLanguage, words } from './words.js';

const SignIn = {
  props: ['problem'],
  emits: ['token'],
  setup(props, { emit }) {
    const token = ref('');
    const submit = (event) => {
      event.preventDefault();
      emit('token', token.value.trim());
    };
    return () => html`
      <form class="card sign-in" onSubmit=${submit}>
        <h2>${words().signIn}</h2>
        <p id="hint">${words().signInHint}</p>
        <label for="token">${words().token}</label>
        <textarea id="token" rows="4" required autocomplete="off" spellcheck="false" aria-describedby="hint"
          value=${token.value} onInput=${(event) => (token.value = event.target.value)}></textarea>
        <p class="problem" role="alert">${props.problem}</p>
        <button type="submit">${words().signIn}</button>
      </form>`;
  },
};

/**
 * The slots `head` and `default` are given the session; what is inside calls `signedOut` when the session is over. The
 * address stays, so that whoever signs in again goes on where it was.
 */
export const Shell = {
  props: ['title'],
  setup(props, { slots }) {
    const session = ref(undefined);
    const problem = ref('');
    const enter = async (token) => {
      const outcome = await signIn(token);
      problem.value = outcome === 'in' ? '' : outcome === 'refused' ? words().signInRefused : words().signInFailed;
      session.value = await currentSession();
    };
    const leave = async () => {
      await signOut();
      session.value = null;
    };
    const signedOut = () => {
      problem.value = words().sessionOver;
      session.value = null;
    };
    watch(() => props.title, (title) => (document.title = title), { immediate: true });
    onMounted(async () => {
      const token = tokenFromAddress();
      if (token) {
        await enter(token);
      } else {
        session.value = await currentSession();
      }
    });
    return () => html`
      <header>
        <h1>${props.title}</h1>
        ${slots.head && slots.head({ session: session.value })}
        <span class="buttons">
          <button type="button" aria-label=${words().languageLabel} onClick=${switchLanguage}>${words().language}</button>
          ${session.value && html`<button type="button" onClick=${leave}>${words().signOut}</button>`}
        </span>
      </header>
      <main>
        ${session.value === null && html`<${SignIn} problem=${problem.value} onToken=${enter} />`}
        ${session.value && slots.default({ session: session.value, signedOut })}
      </main>`;
  },
};

showLanguage();
