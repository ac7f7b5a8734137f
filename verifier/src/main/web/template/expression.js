/** The expressions of measures and rules: exact decimals, texts, yes and no. Quotients and roots have 34 digits. */
import { Malformed } from '../proof.js';
import { absolute, add, compare, decimal, divide, multiply, negate, precise, root, rounded, subtract } from '../decimals.js';

const TOKEN = /\s*(?:(?<number>\d+(?:\.\d+)?)|(?<name>[a-zA-Z_][a-zA-Z0-9_]*)|"(?<text>[^"\\]*)"|(?<sign>&&|\|\||==|!=|<=|>=|[-+*/()<>!,[\]]))/y;
const DEEPEST = 100;
const ZERO = decimal('0');

/** There is no value, and the message says why. */
export class NoValue extends Error {}

/** The value of an expression: a decimal, a text or a boolean. `resolve` gives the values of names. */
export function evaluate(source, resolve) {
  const parser = new Parser(source);
  return value(parser.parse(), resolve);
}

class Parser {
  constructor(source) {
    this.source = source;
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
    if (this.source.slice(this.at).trim() === '') {
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
    if (number !== undefined) return { literal: decimal(number.includes('.') ? shortest(number) : number) };
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

/** A literal with a point is a binary number to CEL, which is then read as it is written shortest. */
const shortest = number => (Number.isInteger(Number(number)) ? number : String(Number(number)));

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
    case '/': return quotient(x, y);
    case '==': return compare(x, y) === 0;
    case '!=': return compare(x, y) !== 0;
    case '<': return compare(x, y) < 0;
    case '<=': return compare(x, y) <= 0;
    case '>': return compare(x, y) > 0;
    default: return compare(x, y) >= 0;
  }
}

function call(name, values) {
  const list = Array.isArray(values[0]) ? values[0] : values;
  switch (name) {
    case 'abs': return absolute(number(values[0]));
    case 'min': return list.map(number).reduce((a, b) => (compare(a, b) <= 0 ? a : b));
    case 'max': return list.map(number).reduce((a, b) => (compare(a, b) >= 0 ? a : b));
    case 'sum': return sum(list.map(number));
    case 'mean': return mean(list.map(number));
    case 'count': return decimal(String(list.filter(one => truth(one)).length));
    case 'round': return rounded(number(values[0]), Number(number(values[1]).digits));
    case 'cv': return cv(values[0].map(number), values[1].map(number));
    default: throw new Malformed(`an unknown function: ${name}`);
  }
}

const sum = numbers => numbers.reduce(add, ZERO);
const mean = numbers => quotient(sum(numbers), decimal(String(numbers.length)));

/** The coefficient of variation of stock per weight, around the weighted mean, each weighing as much as its weight. */
function cv(stock, weights) {
  if (stock.length !== weights.length) throw new NoValue('cv needs two lists of the same length, at least 1');
  const all = sum(weights);
  const middle = quotient(sum(stock), all);
  const variance = stock.reduce((so, one, i) => {
    const off = precise(subtract(quotient(one, weights[i]), middle));
    // a power is rounded once on the way, with two digits more
    const squared = precise(precise(multiply(off, off), 36));
    return precise(add(so, precise(multiply(quotient(weights[i], all), squared))));
  }, ZERO);
  return quotient(root(variance), middle);
}

function quotient(a, b) {
  if (b.digits === 0n) throw new NoValue('除数为零');
  return divide(a, b);
}

function number(given) {
  if (typeof given?.digits !== 'bigint') throw new NoValue();
  return given;
}

function truth(given) {
  if (typeof given !== 'boolean') throw new NoValue();
  return given;
}
