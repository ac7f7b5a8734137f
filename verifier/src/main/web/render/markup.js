/** XML and HTML text. Submitted content is written as text, never as markup. */

import { printable } from '../template/repertoire.js';

const REFERENCES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** The text with markup characters as references. */
export const escaped = text => printable(text).replace(/[&<>"']/g, c => REFERENCES[c]);
