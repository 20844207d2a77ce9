import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fakeClock } from '#kernel/clock.ts';
import { SYSTEM } from '#kernel/subgraph.ts';
import type { QuotesContext } from '../../../subgraphs/quotes/context.ts';
import { forgetUploads } from '../../../subgraphs/quotes/use-cases/forget-uploads.ts';
import { temporaryFolder } from '../../faults/support/temporary-folder.ts';
import type { Session } from '../../support/session.ts';
import { startWorld } from '../../support/world.ts';
import { download, uploadTo } from '../attachments/attaching.ts';
import { EMAILS } from '../sharing/sharing.ts';
import { memberOf, REMOVE, shareDraft, startSharingQuotes } from '../sharing-quotes/sharing-quotes.ts';
import { draft, mutation, move } from './negotiation.ts';

const ON = { CARTWRIGHT_QUOTES_ATTACHMENT_CATEGORY: 'documents', CARTWRIGHT_QUOTES_UPLOAD_LIMIT_KB: '8' };
const FILE = 'id name description lineId internal bytes url';
const APPLY = `mutation ($quoteId: ID!, $add: [QuoteAttachmentInput!], $remove: [ID!], $expectedVersion: Int) { applyQuoteAttachments(quoteId: $quoteId, add: $add, remove: $remove, expectedVersion: $expectedVersion) { version attachments { ${FILE} } lines { id attachments { id } } } }`;
const READ = `query ($id: ID!) { quote(id: $id) { version attachments { ${FILE} } lines { id attachments { name } } revisions { number attachments { ${FILE} } } availableActions { name allowed } } }`;

const names = (files: readonly { name: string }[]): string[] => files.map(({ name }) => name);
const put = (who: Session, quoteId: string, name: string, content = name): ReturnType<typeof uploadTo> => uploadTo(who, `/quote-attachments?quoteId=${quoteId}`, { name, content });

/** Uploads and applies one file. */
async function attach(who: Session, quoteId: string, name: string, more: { lineId?: string; internal?: boolean; description?: string } = {}): Promise<string> {
  const { uploads: [file] } = await put(who, quoteId, name);
  await who.ask(APPLY, { quoteId, add: [{ uploadId: file?.id, ...more }] });
  return file?.id ?? '';
}

test('buyer and rep attach files to a quote and its lines, each in its turn; watchers see it, revisions keep it, and the other side takes nothing away [QUOTE-20, QUOTE-26, QUOTE-50]', async () => {
  await using world = await startWorld({ env: ON });
  const [bea, sam, sue, rob] = [await world.as('bea'), await world.as('sam'), await world.as('sue'), await world.as('rob')];
  const { id, lines: [mug] } = await draft(bea);
  const frames = await bea.watch('subscription ($id: ID!) { quoteChanged(quoteId: $id) { cause fromVersion version quote { attachments { name } } } }', { id });
  await frames.next();
  const { status, uploads: [drawing, waiting] } = await uploadTo(bea, `/quote-attachments?quoteId=${id}`, { name: 'drawing.pdf', content: 'drawing' }, { name: 'later.pdf', content: 'x' });
  expect(status).toBe(201);
  expect((await bea.ask(READ, { id })).quote).toMatchObject({ version: 1, attachments: [] });
  expect((await download(bea, `/quote-attachments/${waiting?.id}`)).status, 'what waits is read by nobody').toBe(404);
  const { applyQuoteAttachments: attached } = await bea.ask(APPLY, { quoteId: id, add: [{ uploadId: drawing?.id, description: ' the handle ', lineId: mug.id }], expectedVersion: 1 });
  expect(attached).toMatchObject({ version: 2, attachments: [{ name: 'drawing.pdf', description: 'the handle', lineId: mug.id, internal: false, bytes: 7 }], lines: [{ attachments: [{ id: drawing?.id }] }, { attachments: [] }] });
  expect((await frames.next()).quoteChanged).toMatchObject({ cause: 'ATTACHMENTS_CHANGED', fromVersion: 1, version: 2, quote: { attachments: [{ name: 'drawing.pdf' }] } });
  await frames.close();
  expect(await put(sam, id, 'a.pdf'), 'a draft is its owner\'s').toMatchObject({ status: 404 });
  expect((await download(sam, attached.attachments[0].url)).status).toBe(404);

  await move(bea, 'request', id);
  expect(await (await download(sam, attached.attachments[0].url)).text()).toBe('drawing');
  expect(await put(sam, id, 'a.pdf'), 'not before it is his').toMatchObject({ status: 403, code: 'FORBIDDEN' });
  await move(sam, 'assign', id);
  const terms = await attach(sam, id, 'terms.pdf');
  const cost = await attach(sam, id, 'cost.pdf', { internal: true });
  for (const other of [bea, sue, rob]) expect(await put(other, id, 'a.pdf')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await bea.refused(APPLY, { quoteId: id, add: [{ uploadId: waiting?.id }] })).code, 'only the assigned rep changes it now').toBe('FORBIDDEN');
  expect((await sam.refused(APPLY, { quoteId: id, remove: [drawing?.id] })).code).toBe('FORBIDDEN');
  expect((await sam.refused(APPLY, { quoteId: id, add: [{ uploadId: waiting?.id }] })).code, 'others\' uploads are nobody\'s').toBe('NOT_FOUND');
  expect((await sam.refused(APPLY, { quoteId: id, add: [{ uploadId: terms, internal: true }] })).code).toBe('BAD_USER_INPUT');
  await sam.ask(APPLY, { quoteId: id, add: [{ uploadId: cost, description: 'margin' }] });
  const seenBy = async (who: Session): Promise<string[]> => names((await who.ask(READ, { id })).quote.attachments);
  expect([await seenBy(bea), await seenBy(sam), await seenBy(rob)]).toEqual([['drawing.pdf', 'terms.pdf'], ['drawing.pdf', 'terms.pdf', 'cost.pdf'], ['drawing.pdf', 'terms.pdf', 'cost.pdf']]);
  expect([(await download(bea, `/quote-attachments/${cost}`)).status, (await download(rob, `/quote-attachments/${cost}`)).status]).toEqual([404, 200]);

  await move(sam, 'publish', id);
  for (const who of [bea, sam]) expect(await put(who, id, 'a.pdf'), 'an offer stands as it is').toMatchObject({ status: 409, code: 'QUOTE_STATUS_INVALID' });
  expect((await sam.refused(APPLY, { quoteId: id, remove: [terms] })).code).toBe('QUOTE_STATUS_INVALID');
  const { quote: offer } = await bea.ask(READ, { id });
  expect(offer.revisions.map(({ attachments }: { attachments: [] }) => names(attachments))).toEqual([['drawing.pdf'], ['drawing.pdf', 'terms.pdf']]);
  expect(names((await sam.ask(READ, { id })).quote.revisions[1].attachments)).toContain('cost.pdf');
  expect(offer.availableActions).toContainEqual({ name: 'applyQuoteAttachments', allowed: false });

  await move(bea, 'edit', id);
  expect((await bea.refused(APPLY, { quoteId: id, remove: [terms] })).code).toBe('FORBIDDEN');
  expect((await bea.refused(APPLY, { quoteId: id, remove: [cost] })).code, 'an internal one is not even there').toBe('NOT_FOUND');
  await bea.ask('mutation ($id: ID!, $line: ID!) { updateQuoteLines(quoteId: $id, lines: [{ lineId: $line, remove: true }]) { id } }', { id, line: mug.id });
  const { quote: edited } = await bea.ask(READ, { id });
  expect([names(edited.attachments), names(edited.revisions[0].attachments)], 'a line takes its files along; revisions keep them').toEqual([['terms.pdf'], ['drawing.pdf']]);
  expect(await (await download(bea, edited.revisions[0].attachments[0].url)).text()).toBe('drawing');
});

test('strangers, private people and who may not use attachments neither attach nor read, stale or silly wishes are refused, and without a category there are none [QUOTE-04]', async () => {
  await using world = await startWorld({ env: ON });
  const [bea, ann, gus, cat, nobody] = [await world.as('bea'), await world.as('ann'), await world.as('gus'), await world.as('cat'), await world.as('nobody')];
  const { id } = await draft(bea);
  const file = await attach(bea, id, 'drawing.pdf');
  for (const stranger of [ann, gus]) {
    expect(await put(stranger, id, 'a.pdf')).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await stranger.refused(APPLY, { quoteId: id, remove: [file] })).code).toBe('NOT_FOUND');
    expect((await download(stranger, `/quote-attachments/${file}`)).status).toBe(404);
  }
  expect((await download(nobody, `/quote-attachments/${file}`)).status).toBe(401);
  const { id: privately } = await draft(cat);
  expect(await put(cat, privately, 'a.pdf')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await cat.refused(APPLY, { quoteId: privately, remove: [file] })).code).toBe('FORBIDDEN');

  expect(await put(bea, id, '../a.pdf')).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(await put(bea, id, 'big.pdf', 'x'.repeat(9_000))).toMatchObject({ status: 413, code: 'ATTACHMENT_TOO_LARGE', details: { limitKb: 8 } });
  expect(await uploadTo(bea, `/quote-attachments?quoteId=${id}`, { name: 'a.html', content: 'x', type: 'text/html' })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  const { uploads: [next] } = await put(bea, id, 'next.pdf');
  expect(await bea.refused(APPLY, { quoteId: id, add: [{ uploadId: next?.id }], expectedVersion: 1 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 2 } });
  expect((await bea.refused(APPLY, { quoteId: id, add: [{ uploadId: next?.id, internal: true }] })).code).toBe('FORBIDDEN');
  expect((await bea.refused(APPLY, { quoteId: id, add: [{ uploadId: next?.id, lineId: file }] })).code).toBe('NOT_FOUND');
  expect((await bea.refused(APPLY, { quoteId: id })).code).toBe('BAD_USER_INPUT');
  expect((await bea.ask(READ, { id })).quote.version).toBe(2);

  await using without = await startWorld();
  const [buyer, rep] = [await without.as('bea'), await without.as('sam')];
  const { id: plain } = await draft(buyer);
  expect(await put(buyer, plain, 'a.pdf')).toMatchObject({ status: 403, code: 'ATTACHMENTS_DISABLED' });
  await buyer.ask(mutation('request', plain));
  expect((await rep.refused(APPLY, { quoteId: plain, remove: [file] })).code).toBe('ATTACHMENTS_DISABLED');
  expect((await buyer.ask(READ, { id: plain })).quote).toMatchObject({ attachments: [] });
});

test('uploads never applied go after a day with what a lost line left behind; what a revision names outlives its removal', async () => {
  await using data = temporaryFolder();
  const clock = fakeClock(new Date());
  await using world = await startWorld({ env: ON, dataDir: data.path, clock });
  const kept = (): Promise<string[]> => readdir(join(data.path, 'quote-attachments'));
  const bea = await world.as('bea');
  const { id, lines: [mug] } = await draft(bea);
  const file = await attach(bea, id, 'kept.pdf');
  await put(bea, id, 'waiting.pdf');
  await attach(bea, id, 'of-a-line.pdf', { lineId: mug.id });
  const gone = await attach(bea, id, 'gone.pdf');
  await bea.ask(APPLY, { quoteId: id, remove: [gone] });
  await bea.ask('mutation ($id: ID!, $line: ID!) { updateQuoteLines(quoteId: $id, lines: [{ lineId: $line, remove: true }]) { id } }', { id, line: mug.id });
  expect(await kept()).toHaveLength(3);
  await move(bea, 'request', id);
  await move(bea, 'edit', id);
  await bea.ask(APPLY, { quoteId: id, remove: [file] });
  clock.advance(86_400_000 + 60_000);
  await forgetUploads(world.embedded.subgraphs.get('quotes')?.contextFor(SYSTEM) as QuotesContext);
  expect(await kept()).toEqual([file]);
  const { quote } = await bea.ask(READ, { id });
  expect([names(quote.attachments), names(quote.revisions[0].attachments)]).toEqual([[], ['kept.pdf']]);
  expect(await (await download(bea, `/quote-attachments/${file}`)).text()).toBe('kept.pdf');
});

test('of a shared quote participants attach, viewers read, and who is removed reads nothing more [SHARE-34]', async () => {
  await using world = await startSharingQuotes(ON);
  const [bea, ann, ben] = [await world.as('bea'), await world.as('ann'), await world.as('ben')];
  const quote = await shareDraft(bea, [{ email: EMAILS.ann, role: 'PARTICIPANT' }, { email: EMAILS.ben, role: 'VIEWER' }]);
  const { id } = quote;
  const file = await attach(ann, id, 'drawing.pdf');
  expect(await put(ben, id, 'a.pdf')).toMatchObject({ status: 403, code: 'FORBIDDEN', details: { requiredRole: 'PARTICIPANT' } });
  expect((await ben.refused(APPLY, { quoteId: id, remove: [file] })).code).toBe('FORBIDDEN');
  for (const member of [bea, ann, ben]) expect(await (await download(member, `/quote-attachments/${file}`)).text()).toBe('drawing.pdf');
  await bea.ask(REMOVE, { quoteId: id, memberId: memberOf(quote, EMAILS.ben).id });
  expect((await download(ben, `/quote-attachments/${file}`)).status).toBe(404);
  await bea.ask(APPLY, { quoteId: id, remove: [file] });
  expect((await ann.ask(READ, { id })).quote.attachments).toEqual([]);
});

test('a file is of one quote and of one side, and nobody without USE_ATTACHMENT puts or sees one [QUOTE-20, QUOTE-26]', async () => {
  await using world = await startWorld({ env: ON });
  const [bea, ann, sam] = [await world.as('bea'), await world.as('ann'), await world.as('sam')];
  const [{ id }, { id: hers }] = [await draft(bea), await draft(ann)];
  const drawing = await attach(bea, id, 'drawing.pdf');
  const codeOf = async (who: Session, quoteId: string, change: object): Promise<string> => (await who.refused(APPLY, { quoteId, ...change })).code;
  expect(await codeOf(ann, hers, { remove: [drawing] })).toBe('NOT_FOUND');
  expect(await codeOf(ann, hers, { add: [{ uploadId: drawing, description: 'mine' }] })).toBe('NOT_FOUND');
  await move(bea, 'request', id);
  await move(sam, 'assign', id);
  const terms = await attach(sam, id, 'terms.pdf');
  expect(await codeOf(sam, id, { add: [{ uploadId: drawing, description: 'x' }] })).toBe('FORBIDDEN');
  await move(sam, 'publish', id);
  await move(bea, 'edit', id);
  expect(await codeOf(bea, id, { add: [{ uploadId: terms, description: 'x' }] })).toBe('FORBIDDEN');
  await world.embedded.subgraphs.get('accounts')?.db.orm.em.getConnection().execute(`update app_user set permissions = '["CREATE_ORDER","CREATE_QUOTE"]' where email = 'bea@acme.example'`);
  const without = await world.as('bea');
  expect(await put(without, id, 'a.pdf')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect((await without.ask(READ, { id })).quote.attachments).toEqual([]);
});
