/**
 * With how many decimals computed values are printed: those that the framework stores, and as many more, up to a limit, as it
 * takes until every rule gives the same for the printed value as for the unrounded one.
 */
import { printed } from './amount.js';
import { compare, ofDecimal } from './rational.js';

const MOST_MORE = 20;

export class PrintedDecimals {
  constructor(framework, values) {
    this.values = values;
    this.rules = framework.indicators.flatMap(indicator => indicator.rules);
    this.known = new Map();
  }

  /** Decimals of a measure: enough for every rule on it, while the other inputs of the rule are unrounded. */
  of(id) {
    if (!this.known.has(id)) {
      const { decimals } = this.values.measures.get(id);
      const rules = this.rules.filter(rule => rule.inputs.includes(id));
      this.known.set(id, decimals + leastMore(more => this.agree(rules, id, decimals + more)));
    }
    return this.known.get(id);
  }

  /** Decimals beyond those that the text of a rule needs when all its inputs are rounded. */
  more(rule) {
    const measures = rule.inputs.filter(id => this.values.measured(id).value !== undefined);
    return leastMore(more => this.same(rule, new Map(measures.map(id => [id, this.rounded(id, this.of(id) + more)]))));
  }

  agree(rules, id, decimals) {
    const { value } = this.values.measured(id);
    const other = this.rounded(id, decimals);
    return compare(value.number, other.number) === 0 || rules.every(rule => this.same(rule, new Map([[id, other]])));
  }

  same(rule, instead) {
    return this.values.outcome(rule).result === this.values.outcome(rule, instead).result;
  }

  rounded(id, decimals) {
    const { value } = this.values.measured(id);
    return { number: ofDecimal(printed(value, decimals)), bound: value.bound };
  }
}

function leastMore(suffices) {
  let more = 0;
  while (more < MOST_MORE && !suffices(more)) more++;
  return more;
}
