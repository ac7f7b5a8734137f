/** What ids stand for: the computed value where there is one, else what was submitted. */
import { decimal, padded, plain, rounded, subtract } from '../decimals.js';
import { evaluate, NoValue } from './expression.js';
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
    this.sections = new Map(framework.sections.map(section => [section.id, section.title]));
  }

  /** {value, inputs, reason} of a measure: without a value, the reason says why, unless it only lacks inputs. */
  measured(id) {
    const measure = this.measures.get(id);
    if (!measure) return { inputs: [] };
    if (!this.known.has(id)) {
      // a measure that is computed from itself has no value
      this.known.set(id, { inputs: [] });
      const inputs = measure.inputs.map(input => this.input(input));
      const { result, reason } = this.evaluated(measure, inputs);
      const value = result && plain(rounded(result, measure.decimals));
      this.known.set(id, { value, reason, inputs: inputs.filter(operand => operand !== undefined) });
    }
    return this.known.get(id);
  }

  /** {result, reason} of an expression whose inputs stand for these operands; neither while one is missing. */
  evaluated({ expression, inputs: names }, operands) {
    if (operands.some(operand => operand === undefined)) return {};
    const bound = new Map(names.map((name, i) => [name, operands[i]]));
    try {
      return { result: evaluate(expression, name => scalar(bound.get(name))) };
    } catch (e) {
      if (e instanceof NoValue) return { reason: e.message };
      throw e;
    }
  }

  /** What a measure is computed from: raw or computed itself, never a value that was only declared. */
  input(id) {
    return this.measures.has(id) || this.figures.get(id)?.derived ? this.computedOperand(id) : this.submittedOperand(id);
  }

  computedOperand(id) {
    const { value } = this.measured(id);
    return value === undefined ? undefined : { figure: id, organisation: '', value, isNumber: true };
  }

  submittedOperand(id) {
    const item = this.state.standing(id);
    return item && { figure: id, organisation: item.organisation, value: item.shown, isNumber: item.number !== null };
  }

  /** The operand that rules see. */
  operand(id) {
    return this.computedOperand(id) ?? this.submittedOperand(id);
  }

  /** The value that the body prints; undefined where the ledger has none. */
  toPrint(id) {
    const item = this.state.standing(id);
    return this.computed(id) ?? (item && this.figures.has(id) ? this.submitted(item) : undefined);
  }

  computed(id) {
    const { value, inputs } = this.measured(id);
    if (value === undefined) return undefined;
    const measure = this.measures.get(id);
    const figure = this.figures.get(id);
    return {
      key: id, id, holder: this.holders.get(id).id, name: (figure ?? measure).name, text: value, unit: measure.unit, origin: 'COMPUTED',
      period: figure?.period ?? '', computed: { measure, inputs, declared: this.submittedOperand(id) },
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

  /** What a computed value has over the declared one; undefined where none was declared. */
  declared({ measure, declared }) {
    return declared && {
      value: declared.value, difference: plain(subtract(decimal(this.measured(measure.id).value), decimal(declared.value))),
    };
  }
}

/** An operand as expressions see it. */
const scalar = operand => (operand?.isNumber ? decimal(operand.value) : operand?.value);
