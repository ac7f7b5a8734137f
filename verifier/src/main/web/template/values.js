/** Values of ids: the computed value where there is one, else the submitted one. */
import { decimal, padded, plain, subtract } from '../decimals.js';
import { amount, AT_LEAST, prefix, printed } from './amount.js';
import { evaluate, namesOf, parse } from './expression.js';
import { NoValue } from './novalue.js';
import { PrintedDecimals } from './printed.js';
import { normalised } from './text.js';

const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;
const ORIGINS = { REPORTED: 'REPORTED', DECLARED: 'DECLARED', AT_LEAST: 'AT_LEAST' };

export class Values {
  constructor(framework, state) {
    this.state = state;
    this.figures = new Map();
    this.measures = new Map();
    this.holders = new Map();
    this.known = new Map();
    for (const holder of framework.holders) {
      for (const figure of holder.figures) {
        this.figures.set(figure.id, figure);
        this.holders.set(figure.id, holder);
      }
    }
    for (const indicator of framework.indicators) {
      for (const measure of indicator.measures) {
        this.measures.set(measure.id, measure);
        if (!this.holders.has(measure.id)) this.holders.set(measure.id, indicator);
      }
    }
    this.decimals = new PrintedDecimals(framework, this);
    this.sections = new Map(framework.sections.map(section => [section.id, section.title]));
  }

  /**
   * {value, reason, applies} of a measure: the value is unrounded; without one, the reason says why, unless the measure only lacks
   * inputs, or does not apply.
   */
  measured(id) {
    const measure = this.measures.get(id);
    if (!measure) return {};
    if (!this.known.has(id)) {
      // a measure that is computed from itself has no value
      this.known.set(id, {});
      this.known.set(id, this.measuredNow(measure));
    }
    return this.known.get(id);
  }

  measuredNow({ expression, appliesIf, inputs }) {
    const of = text => this.evaluated({ expression: text, inputs: [...namesOf(parse(text))] }, input => this.input(input));
    if (!inputs.every(input => this.applies(input))) return { applies: false };
    const condition = appliesIf === undefined ? { result: true } : of(appliesIf);
    if (condition.result === false) return { applies: false };
    const { result: value, reason } = condition.result === undefined ? condition : of(expression);
    return { value, reason };
  }

  /** Whether a measure has a meaning here, as far as that is known; true for other ids. */
  applies(id) {
    return this.measured(id).applies !== false;
  }

  /** Names of the measures among the inputs of a rule that do not apply. */
  inapplicable({ inputs }) {
    return inputs.filter(id => !this.applies(id)).map(id => this.nameOf(id));
  }

  /** {result, reason} of an expression, whose names stand for these values; neither while one is missing. */
  evaluated({ expression, inputs }, valueOf) {
    const bound = new Map(inputs.map(name => [name, valueOf(name)]));
    if ([...bound.values()].includes(undefined)) return {};
    try {
      return { result: evaluate(expression, name => bound.get(name)) };
    } catch (e) {
      if (e instanceof NoValue) return { reason: e.message };
      throw e;
    }
  }

  /** What a rule gives; `instead` has other values of some inputs. */
  outcome(rule, instead = new Map()) {
    return this.evaluated(rule, id => instead.get(id) ?? this.value(id));
  }

  /** The value that rules see, unrounded. */
  value(id) {
    return this.measured(id).value ?? this.submittedValue(id);
  }

  /** What a measure is computed from: raw or computed itself, never a value that was only declared. */
  input(id) {
    return this.isComputed(id) ? this.measured(id).value : this.submittedValue(id);
  }

  /** Names of what a rule lacks: figures, and for a measure that has no value the figures that it lacks itself. */
  missing(rule) {
    const visited = new Set();
    return rule.inputs.filter(id => this.value(id) === undefined).flatMap(id => this.lacking(id, visited));
  }

  /** Each id once: many measures may be computed from one. */
  lacking(id, visited) {
    if (visited.has(id)) return [];
    visited.add(id);
    const inputs = this.figures.get(id)?.derived ? [] : this.measures.get(id)?.inputs ?? [];
    const absent = inputs.filter(input => this.input(input) === undefined);
    return absent.length === 0 ? [this.nameOf(id)] : absent.flatMap(input => this.lacking(input, visited));
  }

  isComputed(id) {
    return this.measures.has(id) || this.figures.get(id)?.derived;
  }

  submittedValue(id) {
    const item = this.state.standing(id);
    return item && (item.number ? amount(item.shown, boundOf(item)) : item.shown);
  }

  /** The computed value of a measure as it is printed: a decimal, or undefined. */
  printed(id, more = 0) {
    const { value } = this.measured(id);
    return value && printed(value, this.decimals.of(id) + more);
  }

  computedOperand(id, more) {
    const number = this.printed(id, more);
    if (!number) return undefined;
    const { bound } = this.measured(id).value;
    return { figure: id, organisation: '', value: plain(number), unit: this.measures.get(id).unit, bound };
  }

  submittedOperand(id) {
    const item = this.state.standing(id);
    return item && { figure: id, organisation: item.organisation, value: item.shown, unit: item.number?.unit ?? '', bound: boundOf(item) };
  }

  /** The operands of a measure that are there. */
  inputs({ inputs }) {
    return inputs.map(id => (this.isComputed(id) ? this.computedOperand(id) : this.submittedOperand(id)))
      .filter(operand => operand !== undefined);
  }

  /** The operands of a rule by id, as its text prints them. */
  operands(rule) {
    const more = this.decimals.more(rule);
    return new Map(rule.inputs.map(id => [id, this.computedOperand(id, more) ?? this.submittedOperand(id)]));
  }

  /** The value that the body prints; undefined where the ledger has none. */
  toPrint(id) {
    const item = this.state.standing(id);
    return this.computed(id) ?? (item && this.figures.has(id) ? this.submitted(item) : undefined);
  }

  computed(id) {
    const number = this.printed(id);
    if (!number) return undefined;
    const { bound } = this.measured(id).value;
    const measure = this.measures.get(id);
    const figure = this.figures.get(id);
    return {
      key: id, id, holder: this.holders.get(id).id, name: (figure ?? measure).name, text: prefix(bound) + plain(number), unit: measure.unit,
      origin: 'COMPUTED', period: figure?.period ?? '',
      computed: { measure, number, bound, inputs: this.inputs(measure), declared: this.submittedOperand(id) },
    };
  }

  submitted(item) {
    const figure = this.figures.get(item.item);
    return {
      key: `${item.item}@${item.organisation}`,
      id: item.item,
      holder: item.holder,
      name: figure?.name ?? item.item,
      text: item.number ? plain(padded(decimal(item.number.value), figure?.decimals ?? 0)) : normalised(item.shown),
      unit: item.number?.unit ?? '',
      origin: item.number ? ORIGINS[item.number.basis] : 'FACT',
      period: item.period,
      item,
    };
  }

  nameOf(id) {
    return (this.figures.get(id) ?? this.measures.get(id))?.name ?? id;
  }

  placeOf(holder) {
    return this.sections.get(holder) ?? holder;
  }

  /** The formula of a measure with the names of its inputs. */
  formula({ expression }) {
    return expression.replaceAll('*', '×').replaceAll('/', '÷').replaceAll('\n', ' ').replace(NAME, name => this.nameOf(name));
  }

  /** The declared value, and what an exact computed one has over it; undefined where none was declared. */
  declared({ number, bound, declared }) {
    if (!declared) return undefined;
    const difference = bound ? {} : { difference: plain(subtract(number, decimal(declared.value))) };
    return { declaredValue: declared.value, ...difference };
  }
}

/** What a submitted number is a bound of the true one as; undefined for exact numbers and texts. */
export const boundOf = item => (item.number?.basis === 'AT_LEAST' ? AT_LEAST : undefined);
