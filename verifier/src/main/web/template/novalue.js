/** An expression without value; the message gives the reason. */
export class NoValue extends Error {}
