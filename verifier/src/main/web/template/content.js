/** Whether the report's content is what events and framework give. */
import { Malformed } from '../proof.js';
import { Broken } from '../bundle.js';
import { canonical } from '../json.js';
import { firstDisagreement } from './agreement.js';
import { readFramework } from '../framework/framework.js';
import { stateOf } from './state.js';
import { modelOf } from './template.js';

/**
 * The framework, which is by its hash the one that the cycle was opened with, and the state after the events.
 *
 * @param known SHA-256 of the published frameworks by `id version`
 */
export function openedWith(frameworkFile, events, known) {
  const state = stateOf(events);
  if (!state.opening) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'opening' });
  const { frameworkSha256: hash } = state.opening.payload;
  const framework = frameworkOf(frameworkFile, state.opening.payload);
  const name = `${framework.id} ${framework.version}`;
  const published = known.get(name);
  if (published !== undefined && published !== hash) throw new Broken('FRAMEWORK', { why: 'other', name, hash, published });
  return { framework, state, unpublished: published === undefined ? hash : '' };
}

/** Makes the content again, with every measure and verdict, and compares. */
export function checkContent({ framework, state, unpublished }, model, modelBytes, { cycle, upToPosition }) {
  requireKnownItems(framework, state);
  const { sha256, ...given } = model;
  const made = contentOf(framework, state, cycle, upToPosition);
  const other = firstDisagreement(made, given);
  if (other) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'content', ...other });
  // the same members and values, but spelled otherwise
  if (new TextDecoder().decode(modelBytes) !== canonical(made)) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'spelling' });
  return {
    framework: `${framework.title}（${framework.id} ${framework.version}）`,
    unpublished,
    sources: String(model.sources.length),
    results: String(model.results.length),
  };
}

/** Every item is recorded under the indicator or section that the framework has it under, a number in the unit of its figure. */
function requireKnownItems(framework, state) {
  const known = new Map(framework.holders.flatMap(holder =>
    [...holder.figures, ...holder.slots].map(one => [one.id, { holder: holder.id, unit: one.unit }])));
  for (const [id, byOrganisation] of state.items) {
    for (const { holder, number, event } of byOrganisation.values()) {
      const place = { item: id, position: String(event.position) };
      if (known.get(id)?.holder !== holder) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'item', holder, ...place });
      if (known.get(id).unit !== number?.unit) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'unit', ...place });
    }
  }
}

function contentOf(framework, state, cycle, upToPosition) {
  try {
    return modelOf(framework, state.opening.payload.frameworkSha256, state, cycle, String(upToPosition));
  } catch (e) {
    if (e instanceof Malformed) throw new Broken('FRAMEWORK', { why: 'form', detail: e.message });
    throw e;
  }
}

/** The framework, with the name, version, indicators and sections that the opening names. */
function frameworkOf(bytes, opened) {
  let framework;
  try {
    framework = readFramework(bytes);
  } catch (e) {
    if (e instanceof Malformed) throw new Broken('FRAMEWORK', { why: 'form', detail: e.message });
    throw e;
  }
  const holders = framework.holders.map(holder => holder.id);
  const same = framework.id === opened.framework && framework.version === opened.frameworkVersion
    && (opened.holders === undefined || opened.holders.join('\n') === holders.join('\n'));
  if (!same) throw new Broken('VALUE_NOT_FROM_EVENT', { why: 'other', framework: framework.id });
  return framework;
}
