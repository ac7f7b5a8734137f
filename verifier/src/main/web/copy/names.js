/** Names of elements and attributes as the grammar spells them. */
export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/';
const PREFIXES = {
  [WORD]: '',
  [`${DOCUMENT}relationships`]: 'r:',
  [`${DOCUMENT}math`]: 'm:',
  [`${DOCUMENT}extended-properties`]: 'ep:',
  [`${DOCUMENT}custom-properties`]: 'cu:',
  [`${DOCUMENT}docPropsVTypes`]: 'vt:',
  'http://schemas.openxmlformats.org/package/2006/metadata/core-properties': 'cp:',
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://www.w3.org/2001/XMLSchema-instance': 'xsi:',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a:',
  'http://schemas.microsoft.com/office/thememl/2012/main': 'thm15:',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc:',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14:',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15:',
  'urn:schemas-microsoft-com:office:office': 'o:',
  'http://www.w3.org/XML/1998/namespace': 'xml:',
};
// what programs note for themselves; what mc:Ignorable names is refused as an element
const NOTES = /^(rsid(R|RPr|RDefault|P|Tr|Del|Sect)|w14:paraId|w14:textId|mc:Ignorable)$/;

/** The name with the prefix of its namespace; an unknown or no namespace is put in braces before it. */
export const nameOf = ({ namespaceURI, localName }) => (PREFIXES[namespaceURI] ?? `{${namespaceURI ?? ''}}`) + localName;

export const isNote = name => NOTES.test(name);

export const isDeclaration = attribute => attribute.namespaceURI === 'http://www.w3.org/2000/xmlns/';

/** Names that every version of XML has, and no more of them in one element than any program writes. */
const PLAIN = /^[A-Za-z_][A-Za-z0-9_.-]{0,99}(?::[A-Za-z_][A-Za-z0-9_.-]{0,99})?$/;
const MOST_ATTRIBUTES = 200;

/** Whether all elements and attributes from this one on have such names. */
export function hasPlainNames(root) {
  return [root, ...root.getElementsByTagName('*')].every(element => element.attributes.length <= MOST_ATTRIBUTES
    && PLAIN.test(element.nodeName) && [...element.attributes].every(({ name }) => PLAIN.test(name)));
}

/** The value of an attribute of WordprocessingML, or null. */
export const attributeOf = (element, name) => element?.getAttributeNS(WORD, name) ?? null;

/** The first child of that name, or undefined. */
export const childOf = (element, name) => childrenOf(element, name)[0];

/** All children of that name. */
export const childrenOf = (element, name) => [...element?.children ?? []].filter(child => nameOf(child) === name);
