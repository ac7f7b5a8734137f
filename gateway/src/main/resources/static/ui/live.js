// Follows the progress of one cycle and never gives up.
import { currentSession } from './session.js';

const LONGEST_WAIT = 5000;

export const address = (cycle, path) => `/api/v1/cycles/${encodeURIComponent(cycle)}/${path}`;

/** Reads JSON, or null when it cannot be had. */
export async function read(url) {
  try {
    const answer = await fetch(url, { headers: { Accept: 'application/json' } });
    return answer.ok ? await answer.json() : null;
  } catch (unreachable) {
    return null;
  }
}

/**
 * A browser reconnects a broken stream by itself and says what it saw last, but gives up for good when it meets an error
 * status. Then the stream is opened anew, and the last position goes along in the address.
 *
 * @param on {{state: function(string), progress: function(object), signedOut: function()}}
 * @returns a function that stops following
 */
export function follow(cycle, on) {
  let source = null;
  let last = '';
  let wait = 1000;
  let timer = 0;
  let stopped = false;

  function open() {
    source = new EventSource(address(cycle, 'progress/stream') + (last ? `?lastEventId=${last}` : ''));
    source.addEventListener('open', () => {
      wait = 1000;
      on.state('live');
    });
    source.addEventListener('progress', (event) => {
      last = event.lastEventId || last;
      on.progress(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      on.state('reconnecting');
      if (source.readyState === EventSource.CLOSED) {
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
    } else {
      open();
    }
  }

  on.state('connecting');
  open();
  return () => {
    stopped = true;
    clearTimeout(timer);
    source.close();
  };
}
