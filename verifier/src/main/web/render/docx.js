/** The report as report-service writes it in DOCX: the same bytes for the same model. */
import { utf8 } from '../proof.js';
import { escaped } from './markup.js';
import { annexes } from './docx-annexes.js';
import { Inline } from './docx-inline.js';
import { zipped } from './zipped.js';
import contentTypes from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/content-types.xml' with { type: 'text' };
import packageRels from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/package-rels.xml' with { type: 'text' };
import documentRels from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/document-rels.xml' with { type: 'text' };
import styles from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/styles.xml' with { type: 'text' };
import settings from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/settings.xml' with { type: 'text' };
import fontTable from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/fontTable.xml' with { type: 'text' };
import footerOdd from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/footer-odd.xml' with { type: 'text' };
import footerEven from '../../../../../document/src/main/resources/org/dutyledger/document/render/gbt9704/footer-even.xml' with { type: 'text' };

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const FOOTERS = '<w:footerReference w:type="default" r:id="rIdOdd"/><w:footerReference w:type="even" r:id="rIdEven"/><w:type w:val="nextPage"/>';
const PORTRAIT = `<w:sectPr>${FOOTERS}<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984"`
  + ' w:left="1588" w:header="851" w:footer="1417" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>';
const LANDSCAPE = `<w:sectPr>${FOOTERS}<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1588" w:right="2098"`
  + ' w:bottom="1474" w:left="1984" w:header="851" w:footer="851" w:gutter="0"/></w:sectPr>';
const STYLES = { TITLE: 'GwTitle', PART: 'GwPart', GROUP: 'GwGroup', BODY: 'GwBody' };

/** The bytes of report.docx. */
export function renderDocx(model) {
  return zipped([
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageRels],
    ['word/_rels/document.xml.rels', documentRels],
    ['word/styles.xml', styles],
    ['word/settings.xml', settings],
    ['word/fontTable.xml', fontTable],
    ['word/footer-odd.xml', footerOdd],
    ['word/footer-even.xml', footerEven],
    ['docProps/core.xml', properties(model)],
    ['word/document.xml', document(model)],
  ].map(([name, text]) => [name, utf8(text)]));
}

function properties({ about, body }) {
  const title = body.filter(p => p.style === 'TITLE').flatMap(p => p.runs).map(run => run.text).join('');
  return `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"`
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    + ` xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:language>zh-CN</dc:language>`
    + `<dcterms:created xsi:type="dcterms:W3CDTF">${about.asOf.replace(/\.[0-9]+Z$/, 'Z')}</dcterms:created></cp:coreProperties>\n`;
}

function document(model) {
  const inline = new Inline();
  return `${DECLARATION}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
    + ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>\n'
    + `${model.body.map(one => paragraph(one, inline)).join('')}<w:p><w:pPr>${PORTRAIT}</w:pPr></w:p>\n`
    + `${annexes(model, inline)}${LANDSCAPE}</w:body></w:document>\n`;
}

function paragraph({ style, anchor, head, runs }, inline) {
  const place = anchor === undefined ? '' : inline.bookmark(anchor.replaceAll('-', '_'));
  const opens = head === '' ? '' : inline.text(head);
  const rest = runs.map(({ kind, text, source }) =>
    (source === undefined || kind === 'TEXT' ? inline.text(text) : inline.number(source, text))).join('');
  return `<w:p><w:pPr><w:pStyle w:val="${STYLES[style]}"/></w:pPr>${place}${opens}${rest}</w:p>\n`;
}
