// Asks the services, and keeps an answer up to date.
import { onUnmounted, ref, shallowRef, watch } from '../lib.js';

const PAUSE = 120;

/** Why there is no answer: status 0 when no server was reached. */
export class Refusal extends Error {
  constructor(status, code, message) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

let signedOut = () => {};

/** Sets what happens when an answer shows that the session is over. */
export const whenSignedOut = (callback) => (signedOut = callback);

/** The answer as JSON, or as text; a problem detail is thrown as a Refusal. */
export async function ask(url, { signal, as = 'json' } = {}) {
  let answer;
  try {
    answer = await fetch(url, { signal, cache: 'no-store', headers: { Accept: as === 'json' ? 'application/json' : '*/*' } });
    if (answer.ok) {
      return await answer[as]();
    }
  } catch (broken) {
    if (broken.name === 'AbortError') {
      throw broken;
    }
    throw new Refusal(0, 'UNREACHABLE', String(broken.message || broken));
  }
  const problem = await answer.json().catch(() => ({}));
  if (answer.status === 401) {
    signedOut();
  }
  throw new Refusal(answer.status, problem.code || '', problem.detail || `HTTP ${answer.status}`);
}

/**
 * The answer to an address that changes; an answer that was overtaken is dropped, and the old one stays until the new
 * one is there.
 *
 * @param address what to ask, or null for nothing
 */
export function useAnswer(address) {
  const answer = shallowRef(null);
  const refusal = shallowRef(null);
  const loading = ref(false);
  let current = new AbortController();
  let timer = 0;
  const load = async () => {
    current.abort();
    const mine = (current = new AbortController());
    const url = address();
    loading.value = url !== null;
    if (url === null) {
      answer.value = refusal.value = null;
      return;
    }
    try {
      const found = await ask(url, { signal: mine.signal });
      if (mine === current) {
        [answer.value, refusal.value, loading.value] = [found, null, false];
      }
    } catch (problem) {
      if (mine === current) {
        [answer.value, refusal.value, loading.value] = [null, problem, false];
      }
    }
  };
  watch(address, () => {
    loading.value = true;
    clearTimeout(timer);
    timer = setTimeout(load, PAUSE); // dragging the slider does not send a request at every stop
  });
  load();
  onUnmounted(() => {
    clearTimeout(timer);
    current.abort();
  });
  return { answer, refusal, loading, load };
}
