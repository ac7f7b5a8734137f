/** The fold of a cycle's events: every item with the event that set it last, and its state. */
import { requireExact } from './events.js';

const FIGURES = ['figure.submitted.v1', 'figure.corrected.v1'];
const FACTS = ['fact.submitted.v1', 'fact.corrected.v1'];
const NARRATIVES = ['narrative.submitted.v1', 'narrative.revised.v1'];
const STANDINGS = { 'item.withdrawn.v1': 'WITHDRAWN', 'item.returned.v1': 'RETURNED', 'item.accepted.v1': 'ACCEPTED' };
const OPENINGS = ['cycle.opened.v1', 'cycle.opened.v2'];

/** The state after events that are all of one cycle, in their order. */
export function stateOf(events) {
  const state = new State();
  for (const event of events) state.apply(event);
  return state;
}

class State {
  constructor() {
    this.organisations = new Map();
    this.items = new Map();
    this.opening = null;
    this.asOf = '';
  }

  apply(event) {
    requireExact(event);
    const { type, payload, time } = event;
    this.asOf = time;
    if (OPENINGS.includes(type)) {
      this.opening = event;
    } else if (type === 'organisation.registered.v1') {
      this.organisations.set(payload.organisation, payload.name);
    } else if (FIGURES.includes(type)) {
      this.put(event, { value: payload.value, unit: payload.unit, basis: payload.basis }, payload.value, payload.period);
    } else if (FACTS.includes(type)) {
      this.put(event, null, payload.text, payload.period);
    } else if (NARRATIVES.includes(type)) {
      this.put(event, null, payload.text, '');
    } else if (Object.hasOwn(STANDINGS, type)) {
      const item = this.items.get(payload.item)?.get(payload.organisation);
      if (item) item.standing = STANDINGS[type];
    }
  }

  put(event, number, shown, period) {
    const { item, indicator, organisation } = event.payload;
    if (!this.items.has(item)) this.items.set(item, new Map());
    this.items.get(item).set(organisation, { item, holder: indicator, organisation, number, shown, period, standing: 'SUBMITTED', event });
  }

  /** Of the values that count, the one that was set last, of any organisation. */
  standing(item) {
    return this.all(item).reduce((last, one) => (last && last.event.position > one.event.position ? last : one), undefined);
  }

  /** All values of an item that count, by organisation. */
  all(item) {
    return this.every(item).filter(one => one.standing !== 'WITHDRAWN' && one.standing !== 'RETURNED')
      .sort((a, b) => (a.organisation < b.organisation ? -1 : 1));
  }

  /** Whether a value of the item was returned and not put right yet. */
  returned(item) {
    return this.every(item).some(one => one.standing === 'RETURNED');
  }

  every(item) {
    return [...this.items.get(item)?.values() ?? []];
  }

  nameOf(organisation) {
    return this.organisations.get(organisation) ?? organisation;
  }
}
