/** Measures and rules of a framework: readable, all names known and listed as inputs, units that fit. */
import { namesOf, parse, partsOf } from '../template/expression.js';
import { addable } from '../template/units.js';
import { demand } from './demand.js';
import { kindOf } from './kinds.js';

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const MOST_DECIMALS = 30;

export function requireSoundExpressions({ indicators, holders }) {
  const figures = new Map(holders.flatMap(one => one.figures.map(figure => [figure.id, figure])));
  const measures = new Map(indicators.flatMap(one => one.measures.map(measure => [measure.id, measure])));
  const names = { figures, measures };
  for (const indicator of indicators) {
    indicator.measures.forEach(one => measure(one, indicator, names));
    indicator.rules.forEach(one => rule(one, names));
  }
  const free = new Set();
  measures.forEach(one => requireNoCircle(one, measures, [], free));
}

function measure({ id, expression, inputs, unit, decimals }, indicator, names) {
  const tree = readable(id, expression, inputs, names);
  demand(decimals <= MOST_DECIMALS, `${id} of other decimals`);
  demand(inputs.every(name => !names.figures.get(name)?.derived || names.measures.has(name)), `${id} uses what is only declared`);
  demand(fits(kind(tree, names), unit), `${id} yields another unit`);
  const figure = names.figures.get(id);
  if (figure) {
    demand(indicator.figures.includes(figure) && figure.derived && figure.unit === unit && figure.decimals === decimals,
      `${id} is told otherwise by its figure`);
  }
}

function rule({ id, expression, inputs, effect, decisive, met, unmet }, names) {
  const tree = readable(id, expression, inputs, names);
  demand(kind(tree, names) === 'truth', `${id} is no comparison`);
  words(tree, names);
  demand(!decisive || effect !== 'NOTE', `${id} is decisive and a note`);
  for (const text of [met, unmet]) {
    demand([...text.matchAll(PLACEHOLDER)].every(([, name]) => inputs.includes(name)), `${id} prints what it does not use`);
  }
  demand(met !== unmet, `${id} prints one text for both outcomes`);
}

function readable(id, expression, inputs, { figures, measures }) {
  const tree = parse(expression);
  const used = namesOf(tree);
  demand([...used].every(name => figures.has(name) || measures.has(name)), `${id} uses an unknown name`);
  demand([...used].every(name => inputs.includes(name)) && inputs.every(name => used.has(name)), `${id} has other inputs`);
  return tree;
}

/** A number has a unit, as a measure's value or as a figure of kind NUMBER. */
function kind(tree, { figures, measures }) {
  return kindOf(tree, name => {
    const unit = (measures.get(name) ?? figures.get(name)).unit;
    return unit === undefined ? 'text' : { unit };
  });
}

/** A rule compares an answer with one of its allowed words. */
function words(tree, names) {
  if (tree.left) {
    for (const [one, other] of [[tree.left, tree.right], [tree.right, tree.left]]) {
      const figure = names.figures.get(one.name);
      if (figure && typeof other.literal === 'string' && other.literal !== '') {
        demand(figure.words.includes(other.literal), `an answer that is not allowed: ${other.literal}`);
      }
    }
  }
  partsOf(tree).forEach(part => words(part, names));
}

function fits(kind, unit) {
  if (kind === 'constant') return true;
  if (kind.unit === undefined) return false;
  const ratio = ['', '%'].includes(kind.unit);
  return addable(kind.unit, unit) || (ratio && ['', '%'].includes(unit)) || (kind.unit === '元' && unit === '元/生·年')
    || (kind.unit === '' && unit === '人/班');
}

/** @param free measures that are known to be in no circle */
function requireNoCircle({ id, inputs }, measures, path, free) {
  demand(!path.includes(id), `${id} depends on itself`);
  if (free.has(id)) return;
  inputs.filter(name => measures.has(name)).forEach(name => requireNoCircle(measures.get(name), measures, [...path, id], free));
  free.add(id);
}
