/** The characters that a report prints: repertoire.txt, which explains itself. */
import table from '../../../../../indicators/src/main/resources/org/dutyledger/indicators/text/repertoire.txt' with { type: 'text' };

const RANGES = table.split('\n').flatMap(line => line.replace(/#.*/, '').split(' ')).filter(range => range !== '')
  .map(range => range.split('-').map(end => parseInt(end, 16)));

/** The text as it is printed: U+FFFD for every other character but tabulators and line feeds. */
export const printable = text => [...text].map(c => (isPrinted(c.codePointAt(0)) ? c : '\ufffd')).join('');

/**
 * Whether a text is in the form in which records hold it: printed characters, no-break spaces written as spaces, no blanks at
 * either end of a line, no empty lines at either end.
 */
export const isStored = text => [...text].every(c => c === '\n' || (c !== '\u00a0' && c !== '\t' && isPrinted(c.codePointAt(0))))
  && text.split('\n').every(line => !/^[ \u3000]|[ \u3000]$/.test(line)) && !text.startsWith('\n') && !text.endsWith('\n');

/** Whether a report prints this character; so it does tabulators and line feeds. */
export const isPrinted = c => c === 9 || c === 10 || RANGES.some(([first, last]) => c >= first && c <= last);
