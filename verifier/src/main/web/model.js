/** The form of a report model, as far as the page reads it. */
import { isObject } from './json.js';

const text = value => typeof value === 'string';
const position = value => text(value) && /^(0|[1-9][0-9]{0,17})$/.test(value);
const flag = value => typeof value === 'boolean';
const number = value => typeof value === 'number';
const optional = form => value => value === undefined || form(value);
const list = form => value => Array.isArray(value) && value.every(form);
const object = members => value => isObject(value)
  && Object.entries(members).every(([name, form]) => form(Object.hasOwn(value, name) ? value[name] : undefined));

const run = object({ kind: text, text, source: optional(text) });
const paragraph = object({ style: text, anchor: optional(text), holder: text, head: text, runs: list(run) });
const event = object({ organisation: text, recordedAt: text, position, eventId: text });
const computation = object({
  formula: text, inputs: list(text), declared: optional(text), declaredValue: optional(text), difference: optional(text),
});
const source = object({
  id: text, printed: flag, holder: text, place: text, item: text, name: text, value: text, unit: text, origin: text, period: text,
  event: optional(event), computation: optional(computation),
});
const reason = object({ outcome: text, text, source: optional(text) });
const result = object({
  indicator: text, title: text, verdict: text, score: optional(text), missing: list(text), reasons: list(reason), findings: list(text),
});
const about = object({
  cycle: text, jurisdiction: text, jurisdictionName: text, year: number, framework: text, frameworkTitle: text,
  frameworkVersion: text, frameworkSha256: text, upToPosition: position, asOf: text,
});

/** Whether it is one. */
export const isModel = object({ about, body: list(paragraph), sources: list(source), results: list(result) });
