import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { refuse } from '#kernel/errors.ts';
import type { XmlTree } from '../domain/xml-tree.ts';

/** An external DTD may be named, and is never fetched; declarations within the document are no part of cXML messages, and are how XML is made to explode or to read files. */
const DOCTYPE = /<!DOCTYPE\s+[\w:.-]+(\s+(SYSTEM\s+("[^"<>]*"|'[^'<>]*')|PUBLIC\s+("[^"<>]*"|'[^'<>]*')\s+("[^"<>]*"|'[^'<>]*')))?\s*>/g;

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: true,
  htmlEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/** Reads XML into a tree, without declarations: only the five entities every XML knows, and characters by number. @throws BAD_USER_INPUT */
export function readXml(text: string): XmlTree {
  const plain = text.replace(/^\u{FEFF}/u, '').replaceAll(DOCTYPE, '');
  if (/<!(DOCTYPE|ENTITY|ELEMENT|ATTLIST|NOTATION)/i.test(plain)) throw refuse('BAD_USER_INPUT', 'Declarations within the document are not taken.');
  const fault = XMLValidator.validate(plain);
  if (fault !== true) throw refuse('BAD_USER_INPUT', `This is not well-formed XML: ${fault.err.msg}`, { line: fault.err.line });
  try {
    return parser.parse(plain.replaceAll(/&#(?:x([0-9a-f]{1,6})|([0-9]{1,7}));/gi, characterOf)) as XmlTree;
  } catch (error) {
    throw refuse('BAD_USER_INPUT', `This XML is not taken: ${error instanceof Error ? error.message.slice(0, 200) : ''}`);
  }
}

/** Those that mean something in XML are left to the parser. */
const MEANT = new Set([34, 38, 39, 60, 62]);
const NAMES: { readonly [code: number]: string } = { 34: '&quot;', 38: '&amp;', 39: '&apos;', 60: '&lt;', 62: '&gt;' };

function characterOf(_all: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  if (MEANT.has(code)) return NAMES[code] ?? '';
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 32 && code < 0xd800) || (code > 0xdfff && code < 0xfffe) || (code >= 0x10000 && code <= 0x10ffff);
  return isCharacter ? String.fromCodePoint(code) : '';
}
