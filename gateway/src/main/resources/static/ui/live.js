// Follows the progress of one cycle and never gives up.
import { currentSession } from './session.js';

const LONGEST_WAIT = 5000;
// until the server announces the interval of its `alive` events
const USUAL_BEAT = 15000;

export const address = (cycle, path) => `/api/v1/cycles/${encodeURIComponent(cycle)}/${path}`;

/** The status of an answer, 0 without an answer, and its JSON, or null where that cannot be read. */
export async function get(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    return { status: answer.status, body: answer.ok ? await answer.json() : null };
  } catch (unreachable) {
    return { status: 0, body: null };
  }
}

/** The JSON of an answer, or null where it cannot be read. */
export const read = async (url) => (await get(url)).body;

/**
 * A browser reconnects a broken stream by itself and sends the id that it saw last, but gives up for good when it meets
 * an error status, and does not notice a network that loses everything without closing the connection. In both cases
 * the stream is opened again, with the last position in the address.
 *
 * @param on {{state: function(string), progress: function(object), signedOut: function()}}; states are connecting, live,
 *     reconnecting, silent (nothing has arrived for longer than the server is ever silent), and unknown (there is no such
 *     cycle, or not for this account)
 * @returns a function that stops following
 */
export function follow(cycle, on) {
  let source = null;
  let last = '';
  let wait = 1000;
  let timer = 0;
  let silence = 0;
  let beat = USUAL_BEAT;
  let unknown = false;
  let stopped = false;

  function heard() {
    clearTimeout(silence);
    silence = setTimeout(() => {
      source.close();
      on.state('silent');
      reopen();
    }, beat * 2.5);
  }

  function open() {
    source = new EventSource(address(cycle, 'progress/stream') + (last ? `?lastEventId=${last}` : ''));
    heard();
    source.addEventListener('open', () => {
      wait = 1000;
      unknown = false;
      on.state('live');
      heard();
    });
    source.addEventListener('alive', (event) => {
      beat = JSON.parse(event.data).next;
      heard();
    });
    source.addEventListener('progress', (event) => {
      last = event.lastEventId || last;
      heard();
      on.progress(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      if (!unknown) {
        on.state('reconnecting');
      }
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(silence);
        timer = setTimeout(reopen, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
      }
    });
  }

  async function reopen() {
    let session = {};
    try {
      session = await currentSession();
    } catch (unreachable) {
      // not signed out, only not reachable: opening will fail and wait again
    }
    if (stopped) {
      return;
    }
    if (session === null) {
      on.signedOut();
      return;
    }
    const { status } = await get(address(cycle, 'progress'));
    if (stopped) {
      return;
    }
    unknown = status === 404 || status === 403;
    if (unknown) {
      on.state('unknown');
    }
    open();
  }

  on.state('connecting');
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    clearTimeout(silence);
    source.close();
  };
}
