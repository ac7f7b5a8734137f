/** Measures and rules of a framework: readable, all names known and listed as inputs, units that fit. */
import { namesOf, parse, partsOf } from '../template/expression.js';
import { addable } from '../template/units.js';
import { demand } from './demand.js';
import { kindOf } from './kinds.js';

const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;
const MOST_DECIMALS = 30;
/** Computing a measure computes those below it first, one call within the other. */
const LONGEST_CHAIN = 50;

export function requireSoundExpressions({ indicators, holders }) {
  const figures = new Map(holders.flatMap(one => one.figures.map(figure => [figure.id, figure])));
  const measures = new Map(indicators.flatMap(one => one.measures.map(measure => [measure.id, measure])));
  const names = { figures, measures };
  for (const indicator of indicators) {
    indicator.measures.forEach(one => measure(one, indicator, names));
    indicator.rules.forEach(one => rule(one, names));
  }
  const depths = new Map();
  measures.forEach(one => demand(depthOf(one, measures, [], depths) <= LONGEST_CHAIN, `${one.id} depends on too many`));
}

function measure({ id, expression, appliesIf, inputs, unit, decimals }, indicator, names) {
  const tree = parse(expression);
  const condition = appliesIf === undefined ? undefined : parse(appliesIf);
  requireInputs(id, new Set([tree, condition].flatMap(one => (one ? [...namesOf(one)] : []))), inputs, names);
  if (condition) requireCondition(id, condition, names);
  demand(decimals <= MOST_DECIMALS, `${id} of other decimals`);
  demand(inputs.every(name => !names.figures.get(name)?.derived || names.measures.has(name)), `${id} uses what is only declared`);
  demand(fits(kind(tree, names), unit), `${id} yields another unit`);
  const figure = names.figures.get(id);
  if (figure) {
    demand(indicator.figures.includes(figure) && figure.derived && figure.unit === unit && figure.decimals === decimals,
      `${id} is declared otherwise by its figure`);
  }
}

function rule({ id, expression, inputs, effect, decisive, met, unmet }, names) {
  const tree = parse(expression);
  requireInputs(id, namesOf(tree), inputs, names);
  requireCondition(id, tree, names);
  demand(!decisive || effect !== 'NOTE', `${id} is decisive and a note`);
  for (const text of [met, unmet]) {
    demand([...text.matchAll(PLACEHOLDER)].every(([, name]) => inputs.includes(name)), `${id} prints what it does not use`);
  }
  demand(met !== unmet, `${id} prints one text for both outcomes`);
}

function requireCondition(id, tree, names) {
  demand(kind(tree, names) === 'truth', `${id} is not a comparison`);
  words(tree, names);
}

function requireInputs(id, used, inputs, { figures, measures }) {
  demand([...used].every(name => figures.has(name) || measures.has(name)), `${id} uses an unknown name`);
  demand([...used].every(name => inputs.includes(name)) && inputs.every(name => used.has(name)), `${id} has other inputs`);
  demand(new Set(inputs).size === inputs.length, `${id} lists an input twice`);
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

/** How many measures are computed one from the other from this one on, as far as that is followed; a circle is Malformed. */
function depthOf({ id, inputs }, measures, path, depths) {
  demand(!path.includes(id), `${id} depends on itself`);
  if (depths.has(id) || path.length > LONGEST_CHAIN) return depths.get(id) ?? 1;
  const below = inputs.filter(name => measures.has(name)).map(name => depthOf(measures.get(name), measures, [...path, id], depths));
  depths.set(id, Math.max(0, ...below) + 1);
  return depths.get(id);
}
