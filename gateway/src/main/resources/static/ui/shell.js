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

/** Asked before a link replaces a session: a link can be sent by anyone. */
const Replace = {
  props: ['subject'],
  emits: ['answer'],
  setup(props, { emit }) {
    return () => html`
      <section class="card sign-in" role="alertdialog" aria-labelledby="replace" aria-describedby="replace-hint">
        <h2 id="replace">${words().replace}</h2>
        <p id="replace-hint">${words().replaceHint(props.subject)}</p>
        <p class="buttons">
          <button type="button" onClick=${() => emit('answer', false)}>${words().keepSession}</button>
          <button type="button" onClick=${() => emit('answer', true)}>${words().replaceSession}</button>
        </p>
      </section>`;
  },
};

/**
 * The slots `head` and `default` are given the session; what is inside calls `signedOut` when the session is over. The
 * address stays, so that signing in again continues at the same place.
 */
export const Shell = {
  props: ['title'],
  setup(props, { slots }) {
    const session = ref(undefined);
    const problem = ref('');
    const offered = ref(null);
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
    const answered = async (replace) => {
      const { token, current } = offered.value;
      offered.value = null;
      if (replace) {
        await enter(token);
      } else {
        session.value = current;
      }
    };
    watch(() => props.title, (title) => (document.title = title), { immediate: true });
    onMounted(async () => {
      const token = tokenFromAddress();
      const current = await currentSession();
      if (token && current) {
        offered.value = { token, current };
      } else if (token) {
        await enter(token);
      } else {
        session.value = current;
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
        ${offered.value && html`<${Replace} subject=${offered.value.current.subject} onAnswer=${answered} />`}
        ${session.value === null && html`<${SignIn} problem=${problem.value} onToken=${enter} />`}
        ${session.value && slots.default({ session: session.value, signedOut })}
      </main>`;
  },
};

showLanguage();
