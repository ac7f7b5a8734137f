// Describes events and answers in words.
import { itemNames } from '../names.js';
import { titleOf } from '../words.js';
import { words } from './words.js';

/** An instant in the time of this place, to the second. */
export const time = (instant) => new Date(instant).toLocaleString('sv-SE');

export const moment = (at) => (/^\d+$/.test(at) ? `${words().position} ${at}` : time(at));

/** What ids are called: items from the framework, organisations from the cycle. */
export function namesOf(cycle, outline) {
  const organisations = new Map(cycle.organisations.map((o) => [o.organisation, o.name]));
  return {
    item: itemNames(outline),
    organisation: (id) => organisations.get(id) || id,
    holder: (id) => {
      const found = outline.holders.find((holder) => holder.id === id);
      return found ? titleOf(found) : id;
    },
  };
}

export function kind(event) {
  const name = event.type.replace(/\.v\d+$/, '');
  return words().kinds[name] || name;
}

const unit = (thing) => (thing.unit && thing.unit !== '无' ? ` ${thing.unit}` : '');

/** What an item holds: its number with unit, or its text. */
export const value = (thing) =>
  (thing.value === undefined ? thing.text || '' : `${thing.basis === 'AT_LEAST' ? '≥' : ''}${thing.value}${unit(thing)}`);

/** The tab index of its box: a long text is scrolled there, also with the keyboard. */
export const tabIndex = (thing) => (thing.value === undefined && thing.text ? 0 : null);

/** What an event states about its item; a correction also names what it replaces. */
export function statement({ payload }) {
  const now = payload.fileName || value(payload);
  return payload.previous === undefined ? now : `${payload.previous} → ${now}`;
}

/** Who submitted it and through which endpoint. */
export function hand(event, names) {
  const { payload, actor } = event;
  const organisation = payload.organisation ? names.organisation(payload.organisation) : '';
  const who = !actor || actor === payload.organisation ? organisation || actor || '—' : names.organisation(actor);
  return event.door ? { who, door: words().door(words().doors[event.door] || event.door) } : { who, door: '' };
}
