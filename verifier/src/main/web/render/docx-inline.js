/** What a paragraph of the DOCX holds. Ids come from a counter, so the same document has the same ids. */
import { escaped } from './markup.js';

const RUN = '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">';

export class Inline {
  constructor() {
    this.bookmarks = 0;
    this.controls = 100000;
  }

  text(text) {
    return `${RUN}${escaped(text)}</w:t></w:r>`;
  }

  number(source, text) {
    const control = ++this.controls;
    const id = ++this.bookmarks;
    return `<w:sdt><w:sdtPr><w:alias w:val="${source}"/><w:tag w:val="${source}"/><w:id w:val="${control}"/><w:lock w:val="sdtLocked"/>`
      + `</w:sdtPr><w:sdtContent><w:bookmarkStart w:id="${id}" w:name="${source}"/>${this.link(`S_${source}`, `数据来源 ${source}`, text)}`
      + `<w:bookmarkEnd w:id="${id}"/></w:sdtContent></w:sdt>`;
  }

  bookmark(name) {
    const id = ++this.bookmarks;
    return `<w:bookmarkStart w:id="${id}" w:name="${escaped(name)}"/><w:bookmarkEnd w:id="${id}"/>`;
  }

  link(anchor, tooltip, text) {
    return `<w:hyperlink w:anchor="${anchor}" w:tooltip="${escaped(tooltip)}" w:history="0">${this.text(text)}</w:hyperlink>`;
  }
}
