/** The tables of the DOCX's annexes. */
import * as words from './wording.js';

const SOURCE_WIDTHS = [860, 760, 2100, 1650, 900, 1700, 950, 1300, 2536];
const SOURCE_HEADS = [...words.SOURCE_HEADS, '账本序号、事件'];
const RESULT_WIDTHS = [740, 2900, 1200, 7916];
const EVENT_COLUMNS = 4;
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');

const sum = numbers => numbers.reduce((a, b) => a + b);
const cell = (width, span = 1) => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${
  span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr>`;
const open = style => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;

/** Both annexes, with the paragraph that must follow a table. */
export function annexes(model, inline) {
  const paragraph = (style, text) => `${open(style)}${inline.text(text)}</w:p>`;
  const text = (width, style, content) => `${cell(width)}${paragraph(style, content)}</w:tc>`;

  const head = (mark, title, note, newPage) => `<w:p><w:pPr><w:pStyle w:val="GwAnnexMark"/>${
    newPage ? '' : '<w:pageBreakBefore w:val="0"/>'}</w:pPr>${inline.text(mark)}</w:p>\n${
    paragraph('GwAnnexTitle', title)}${paragraph('GwNote', note)}`;

  const table = (widths, heads) => `<w:tbl><w:tblPr><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders>`
    + `<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map(width => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>\n`
    + `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${
      widths.map((width, i) => `${cell(width)}${paragraph('GwHeadCell', heads[i])}</w:tc>`).join('')}</w:tr>\n`;

  const source = row => {
    const { id, printed, place, name, period, event, computation } = row;
    return `<w:tr>${cell(SOURCE_WIDTHS[0])}${open('GwCell')}${inline.bookmark(`S_${id}`)}${
      printed ? inline.link(id, '返回正文', id) : inline.text(id)}</w:p></w:tc>`
      + [place, name, words.value(row), words.origin(row)].map((content, i) => text(SOURCE_WIDTHS[i + 1], 'GwCell', content)).join('')
      + `${computation ? computed(computation) : ''}${event ? setBy(event, period) : ''}</w:tr>\n`;
  };

  const setBy = (event, period) =>
    [event.organisation, period, words.time(event.recordedAt)].map((content, i) => text(SOURCE_WIDTHS[i + 5], 'GwCell', content)).join('')
    + `${cell(SOURCE_WIDTHS[8])}${paragraph('GwFineCell', `序号${event.position}`)}${
      paragraph('GwFineCell', event.eventId)}</w:tc>`;

  const computed = computation => {
    const { formula, inputs, declared } = computation;
    const links = inputs.map(input => inline.link(`S_${input}`, '依据', input));
    return `${cell(sum(SOURCE_WIDTHS.slice(-EVENT_COLUMNS)), EVENT_COLUMNS)}${open('GwCell')}${inline.text(`${formula}；依据：`)}`
      + `${links.join(inline.text('、'))}${inline.text(words.declared(computation))}${
        declared === undefined ? '' : `${inline.text('（')}${inline.link(`S_${declared}`, '申报', declared)}${inline.text('）')}`}</w:p></w:tc>`;
  };

  const result = one => `<w:tr>${text(RESULT_WIDTHS[0], 'GwCell', one.indicator)}${text(RESULT_WIDTHS[1], 'GwCell', one.title)}${
    text(RESULT_WIDTHS[2], 'GwCell', words.verdict(one))}${cell(RESULT_WIDTHS[3])}${
    words.reasons(one).map(line => paragraph('GwCell', line)).join('')}</w:tc></w:tr>\n`;

  return head('附件1', words.SOURCES_TITLE, words.sourcesNote(model), false)
    + `${table(SOURCE_WIDTHS, SOURCE_HEADS)}${model.sources.map(source).join('')}</w:tbl>\n`
    + head('附件2', words.RESULTS_TITLE, words.resultsNote(model), true)
    + `${table(RESULT_WIDTHS, words.RESULT_HEADS)}${model.results.map(result).join('')}</w:tbl>\n`
    + `${open('GwFineCell')}</w:p>\n`;
}
