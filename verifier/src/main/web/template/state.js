/** What the events of a cycle come to: every item with who set it last, and where it stands. */
import { Broken } from '../bundle.js';
import { isDecimal } from '../decimals.js';

const FIGURES = ['figure.submitted.v1', 'figure.corrected.v1'];
const FACTS = ['fact.submitted.v1', 'fact.corrected.v1'];
const NARRATIVES = ['narrative.submitted.v1', 'narrative.revised.v1'];
const STANDINGS = { 'item.withdrawn.v1': 'WITHDRAWN', 'item.returned.v1': 'RETURNED', 'item.accepted.v1': 'ACCEPTED' };
const OPENINGS = ['cycle.opened.v1', 'cycle.opened.v2'];
const OTHERS = ['cycle.closed.v1', 'organisation.registered.v1', 'report.issued.v1', 'report.issued.v2', 'indicator.opened.v1',
  'indicator.locked.v1', 'evidence.attached.v1'];
const BASES = ['REPORTED', 'DECLARED', 'AT_LEAST'];

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
    const { type, payload, position, time } = event;
    const refuse = () => { throw new Broken('EVENT_FORM', { position: String(position) }); };
    const texts = (...names) => names.every(name => typeof payload[name] === 'string') || refuse();
    this.asOf = time;
    if (OPENINGS.includes(type)) {
      texts('jurisdiction', 'jurisdictionName', 'framework', 'frameworkVersion', 'frameworkSha256');
      this.opening = event;
    } else if (type === 'organisation.registered.v1') {
      texts('organisation', 'name');
      this.organisations.set(payload.organisation, payload.name);
    } else if (FIGURES.includes(type)) {
      texts('item', 'indicator', 'organisation', 'value', 'unit', 'period', 'basis');
      if (!isDecimal(payload.value) || !BASES.includes(payload.basis)) refuse();
      this.put(event, { value: payload.value, unit: payload.unit, basis: payload.basis }, payload.value, payload.period);
    } else if (FACTS.includes(type)) {
      texts('item', 'indicator', 'organisation', 'text', 'period');
      this.put(event, null, payload.text, payload.period);
    } else if (NARRATIVES.includes(type)) {
      texts('item', 'indicator', 'organisation', 'text');
      this.put(event, null, payload.text, '');
    } else if (Object.hasOwn(STANDINGS, type)) {
      texts('item', 'organisation');
      const item = this.items.get(payload.item)?.get(payload.organisation);
      if (item) item.standing = STANDINGS[type];
    } else if (!OTHERS.includes(type)) refuse();
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
