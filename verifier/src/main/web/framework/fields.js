/** The values of one mapping of a framework: what the reader in Java takes (org.dutyledger.indicators.read), and nothing else. */
import { isDecimal } from '../decimals.js';
import { isObject } from '../json.js';
import { Malformed } from '../proof.js';
import { isBlank } from '../template/text.js';

export class Fields {
  /** @param keys the only ones that are known; absent where the author chooses them */
  constructor(values, keys) {
    if (!isObject(values)) throw new Malformed('a framework of another form');
    const other = keys && Object.keys(values).find(key => !keys.includes(key));
    if (other !== undefined) throw new Malformed(`a framework with the unknown key ${other}`);
    this.values = values;
  }

  has(key) {
    return Object.hasOwn(this.values, key);
  }

  get(key) {
    return this.has(key) ? this.values[key] : undefined;
  }

  optionalText(key) {
    const value = this.get(key);
    if (value !== undefined && typeof value !== 'string') this.refuse(key);
    return value;
  }

  text(key) {
    const value = this.optionalText(key);
    if (value === undefined || isBlank(value)) this.refuse(key);
    return value;
  }

  decimal(key) {
    const value = this.optionalText(key);
    if (value !== undefined && !isDecimal(value)) this.refuse(key);
    return value;
  }

  integer(key, absent) {
    const value = this.optionalText(key) ?? String(absent);
    if (!/^(0|[1-9][0-9]{0,8})$/.test(value)) this.refuse(key);
    return Number(value);
  }

  flag(key, absent) {
    return this.choice(key, ['true', 'false'], String(absent)) === 'true';
  }

  choice(key, values, absent) {
    const value = this.optionalText(key) ?? absent;
    if (!values.includes(value)) this.refuse(key);
    return value;
  }

  list(key) {
    const value = this.get(key) ?? [];
    if (!Array.isArray(value)) this.refuse(key);
    return value;
  }

  texts(key) {
    const list = this.list(key);
    if (list.some(one => typeof one !== 'string')) this.refuse(key);
    return list;
  }

  refuse(key) {
    throw new Malformed(`a framework with another ${key}`);
  }
}
