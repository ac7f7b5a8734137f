/**
 * What an expression yields, as org.dutyledger.indicators.expression.Kinds has it: a number {unit}, 'constant' for a number that
 * the expression writes itself, 'text', 'truth', or {series: kind}.
 */
import { Malformed } from '../proof.js';
import { addable, counts, isMoney } from '../template/units.js';

/** @param kindOfName the kind of a name */
export function kindOf(tree, kindOfName) {
  const of = part => kindOf(part, kindOfName);
  if (tree.name !== undefined) return kindOfName(tree.name);
  if (tree.call !== undefined) return call(tree.call, tree.list.map(of));
  if (tree.list) return { series: tree.list.map(of).reduce(listed) };
  if (tree.operand) return tree.operator === '!' ? truth(of(tree.operand)) : number(of(tree.operand));
  if (tree.operator) return binary(tree.operator, of(tree.left), of(tree.right));
  return { string: 'text', boolean: 'truth' }[typeof tree.literal] ?? 'constant';
}

function refuse() {
  throw new Malformed('an expression of parts that do not fit');
}

const isNumber = kind => kind === 'constant' || kind.unit !== undefined;
const isPure = kind => kind === 'constant' || ['', '%'].includes(kind.unit);
const isSeries = kind => kind.series !== undefined;
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const number = kind => (isNumber(kind) ? kind : refuse());
const truth = kind => (kind === 'truth' ? kind : refuse());

function listed(all, element) {
  if (isNumber(all) && isNumber(element)) return together(all, element);
  return same(all, element) ? all : refuse();
}

function binary(operator, left, right) {
  switch (operator) {
    case '&&':
    case '||':
      return truth(left) && truth(right);
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(operator, number(left), number(right));
    default:
      return compared(operator, left, right);
  }
}

function arithmetic(operator, left, right) {
  if (left === 'constant' && right === 'constant') refuse();
  if (operator === '*') return product(left, right);
  return operator === '/' ? ratio(left, right) : together(left, right);
}

function compared(operator, left, right) {
  const equality = operator === '==' || operator === '!=';
  if (!equality || left !== 'text' || right !== 'text') together(number(left), number(right));
  return 'truth';
}

/** What two numbers yield that must have one unit. */
function together(left, right) {
  if (left.unit !== undefined && right.unit !== undefined && !addable(left.unit, right.unit)) refuse();
  // 个 is the general word: beside it the particular one is the better name for the sum
  return (left === 'constant' || left.unit === '个') && right.unit !== undefined ? right : left;
}

function product(left, right) {
  if (isPure(left)) return right.unit !== undefined ? right : left;
  return isPure(right) ? left : refuse();
}

function ratio(left, right) {
  if (isPure(right)) return left;
  if (left.unit !== undefined) {
    if (addable(left.unit, right.unit) || (counts(left.unit) && counts(right.unit))) return { unit: '' };
    if (isMoney(left.unit) && counts(right.unit)) return left;
  }
  return refuse();
}

function call(name, [first, second, ...more]) {
  if (more.length > 0) refuse();
  return (second === undefined ? one(name, first) : two(name, first, second)) ?? refuse();
}

function one(name, kind) {
  const numbers = isSeries(kind) && isNumber(kind.series);
  switch (name) {
    case 'abs': return isNumber(kind) ? kind : undefined;
    case 'sum':
    case 'mean':
    case 'min':
    case 'max': return numbers ? kind.series : undefined;
    case 'count': return kind.series === 'truth' ? { unit: '' } : undefined;
    default: return undefined;
  }
}

function two(name, first, second) {
  switch (name) {
    case 'min':
    case 'max': return isNumber(first) && isNumber(second) ? together(first, second) : undefined;
    case 'round': return isNumber(first) && second === 'constant' ? first : undefined;
    case 'cv': return [first, second].every(kind => isSeries(kind) && isNumber(kind.series)) ? { unit: '' } : undefined;
    default: return undefined;
  }
}
