import fc from 'fast-check';
import { expect, test } from 'vitest';
import { VIEWER_KINDS } from '#kernel/viewer.ts';
import { checkTemplate } from '../../../subgraphs/notifications/domain/check-template.ts';
import { chooseText, type Reader, type ShippedText, type TextRow } from '../../../subgraphs/notifications/domain/choose-text.ts';
import { NOTIFICATION_TYPE_NAMES } from '../../../subgraphs/notifications/domain/notification-types.ts';
import { renderTemplate } from '../../../subgraphs/notifications/domain/render-template.ts';
import { shippedTexts } from '../../../subgraphs/notifications/domain/shipped-texts.ts';

const say = (text: string, facts: Record<string, string> = {}, lists: Record<string, Record<string, string>[]> = {}, prices = true): string => renderTemplate({ subject: 'x', text }, { facts, lists }, prices).text;
const subjectOf = (subject: string, facts: Record<string, string>): string => renderTemplate({ subject, text: 'x' }, { facts, lists: {} }, true).subject;

test('facts are put in, and what hangs on a fact that is not known goes', () => {
  expect(say('{actor} shares {cart}', { actor: 'Bea', cart: 'Office' })).toBe('Bea shares Office');
  expect(say('a[ by {actor}] b', {})).toBe('a b');
  expect(say('a[ by {actor}] b', { actor: 'Bea' })).toBe('a by Bea b');
  expect(say('{reason}[!reason no reason]', {})).toBe('no reason');
  expect(say('[?waits Wait.][!waits Go.]', { waits: 'yes' })).toBe('Wait.');
  expect(say('[?waits Wait for {actor}.]', { waits: 'yes' })).toBe('');
  expect(say('\\{cart\\} \\[x\\] \\\\', { cart: 'no' })).toBe('{cart} [x] \\');
  expect(say('One\n\n[{comment}]\n\n[{actor}]\n\nTwo\n\n[{comment}]', {})).toBe('One\n\nTwo');
});

test('a line that names a list is there for each row, and prices go from each and from the text for who may not see them', () => {
  const template = '{line.quantity} x {line.description}[: {line.total}]\n[Total: {total}]\n{total}';
  const rows = { line: [{ quantity: '1', description: 'Mug', total: '6.95 GBP' }, { quantity: '2', description: 'Pot', total: '9.00 GBP' }] };
  expect(say(template, { total: '15.95 GBP' }, rows)).toBe('1 x Mug: 6.95 GBP\n2 x Pot: 9.00 GBP\nTotal: 15.95 GBP\n15.95 GBP');
  expect(say(template, { total: '15.95 GBP' }, rows, false)).toBe('1 x Mug\n2 x Pot');
  expect(say('- {error.text}\nend', {}, {})).toBe('end');
});

test('whatever a fact holds is never read as a text, has no second line where there is one only, and breaks no head of a mail', () => {
  expect(say('{actor}: {cart}', { actor: '{cart}[?cart', cart: 'X' })).toBe('{cart}[?cart: X');
  expect(say('{comment}', { comment: 'a\nb\u0007c\u202Ed' })).toBe('a\nb c d');
  expect(say('{cart}', { cart: 'a\r\nBcc: b' })).toBe('a Bcc: b');
  expect(subjectOf('{actor}: {comment}', { actor: 'Bea', comment: 'Hello\r\n\nBcc: everybody@example.com' })).toBe('Bea: Hello Bcc: everybody@example.com');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (cart, actor) => {
      const subject = subjectOf('{actor}: {cart}', { actor, cart: `${cart}\r\nBcc: everybody@example.com` });
      expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});

test('a name that every object has is no fact', () => {
  for (const name of ['constructor', 'toString', 'hasOwnProperty']) expect(say(`{${name}}[?${name} there]`, {})).toBe('');
});

test('every type has words in English and German for everybody, all of which could be set by hand, and other ones for private people where things are shared [NOTIF-06]', () => {
  for (const type of NOTIFICATION_TYPE_NAMES) {
    const texts = shippedTexts(type);
    for (const text of texts) expect(() => checkTemplate(type, text), `${type} ${text.language}`).not.toThrow();
    for (const language of ['en', 'de']) {
      const spoken = texts.filter((text) => text.language === language);
      expect(spoken.some(({ userTypes }) => userTypes === undefined), `${type} ${language}`).toBe(true);
      if (/^(CART|QUOTE)_(SHARED|ACCESS|COMMENTED|OWNER|WORK|SHARING|ORDERED|DELETED)/.test(type)) {
        const [b2b, b2c] = [spoken.find(({ userTypes }) => userTypes === undefined), spoken.find(({ userTypes }) => userTypes?.includes('INDIVIDUAL'))];
        expect(b2c, `${type} ${language}`).toBeDefined();
        expect([b2c?.subject, b2c?.text], `${type} ${language}`).not.toEqual([b2b?.subject, b2b?.text]);
      }
    }
  }
});

const ANYBODY = { accountId: '', site: '', language: '', userType: '' } as const;
const READER: Reader = { accountId: 'acme', site: 'shop', language: 'de-at', userType: 'BUYER' };
const SHIPPED: readonly ShippedText[] = [{ language: 'en', subject: 'shipped', text: 'shipped' }];
const row = (text: string | null, audience: Partial<TextRow>): TextRow => ({ ...ANYBODY, ...audience, subject: text, text });

/** From the closest to the widest: each counts before all that follow it. */
const IN_ORDER: readonly Partial<TextRow>[] = [
  { accountId: 'acme', site: 'shop', language: 'de-at', userType: 'BUYER' },
  { accountId: 'acme', site: 'shop', language: 'de', userType: 'BUYER' },
  { accountId: 'acme', site: 'shop', userType: 'BUYER' },
  { accountId: 'acme', site: 'shop' },
  { accountId: 'acme', language: 'de-at', userType: 'BUYER' },
  { accountId: 'acme', language: 'de' },
  { accountId: 'acme', userType: 'BUYER' },
  { accountId: 'acme' },
  { site: 'shop', language: 'de-at', userType: 'BUYER' },
  { site: 'shop', userType: 'BUYER' },
  { site: 'shop' },
  { language: 'de-at', userType: 'BUYER' },
  { language: 'de-at' },
  { language: 'de', userType: 'BUYER' },
  { language: 'de' },
  { userType: 'BUYER' },
  {},
];

test('of the rows that fit a reader the closest counts, in whatever order they were set: organisation, site, language, type of user [NOTIF-01]', () => {
  for (let from = 0; from < IN_ORDER.length; from++) {
    const rows = IN_ORDER.slice(from).map((audience, i) => row(String(from + i), { ...audience, enabled: i % 2 === 0 }));
    for (const order of [rows, rows.toReversed()]) expect(chooseText(order, SHIPPED, READER)).toMatchObject({ enabled: true, template: { text: String(from) } });
  }
  expect(chooseText([], SHIPPED, READER)).toEqual({ enabled: true, row: undefined, template: SHIPPED[0] });
});

test('a row for others does not count, whatever else it names [NOTIF-01]', () => {
  const others: readonly Partial<TextRow>[] = [{ accountId: 'globex' }, { site: 'elsewhere' }, { language: 'fr' }, { language: 'de-ch' }, { userType: 'PARTNER' }, { ...IN_ORDER[0], site: 'elsewhere' }];
  expect(chooseText(others.map((audience) => row('other', { ...audience, enabled: false })), SHIPPED, READER)).toMatchObject({ enabled: true, template: SHIPPED[0] });
});

test('on or off, and the words, are each what the closest row says that says something [NOTIF-01]', () => {
  const off = row(null, { accountId: 'acme', enabled: false });
  const words = row('words', { accountId: 'acme', site: 'shop' });
  expect(chooseText([off, words], SHIPPED, READER)).toMatchObject({ enabled: false, template: { text: 'words' } });
  expect(chooseText([off, row('on', { userType: 'BUYER', enabled: true })], SHIPPED, READER)).toMatchObject({ enabled: false, template: { text: 'on' } });
});

test('who speaks a language there are no words in is told in English, each kind of user something', () => {
  for (const userType of VIEWER_KINDS) for (const language of ['fr', 'de', 'de-ch', 'en', 'x']) expect(chooseText([], shippedTexts('CART_SHARED'), { ...READER, language, userType }).template.subject).toMatch(language.startsWith('de') ? /teilt mit/ : /shares the cart/);
});
