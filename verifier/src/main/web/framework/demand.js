import { Malformed } from '../proof.js';

/** Throws Malformed, naming what the framework has, unless the condition holds. */
export function demand(condition, what) {
  if (!condition) throw new Malformed(what);
}
