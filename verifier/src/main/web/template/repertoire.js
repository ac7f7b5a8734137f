/** The characters that a report prints: repertoire.txt, which explains itself. */
import table from '../../../../../indicators/src/main/resources/org/dutyledger/indicators/text/repertoire.txt' with { type: 'text' };

const RANGES = table.split('\n').flatMap(line => line.replace(/#.*/, '').split(' ')).filter(range => range !== '')
  .map(range => range.split('-').map(end => parseInt(end, 16)));

/** The text as it is printed: U+FFFD for every other character but tabulators and line feeds. */
export const printable = text => [...text].map(c => (isPrinted(c.codePointAt(0)) ? c : '\ufffd')).join('');

const isPrinted = c => c === 9 || c === 10 || RANGES.some(([first, last]) => c >= first && c <= last);
