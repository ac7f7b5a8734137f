/** What a framework promises, as org.dutyledger.indicators.check has it: ids, references, ranges, units and weights. */
import { decimal, isNegative, isZero, subtract } from '../decimals.js';
import { isStored } from '../template/repertoire.js';
import { isBlank } from '../template/text.js';
import { readsAsValue } from '../template/typed.js';
import { counts } from '../template/units.js';
import { demand } from './demand.js';
import { requireSoundExpressions } from './expressions.js';

const ID = /^[a-z][a-z0-9_]*$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
const ROLE = /^[a-z][a-z0-9-]{0,59}$/;
const RESERVED = ('as break const continue else false for function if import in let loop namespace null package return true var void '
  + 'while').split(' ');
const MOST_DECIMALS = 6;
const MAX_LENGTH = 20_000;
const MOST_HEADINGS = 98;
/** Ids whose headings would have the addresses of the report's own parts. */
const RESERVED_SECTIONS = ['indicators', 'indicator', 'group'];

/** Throws Malformed for a framework that the reader in Java refuses. */
export function requireSound(framework) {
  ids(framework);
  outline(framework);
  framework.holders.forEach(holder => items(holder, framework.roles));
  requireSoundExpressions(framework);
  demand(framework.indicators.length > 0, 'a framework without indicators');
  weights(framework);
}

function ids({ id, version, roles, indicators, sections, holders }) {
  // readers compare these names with the published ones
  demand([id, version].every(name => NAME.test(name)), 'an id or a version of other characters');
  demand(indicators.every((one, i) => one.id === String(i + 1)), 'indicators that are not numbered through');
  demand(roles.every(role => ROLE.test(role)), 'a role of other characters');
  unique(sections);
  unique(indicators.flatMap(one => one.measures));
  unique(indicators.flatMap(one => one.rules));
  unique(holders.flatMap(one => [...one.figures, ...one.slots]));
  const texts = new Set(holders.flatMap(one => one.slots.map(slot => slot.id)));
  demand(!indicators.some(one => one.measures.some(({ id }) => texts.has(id))), 'a measure with the id of a text');
}

function outline({ groups, sections, holders }) {
  const titles = [...groups, ...holders].map(({ title }) => title);
  const headings = holders.flatMap(({ slots }) => slots.map(({ heading }) => heading));
  demand(![...titles, ...headings].some(title => readsAsValue(title)), 'a title with a number and a unit');
  const headed = sections.map(({ slots }) => slots.filter(({ heading }) => !isBlank(heading)));
  demand([groups, sections, ...headed].every(headings => headings.length <= MOST_HEADINGS), 'too many headings');
  demand(!sections.some(({ id }) => RESERVED_SECTIONS.includes(id)), 'a section with the address of a part');
}

function unique(parts) {
  const seen = new Set();
  for (const { id } of parts) {
    demand(ID.test(id) && !RESERVED.includes(id), `an id of another form: ${id}`);
    demand(!seen.has(id), `the id ${id} twice`);
    seen.add(id);
  }
}

function items({ figures, slots }, roles) {
  for (const { id, submitters } of [...figures, ...slots]) {
    demand(submitters.length > 0 && submitters.every(role => roles.includes(role)), `${id} without a known submitter`);
  }
  for (const { id, unit, decimals, min, max, plausibleMin, plausibleMax, words, lowerBound, derived } of figures) {
    demand(decimals <= (counts(unit) ? 0 : MOST_DECIMALS), `${id} of other decimals`);
    demand(isRange(min, max) && isRange(plausibleMin, plausibleMax), `${id} of no range`);
    demand(words.every(word => !isBlank(word) && isStored(word)), `${id} with an answer that no record holds`);
    demand(!lowerBound || !derived, `${id} is a derived lower bound`);
  }
  slots.forEach(({ id, maxLength }) => demand(maxLength > 0 && maxLength <= MAX_LENGTH, `${id} without a length`));
}

const isRange = (min, max) => min === undefined || max === undefined || !isNegative(subtract(decimal(max), decimal(min)));

function weights({ indicators, weights: given }) {
  const of = Object.keys(given);
  if (of.length === 0) return;
  demand(of.length === indicators.length && indicators.every(one => Object.hasOwn(given, one.id)), 'weights of other indicators');
  const numbers = Object.values(given).map(decimal);
  demand(!numbers.some(isNegative), 'a negative weight');
  demand(isZero(numbers.reduce(subtract, decimal('1'))), 'weights of another sum');
}
