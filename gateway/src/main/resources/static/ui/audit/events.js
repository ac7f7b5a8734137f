// All that happened to one indicator, page by page; what a moment is among it.
import { onUnmounted, ref, shallowRef } from '../lib.js';
import { ask } from './ask.js';

const PAGE = 500;
const AT_ONCE = 10000;

export const indicatorAddress = (cycle, path, indicator) =>
  `/api/v1/cycles/${encodeURIComponent(cycle)}/${path}?indicator=${encodeURIComponent(indicator)}`;

/** Loads by itself up to a number that a browser holds easily, then on demand. */
export function useEvents(cycle, indicator) {
  const events = shallowRef([]);
  const refusal = shallowRef(null);
  const loading = ref(false);
  const next = ref('0');
  const leaving = new AbortController();
  const more = async () => {
    const goal = events.value.length + AT_ONCE;
    loading.value = true;
    refusal.value = null;
    try {
      while (next.value !== null && events.value.length < goal) {
        const limit = next.value === '0' ? 100 : PAGE; // the first page is there at once
        const page = await ask(`${indicatorAddress(cycle, 'history', indicator)}&limit=${limit}&from=${next.value}`,
          { signal: leaving.signal });
        events.value = events.value.concat(page.events);
        next.value = page.next === undefined ? null : page.next;
      }
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        refusal.value = problem;
      }
    }
    loading.value = false;
  };
  more();
  onUnmounted(() => leaving.abort());
  return { events, refusal, loading, next, more };
}

export const isPosition = (moment) => /^\d{1,18}$/.test(moment);

/** The last event that counts at a moment ('' is now), or -1: a position, or an instant, as the service understands it. */
export function indexAt(events, moment) {
  let last = events.length - 1;
  if (moment === '') {
    return last;
  }
  const counts = isPosition(moment)
    ? (event) => Number(event.position) <= Number(moment)
    : (event) => Date.parse(event.recordedAt) <= Date.parse(moment);
  while (last >= 0 && !counts(events[last])) {
    last--;
  }
  return last;
}

/** A moment as people write it: a position, or a time of this place, as an instant; null for neither. */
export function momentOf(text) {
  const trimmed = text.trim();
  if (trimmed === '' || isPosition(trimmed)) {
    return trimmed;
  }
  const time = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(trimmed) ? `${trimmed}T00:00:00` : trimmed.replace(' ', 'T'));
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}
