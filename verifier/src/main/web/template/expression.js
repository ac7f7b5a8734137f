/** The expressions of measures and rules: exact numbers, texts, yes and no. */
import { Malformed } from '../proof.js';
import { absolute, add, amount, compares, divide, exact, greatest, least, multiply, negate, rounded, subtract, ZERO } from './amount.js';
import { NoValue } from './novalue.js';
import { root, sign } from './rational.js';
import { isBlank } from './text.js';

// what Java calls white space: a no-break space is none
const TOKEN = /[ \t-\r]*(?:(?<number>\d{1,40}(?:\.\d{1,40})?)|(?<name>[a-zA-Z_][a-zA-Z0-9_]*)|"(?<text>[^"\\]*)"|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/()<>!,[\]]))/y;
const DEEPEST = 100;
const LONGEST = 1000;
const MOST_DECIMALS = 30;

/** The value of an expression: an amount, a text or a boolean. `resolve` gives the values of names. */
export function evaluate(source, resolve) {
  return value(parse(source), resolve);
}

/** The tree of an expression; throws Malformed for what is none. */
export const parse = source => new Parser(source).parse();

/** The expressions that a tree is made of directly. */
export const partsOf = ({ left, right, operand, list }) => list ?? [left, right, operand].filter(part => part !== undefined);

/** The names that an expression uses. */
export const namesOf = tree => new Set([...(tree.name === undefined ? [] : [tree.name]), ...partsOf(tree).flatMap(part => [...namesOf(part)])]);

class Parser {
  constructor(source) {
    this.source = source;
    if (source.length > LONGEST) this.refuse();
    this.at = 0;
    this.depth = 0;
    this.advance();
  }

  parse() {
    const tree = this.level(0);
    if (this.token) this.refuse();
    return tree;
  }

  refuse() {
    throw new Malformed(`an expression that cannot be read: ${this.source}`);
  }

  advance() {
    if (isBlank(this.source.slice(this.at))) {
      this.token = null;
      return;
    }
    TOKEN.lastIndex = this.at;
    const found = TOKEN.exec(this.source);
    if (!found) this.refuse();
    this.at = TOKEN.lastIndex;
    this.token = found.groups;
  }

  sign(...signs) {
    const sign = this.token?.sign;
    if (sign === undefined || !signs.includes(sign)) return null;
    this.advance();
    return sign;
  }

  level(i) {
    const operators = LEVELS[i];
    if (!operators) return this.unary();
    let left = this.level(i + 1);
    for (let operator = this.sign(...operators); operator; operator = i === COMPARISONS ? null : this.sign(...operators)) {
      left = { operator, left, right: this.level(i + 1) };
    }
    return left;
  }

  unary() {
    if (++this.depth > DEEPEST) this.refuse();
    const operator = this.sign('-', '!');
    const tree = operator ? { operator, operand: this.unary() } : this.atom();
    this.depth--;
    return tree;
  }

  atom() {
    if (this.sign('(')) {
      const tree = this.level(0);
      if (!this.sign(')')) this.refuse();
      return tree;
    }
    if (this.sign('[')) return { list: this.upTo(']') };
    const { number, name, text, sign } = this.token ?? {};
    if (!this.token || sign !== undefined) this.refuse();
    this.advance();
    if (number !== undefined) return { literal: amount(number) };
    if (text !== undefined) return { literal: text };
    if (name === 'true' || name === 'false') return { literal: name === 'true' };
    return this.sign('(') ? { call: name, list: this.upTo(')') } : { name };
  }

  upTo(end) {
    const elements = [];
    do elements.push(this.level(0)); while (this.sign(','));
    if (!this.sign(end)) this.refuse();
    return elements;
  }
}

const LEVELS = [['||'], ['&&'], ['==', '!=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/']];
const COMPARISONS = 2;

function value(tree, resolve) {
  if (tree.literal !== undefined) return tree.literal;
  if (tree.name !== undefined) return resolve(tree.name);
  if (tree.call !== undefined) return call(tree.call, tree.list.map(one => value(one, resolve)));
  if (tree.list) return tree.list.map(one => value(one, resolve));
  if (tree.operand) {
    const operand = value(tree.operand, resolve);
    return tree.operator === '!' ? !truth(operand) : negate(number(operand));
  }
  if (tree.operator === '&&' || tree.operator === '||') return logic(tree, resolve);
  return binary(tree.operator, value(tree.left, resolve), value(tree.right, resolve));
}

/** One side alone may decide, also where the other has no value. */
function logic({ operator, left, right }, resolve) {
  const decides = operator === '||';
  let without = null;
  for (const side of [left, right]) {
    try {
      if (truth(value(side, resolve)) === decides) return decides;
    } catch (e) {
      if (!(e instanceof NoValue)) throw e;
      without ??= e;
    }
  }
  if (without) throw without;
  return !decides;
}

function binary(operator, a, b) {
  if (typeof a === 'string' && typeof b === 'string') {
    if (operator === '==') return a === b;
    if (operator === '!=') return a !== b;
    throw new NoValue();
  }
  const [x, y] = [number(a), number(b)];
  switch (operator) {
    case '+': return add(x, y);
    case '-': return subtract(x, y);
    case '*': return multiply(x, y);
    case '/': return divide(x, y);
    default: return compares(x, y, ORDERS[operator]);
  }
}

const ORDERS = {
  '==': order => order === 0,
  '!=': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

function call(name, values) {
  const list = Array.isArray(values[0]) ? values[0] : values;
  switch (name) {
    case 'abs': return absolute(number(values[0]));
    case 'min': return list.map(number).reduce(least);
    case 'max': return list.map(number).reduce(greatest);
    case 'sum': return sum(list.map(number));
    case 'mean': return mean(list.map(number));
    case 'count': return whole(list.filter(one => truth(one)).length);
    case 'round': return round(number(values[0]), number(values[1]));
    case 'cv': return cv(values[0].map(number), values[1].map(number));
    default: throw new Malformed(`an unknown function: ${name}`);
  }
}

const whole = count => amount(String(count));
const sum = numbers => numbers.reduce(add, ZERO);
const mean = numbers => divide(sum(numbers), whole(numbers.length));

function round(one, { number: { above: decimals } }) {
  if (decimals < 0 || decimals > MOST_DECIMALS) throw new NoValue(`保留的小数位数应为0至${MOST_DECIMALS}`);
  return rounded(one, Number(decimals));
}

/** The coefficient of variation of stock per weight, around the weighted mean, each weighing as much as its weight. */
function cv(stock, weights) {
  if (stock.length !== weights.length) throw new NoValue('差异系数须由两个等长的非空列表测算');
  if ([...stock, ...weights].some(one => one.bound)) throw new NoValue('下限或上限不能用于测算差异系数');
  const all = sum(weights);
  const middle = divide(sum(stock), all);
  const variance = stock.reduce((so, one, i) => {
    const off = subtract(divide(one, weights[i]), middle);
    return add(so, multiply(divide(weights[i], all), multiply(off, off)));
  }, ZERO);
  const spread = exact(root(divide(variance, multiply(middle, middle)).number));
  return sign(middle.number) < 0n ? negate(spread) : spread;
}

function number(given) {
  if (given?.number === undefined) throw new NoValue();
  return given;
}

function truth(given) {
  if (typeof given !== 'boolean') throw new NoValue();
  return given;
}
