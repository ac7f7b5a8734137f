/** An expression has no value, and the message says why. */
export class NoValue extends Error {}
