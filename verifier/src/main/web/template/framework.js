/** A framework as far as the report is made of it; every value is the text that the file has. */
import { Malformed } from '../proof.js';
import { isDecimal } from '../decimals.js';
import { isObject } from '../json.js';
import { FAILSAFE_SCHEMA, load } from '../vendor/js-yaml.js';
import { UNITS } from './units.js';

/** Characters of a narrative where the framework does not say how many. */
const MAX_LENGTH = 2000;

/** Reads the bytes of a framework file. */
export function readFramework(bytes) {
  let root;
  try {
    root = load(new TextDecoder('utf-8', { fatal: true }).decode(bytes), { schema: FAILSAFE_SCHEMA });
  } catch (e) {
    throw new Malformed(`no YAML: ${e.message}`);
  }
  const year = text(root, 'year');
  const groups = list(root, 'groups').map((group, i) => ({
    number: i + 1,
    title: text(group, 'title'),
    indicators: list(group, 'indicators').map(one => ({ ...holder(one, year), measures: list(one, 'measures').map(measure), rules: list(one, 'rules').map(rule) })),
  }));
  const indicators = groups.flatMap(group => group.indicators);
  const sections = list(root, 'sections').map(one => ({ ...holder(one, year), measures: [], rules: [], isSection: true }));
  return {
    id: named(root, 'framework'),
    version: named(root, 'version'),
    title: text(root, 'title'),
    year,
    roles: Object.keys(optional(root, 'roles') ?? {}),
    weights: optional(optional(root, 'grading') ?? {}, 'weights') ?? {},
    groups,
    indicators,
    sections,
    holders: [...indicators, ...sections],
  };
}

/** An id or a version: a name that no other one looks like. */
function named(one, key) {
  const name = text(one, key);
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name)) throw new Malformed(`a ${key} of other characters`);
  return name;
}

function holder(one, year) {
  return {
    id: text(one, 'id'),
    title: text(one, 'title'),
    figures: list(one, 'figures').map(figure => ({
      id: text(figure, 'id'),
      name: text(figure, 'name'),
      // a claim or a fact has no unit
      unit: ['CLAIM', 'FACT'].includes(kind(figure)) ? undefined : unit(figure),
      decimals: whole(figure, 'decimals'),
      period: optional(figure, 'period') ?? year,
      derived: flag(figure, 'derived', false),
      required: flag(figure, 'required', true),
      lowerBound: flag(figure, 'lowerBound', false),
      min: number(figure, 'min'),
      max: number(figure, 'max'),
      words: list(figure, 'words'),
      submitters: list(figure, 'submitters'),
    })),
    slots: list(one, 'narratives').map(slot => ({
      id: text(slot, 'id'), heading: optional(slot, 'heading') ?? '', required: flag(slot, 'required', true),
      maxLength: Number(number(slot, 'maxLength') ?? MAX_LENGTH), submitters: list(slot, 'submitters'),
    })),
  };
}

const measure = one => ({
  id: text(one, 'id'), name: text(one, 'name'), expression: text(one, 'expression'), inputs: list(one, 'inputs'),
  unit: unit(one), decimals: whole(one, 'decimals'),
});

const rule = one => ({
  id: text(one, 'id'), expression: text(one, 'expression'), inputs: list(one, 'inputs'), effect: text(one, 'effect'),
  decisive: flag(one, 'decisive', false), met: text(one, 'met'), unmet: text(one, 'unmet'), source: optional(one, 'source'),
});

function optional(of, key) {
  if (!isObject(of)) throw new Malformed('a framework of another form');
  return Object.hasOwn(of, key) ? of[key] : undefined;
}

function text(of, key) {
  const value = optional(of, key);
  if (typeof value !== 'string') throw new Malformed(`a framework without ${key}`);
  return value;
}

function list(of, key) {
  const value = optional(of, key) ?? [];
  if (!Array.isArray(value)) throw new Malformed(`${key} of the framework is no list`);
  return value;
}

/** One of the enumerated units, or none: another text would be printed behind the number as if it belonged to it. */
const unit = of => oneOf(of, 'unit', ['', ...UNITS], '');

const kind = of => oneOf(of, 'kind', ['NUMBER', 'CLAIM', 'FACT'], 'NUMBER');

const flag = (of, key, absent) => oneOf(of, key, ['true', 'false'], String(absent)) === 'true';

function oneOf(of, key, values, absent) {
  const value = optional(of, key) ?? absent;
  if (!values.includes(value)) throw new Malformed(`a framework with another ${key}`);
  return value;
}

function number(of, key) {
  const value = optional(of, key);
  if (value !== undefined && !(typeof value === 'string' && isDecimal(value))) throw new Malformed(`${key} of the framework is no number`);
  return value;
}

function whole(of, key) {
  const value = optional(of, key) ?? '0';
  if (!/^[0-9]{1,2}$/.test(value)) throw new Malformed(`${key} of the framework is no number`);
  return Number(value);
}
