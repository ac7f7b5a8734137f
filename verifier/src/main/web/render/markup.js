/** XML and HTML text. What was submitted comes out as text, never as markup. */

const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** What XML forbids, and what turns the reading direction, is printed as U+FFFD. */
export const printable = text => text.replace(
  /[\0-\x08\v-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200e\u200f\p{NChar}]|\p{Cs}/gu, '\ufffd');

/** The text with markup characters as references. */
export const escaped = text => printable(text).replace(/[&<>"']/g, c => REFERENCES[c]);
