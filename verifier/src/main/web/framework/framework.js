/** A framework as far as the report is made of it. */
import { UNITS } from '../template/units.js';
import { requireSound } from './check.js';
import { Fields } from './fields.js';
import { readYaml } from './yaml.js';

/** Characters of a narrative where the framework does not say how many. */
const MAX_LENGTH = 2000;
const OF_NUMBERS = ['unit', 'decimals', 'min', 'max', 'plausibleMin', 'plausibleMax', 'derived', 'lowerBound'];

/** Reads the bytes of a framework file; what the reader in Java refuses is Malformed here as well. */
export function readFramework(bytes) {
  const root = new Fields(readYaml(bytes), ['framework', 'version', 'title', 'year', 'roles', 'grading', 'groups', 'sections']);
  const year = String(root.integer('year', ''));
  const groups = root.list('groups').map((one, i) => group(one, i + 1, year));
  const indicators = groups.flatMap(one => one.indicators);
  const sections = root.list('sections').map(one => section(one, year));
  const framework = {
    id: root.text('framework'),
    version: root.text('version'),
    title: root.text('title'),
    year,
    roles: roles(root),
    weights: weights(root),
    groups,
    indicators,
    sections,
    holders: [...indicators, ...sections],
  };
  requireSound(framework);
  return framework;
}

function roles(root) {
  if (!root.has('roles')) return [];
  const names = new Fields(root.get('roles'));
  const roles = Object.keys(names.values);
  roles.forEach(role => names.text(role));
  return roles;
}

function weights(root) {
  const grading = new Fields(root.get('grading'), ['scheme', 'weights']);
  grading.text('scheme');
  if (!grading.has('weights')) return {};
  const each = new Fields(grading.get('weights'));
  return Object.fromEntries(Object.keys(each.values).map(id => [id, each.decimal(id)]));
}

function group(one, number, year) {
  const fields = new Fields(one, ['title', 'indicators']);
  return { number, title: fields.text('title'), indicators: fields.list('indicators').map(each => indicator(each, year)) };
}

function indicator(one, year) {
  const fields = new Fields(one, ['id', 'title', 'titleEn', 'figures', 'measures', 'rules', 'narratives']);
  fields.optionalText('titleEn');
  return { ...holder(fields, year), measures: fields.list('measures').map(measure), rules: fields.list('rules').map(rule) };
}

function section(one, year) {
  return { ...holder(new Fields(one, ['id', 'title', 'figures', 'narratives']), year), measures: [], rules: [], isSection: true };
}

const holder = (fields, year) => ({
  id: fields.text('id'),
  title: fields.text('title'),
  figures: fields.list('figures').map(one => figure(one, year)),
  slots: fields.list('narratives').map(slot),
});

function figure(one, year) {
  const fields = new Fields(one, [...OF_NUMBERS, 'id', 'name', 'kind', 'period', 'submitters', 'required', 'note', 'date', 'words']);
  const kind = fields.choice('kind', ['NUMBER', 'CLAIM', 'FACT'], 'NUMBER');
  // a claim or a fact has no unit
  const foreign = kind === 'NUMBER' ? ['words', 'date'] : OF_NUMBERS;
  foreign.filter(key => fields.has(key)).forEach(key => fields.refuse(key));
  if (kind === 'NUMBER' && !fields.has('unit')) fields.refuse('unit');
  if (fields.has('date') && (kind !== 'FACT' || fields.has('words'))) fields.refuse('date');
  fields.optionalText('note');
  return {
    id: fields.text('id'),
    name: fields.text('name'),
    unit: kind === 'NUMBER' ? unit(fields) : undefined,
    decimals: fields.integer('decimals', 0),
    period: fields.optionalText('period') ?? year,
    derived: fields.flag('derived', false),
    required: fields.flag('required', true),
    lowerBound: fields.flag('lowerBound', false),
    min: fields.decimal('min'),
    max: fields.decimal('max'),
    plausibleMin: fields.decimal('plausibleMin'),
    plausibleMax: fields.decimal('plausibleMax'),
    date: fields.flag('date', false),
    words: fields.texts('words'),
    submitters: fields.texts('submitters'),
  };
}

function slot(one) {
  const fields = new Fields(one, ['id', 'heading', 'submitters', 'required', 'maxLength']);
  return {
    id: fields.text('id'),
    heading: fields.optionalText('heading') ?? '',
    required: fields.flag('required', true),
    maxLength: fields.integer('maxLength', MAX_LENGTH),
    submitters: fields.texts('submitters'),
  };
}

function measure(one) {
  const fields = new Fields(one, ['id', 'name', 'expression', 'appliesIf', 'inputs', 'unit', 'decimals', 'source']);
  fields.optionalText('source');
  return {
    id: fields.text('id'), name: fields.text('name'), expression: fields.text('expression'),
    appliesIf: fields.optionalText('appliesIf'), inputs: fields.texts('inputs'), unit: unit(fields), decimals: fields.integer('decimals', 0),
  };
}

function rule(one) {
  const fields = new Fields(one, [
    'id', 'expression', 'inputs', 'effect', 'decisive', 'check', 'met', 'unmet', 'source', 'certainty',
  ]);
  fields.text('check');
  fields.choice('certainty', ['HIGH', 'MEDIUM', 'LOW']);
  return {
    id: fields.text('id'), expression: fields.text('expression'), inputs: fields.texts('inputs'),
    effect: fields.choice('effect', ['FAIL', 'BASIC_PASS', 'VERIFY', 'NOTE']), decisive: fields.flag('decisive', false),
    met: fields.text('met'), unmet: fields.text('unmet'), source: fields.optionalText('source'),
  };
}

/** One of the enumerated units, or none: another text would be printed behind the number as if it belonged to it. */
const unit = fields => fields.choice('unit', ['', ...UNITS], '');
