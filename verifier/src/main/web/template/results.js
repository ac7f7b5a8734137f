/** The rows of annex 2: the result of each rule, missing items, findings, and the verdict. */
import { absolute, decimal, hundredfold, isDecimal, isZero, plain, rounded, subtract } from '../decimals.js';
import { AT_LEAST, prefix } from './amount.js';
import { implausible, implausiblyComputed } from './plausible.js';
import { boundOf } from './values.js';

const PLACEHOLDER = /\{\{([a-z0-9_]+)\}\}/g;

/** One row for each indicator. */
export const results = (framework, state, values) =>
  framework.indicators.map(indicator => new Look(framework, state, values, indicator).result());

class Look {
  constructor(framework, state, values, indicator) {
    Object.assign(this, { framework, state, values, indicator });
    this.findings = [];
    this.effects = new Set();
    this.applicable = 0;
  }

  result() {
    const { figures, slots, measures, rules } = this.indicator;
    const lacking = [
      ...figures.filter(figure => figure.required && this.values.value(figure.id) === undefined && this.values.applies(figure.id)),
      ...slots.filter(slot => slot.required && !this.values.submittedOperand(slot.id)),
    ];
    figures.forEach(figure => this.figure(figure));
    slots.forEach(slot => this.look(slot.id, slot.heading === '' ? '文字材料' : slot.heading));
    measures.forEach(measure => this.measure(measure));
    const reasons = rules.map(rule => this.rule(rule));
    const verdict = this.verdict(lacking.length > 0);
    const score = this.score(verdict);
    return {
      indicator: this.indicator.id,
      title: this.indicator.title,
      verdict,
      ...(score === undefined ? {} : { score }),
      missing: lacking.map(item => this.name(item.id)),
      reasons,
      findings: this.findings,
    };
  }

  name(item) {
    return this.values.figures.get(item)?.name
      ?? `${this.framework.holders.find(holder => holder.slots.some(slot => slot.id === item))?.title ?? item}（文字材料）`;
  }

  figure(figure) {
    this.look(figure.id, figure.name);
    const item = this.state.standing(figure.id);
    const finding = item?.number && implausible(figure, decimal(item.number.value), prefix(boundOf(item)) + item.shown);
    if (finding) this.verify(finding);
  }

  /** Adds a finding that leaves the indicator to be verified. */
  verify(finding) {
    this.effects.add('VERIFY');
    this.findings.push(finding);
  }

  look(item, name) {
    if (this.state.returned(item)) this.verify(`${name}：已退回，待填报单位更正`);
    const given = this.state.all(item).map(one => ({ value: one.shown, unit: one.number?.unit ?? '', bound: boundOf(one) }));
    if (new Set(given.map(shown)).size > 1) {
      const values = given.filter(one => one.unit !== '').map(one => shown(one) + one.unit).join('、');
      this.verify(`${name}：${given.length}个单位填报的内容不一致${values === '' ? '' : `（${values}）`}，须核实以哪个为准`);
    }
  }

  measure(measure) {
    if (!this.values.applies(measure.id)) {
      const given = this.values.submittedOperand(measure.id);
      if (given) this.verify(`${measure.name}：不适用，填报值为 ${given.value}${given.unit}，请核对`);
      return;
    }
    const number = this.values.printed(measure.id);
    const declared = this.state.standing(measure.id)?.number;
    if (number && declared) {
      const apart = subtract(number, rounded(decimal(declared.value), number.scale));
      const { bound } = this.values.measured(measure.id).value;
      const { unit } = measure;
      if (bound ? (bound === AT_LEAST ? apart.digits > 0n : apart.digits < 0n) : !isZero(apart)) {
        this.findings.push(`${measure.name}：测算值 ${prefix(bound)}${plain(number)}${unit}，填报值 ${declared.value}${unit}，`
          + `${bound ? '至少' : ''}相差 ${plain(absolute(apart))}${unit}`);
      }
    }
    const figure = this.values.figures.get(measure.id);
    const { reason, value } = this.values.measured(measure.id);
    const unusual = number && figure && implausiblyComputed(figure, number, prefix(value.bound) + plain(number));
    if (unusual) this.verify(unusual);
    if (reason !== undefined) this.verify(`${measure.name}：无法测算，${reason}`);
  }

  rule(rule) {
    const source = rule.source === undefined ? {} : { source: rule.source };
    const inapplicable = this.values.inapplicable(rule);
    if (inapplicable.length > 0) return { outcome: '不适用', text: inapplicable.join('、'), ...source };
    this.applicable++;
    const { result: holds, reason } = this.values.outcome(rule);
    const operands = this.values.operands(rule);
    const filled = text => text.replace(PLACEHOLDER, (whole, id) => (operands.has(id) ? shown(operands.get(id)) : whole));
    const text = holds === undefined ? this.undecided(rule, operands, reason) : filled(holds ? rule.met : rule.unmet);
    if (reason !== undefined) {
      if (rule.effect !== 'NOTE') this.effects.add('VERIFY');
      this.findings.push(text);
    } else if (holds === undefined) {
      if (rule.decisive) this.effects.add('VERIFY');
    } else if (!holds) {
      this.effects.add(rule.effect);
      if (['VERIFY', 'NOTE'].includes(rule.effect)) this.findings.push(text);
    }
    const outcome = holds === undefined ? '无法判定' : holds ? '符合' : '不符合';
    return { outcome, text, ...source };
  }

  /** Names what a rule lacks, or its inputs and why they do not decide it. */
  undecided(rule, operands, reason) {
    if (reason === undefined) return `缺少${[...new Set(this.values.missing(rule))].join('、')}`;
    const inputs = [...operands.values()].map(one => `${this.values.nameOf(one.figure)}${shown(one)}${one.unit}`);
    return `${inputs.join('、')}：${reason}`;
  }

  verdict(lacking) {
    if (lacking) return '待填报';
    if (this.effects.has('FAIL')) return '不合格';
    if (this.effects.has('VERIFY')) return '待核实';
    if (this.applicable === 0 && this.indicator.rules.length > 0) return '不适用';
    return this.effects.has('BASIC_PASS') ? '基本合格' : '合格';
  }

  score(verdict) {
    const { weights } = this.framework;
    const weight = Object.hasOwn(weights, this.indicator.id) ? weights[this.indicator.id] : undefined;
    if (weight === undefined || !isDecimal(weight)) return undefined;
    return { 合格: plain(hundredfold(decimal(weight))), 不合格: '0' }[verdict];
  }
}

/** A value as texts print it: 86.8, 至少20, 至多86.8. */
const shown = ({ bound, value }) => prefix(bound) + value;
