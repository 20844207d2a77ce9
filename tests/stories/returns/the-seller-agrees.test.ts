import { expect, test } from 'vitest';
import type { Mail } from '../../../subgraphs/notifications/outside/mailer.ts';
import type { Session } from '../../support/session.ts';
import { startWorld, type World } from '../../support/world.ts';
import { order } from '../fulfilment/fulfilment.ts';
import { newKey } from '../orders/shopping.ts';
import { ADD, add, APPROVE, back, CANCEL, LOCATE, lineOf, PENDING, READ, REJECT, submit, SUBMIT } from './returning.ts';

const TYPE = { name: 'RMA', category: 'RETURN', lineType: 'RETURN_FOR_CREDIT', workflow: 'RETURN_WITH_RECEIPT' };
const written = (more: object): { CARTWRIGHT_RETURNS_TRANSACTION_TYPES: string } => ({ CARTWRIGHT_RETURNS_TRANSACTION_TYPES: JSON.stringify([{ ...TYPE, ...more }]) });

/** Who was told what about a return, in the order of the alphabet. */
const told = (mails: readonly Mail[], number: string): string[] => mails.filter(({ subject }) => subject.includes(number)).map(({ to, subject }) => `${to}: ${subject.replace(number, '#')}`).toSorted();
const mugs = async (person: Session, quantity = '3'): Promise<string> => lineOf(await order(person, [{ sku: 'MUG-RED', quantity }]));
const status = async (person: Session, id: string): Promise<string> => (await person.ask(READ, { id })).return.status;

async function textTo(world: World, to: string, part: string): Promise<string> {
  return (await world.mail()).find((mail) => mail.to === to && mail.subject.includes(part))?.text ?? '';
}

test('with approval a return is Working until it is submitted, waits for the yes of the seller, and is booked only then; the buyer is told with the place to send it to [RET-34, RET-24, RET-38, NOTIF-05]', async () => {
  await using world = await startWorld();
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const pending = await add(bea, back(await mugs(bea), '2'));
  expect(pending).toMatchObject({ status: 'PENDING', pendingAs: 'WORKING', waitsFor: null });
  const { number, ...submitted } = await submit(bea, pending.id);
  expect(number).toMatch(/^R-\d{4}-000001$/);
  expect(submitted).toMatchObject({ status: 'PENDING_APPROVAL', pendingAs: null, waitsFor: 'SELLER' });
  expect((await bea.refused(APPROVE, { id: pending.id })).code).toBe('FORBIDDEN');
  expect(told(await world.mail(), number)).toEqual(['bea@acme.example: Your return #', ...['olga', 'rob', 'sam', 'sue'].map((name) => `${name}@seller.example: Please approve the return #`)]);
  expect(await textTo(world, 'bea@acme.example', number)).toContain('2 x MUG-RED: DAMAGED');
  expect(await status(bea, pending.id)).toBe('PENDING_APPROVAL');

  expect((await sam.ask(APPROVE, { id: pending.id, location: 'Dock 4', version: 2 })).approveReturn).toEqual({ status: 'APPROVED', version: 3, waitsFor: null, returnLocation: 'Dock 4' });
  expect(await textTo(world, 'bea@acme.example', 'approved')).toContain('Please send the goods to: Dock 4.');
  expect(await status(bea, pending.id)).toBe('BOOKED');
  expect((await sam.refused(APPROVE, { id: pending.id })).code).toBe('INVALID_STATE');
  expect((await bea.refused(CANCEL, { id: pending.id })).code).toBe('INVALID_STATE');
});

test('roles agree one after the other: every holder of the role that is asked now is told, nobody else may answer, and the last yes approves [RET-37]', async () => {
  await using world = await startWorld({ env: written({ approvers: ['PUBLISH_QUOTE', 'ADMINISTRATOR'] }) });
  const [bea, sam, rob, olga] = [await world.as('bea'), await world.as('sam'), await world.as('rob'), await world.as('olga')];
  const { id, number } = await submit(bea, (await add(bea, back(await mugs(bea)))).id);
  expect(told(await world.mail(), number)).toEqual(['bea@acme.example: Your return #', 'sam@seller.example: Please approve the return #', 'sue@seller.example: Please approve the return #']);
  for (const person of [rob, olga]) expect(await person.refused(APPROVE, { id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'PUBLISH_QUOTE' } });
  expect((await rob.refused(REJECT, { id, reason: 'No' })).code).toBe('FORBIDDEN');

  expect((await sam.ask(APPROVE, { id, location: 'Dock 1' })).approveReturn).toEqual({ status: 'PENDING_APPROVAL', version: 3, waitsFor: 'ADMINISTRATOR', returnLocation: 'Dock 1' });
  expect(told(await world.mail(), number)).toContain('olga@seller.example: Please approve the return #');
  expect(await sam.refused(APPROVE, { id })).toMatchObject({ code: 'FORBIDDEN', details: { requiredRole: 'ADMINISTRATOR' } });
  expect(await olga.refused(APPROVE, { id, version: 2 })).toMatchObject({ code: 'STALE_VERSION', details: { currentVersion: 3 } });
  expect((await olga.ask(APPROVE, { id })).approveReturn).toMatchObject({ status: 'APPROVED', returnLocation: 'Dock 1' });
  expect(told(await world.mail(), number).filter((line) => line.endsWith('is approved'))).toEqual(['bea@acme.example: Your return # is approved']);
});

test('a rejected return tells its buyer why, and its quantity may come back another time; so of a withdrawn one; an approval without a place names the usual one [RET-38, NOTIF-05]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_RETURNS_RETURN_LOCATION: 'Main dock' } });
  const [bea, sam] = [await world.as('bea'), await world.as('sam')];
  const line = await mugs(bea);
  const first = await submit(bea, (await add(bea, back(line, '3'))).id);
  expect((await sam.refused(REJECT, { id: first.id, reason: ' ' })).code).toBe('BAD_USER_INPUT');
  expect((await sam.ask(REJECT, { id: first.id, reason: 'It was used' })).rejectReturn).toEqual({ status: 'REJECTED', reason: 'It was used', version: 3 });
  expect(await textTo(world, 'bea@acme.example', 'rejected')).toContain('It was used');
  expect(told(await world.mail(), first.number).filter((mail) => mail.startsWith('bea'))).toEqual(['bea@acme.example: Your return #', 'bea@acme.example: Your return # is rejected']);

  const second = await submit(bea, (await add(bea, back(line, '3'))).id);
  expect((await bea.refused(ADD, { lines: [back(line)] })).code).toBe('RETURN_QUANTITY_EXCEEDED');
  expect((await bea.ask(CANCEL, { id: second.id })).cancelReturn).toMatchObject({ status: 'CANCELED', version: 3 });
  expect((await sam.refused(APPROVE, { id: second.id })).code).toBe('INVALID_STATE');
  await world.settle();
  const third = await submit(bea, (await add(bea, back(line, '3'))).id);
  expect((await sam.ask(APPROVE, { id: third.id })).approveReturn).toMatchObject({ status: 'APPROVED', returnLocation: 'Main dock' });
});

test('without approval a return is Entered, errors are told in general when it is submitted, and submitting books at once; the mail says that the place will follow [RET-35, RET-36, RET-30]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_RETURNS_APPROVAL: 'false' } });
  const [bea, sam, gus] = [await world.as('bea'), await world.as('sam'), await world.as('gus')];
  const line = await mugs(bea);
  const hamper = lineOf(await order(bea, [{ sku: 'HAMPER-XL', quantity: '1' }]));
  const pending = await add(bea, back(line, '4'), back(hamper));
  expect(pending).toMatchObject({ pendingAs: 'ENTERED', problems: [{ code: 'RETURN_QUANTITY_EXCEEDED', returnableQuantity: '3' }, { code: 'NOT_RETURNABLE', sku: 'HAMPER-XL' }] });
  const refusal = await bea.refused(SUBMIT, { id: pending.id, key: 'k' });
  expect(refusal).toMatchObject({ code: 'RETURN_QUANTITY_EXCEEDED', message: 'The return cannot be submitted as it is. Look at its lines and addresses.' });
  expect(refusal.details.lines).toHaveLength(2);
  await bea.ask(CANCEL, { id: pending.id });

  const { id, number, ...booked } = await submit(bea, (await add(bea, back(line, '3'))).id);
  expect(booked).toMatchObject({ status: 'BOOKED', version: 2, waitsFor: null });
  expect(told(await world.mail(), number)).toEqual(['bea@acme.example: Your return #']);
  expect(await textTo(world, 'bea@acme.example', number)).toContain('Another e-mail with the approval, and where to send the goods, will follow.');
  expect((await sam.refused(APPROVE, { id })).code).toBe('INVALID_STATE');
  expect((await gus.refused(LOCATE, { id, location: 'Mine' })).code).toBe('NOT_FOUND');
  expect((await bea.refused(LOCATE, { id, location: 'Mine' })).code).toBe('FORBIDDEN');
  expect((await sam.ask(LOCATE, { id, location: 'Dock 9' })).tellReturnLocation).toEqual({ status: 'BOOKED', returnLocation: 'Dock 9', version: 3 });
  expect(await textTo(world, 'bea@acme.example', 'approved')).toContain('Dock 9');
});

test('with approval detailed errors appear when items are added, and nothing is added [RET-36]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const { number, lines } = await order(bea, [{ sku: 'MUG-RED', quantity: '3' }]);
  expect(await bea.refused(ADD, { lines: [back(lines[0]?.id, '4')] })).toMatchObject({ message: `Of MUG-RED in ${number}, 3 may still come back; 4 would.`, details: { returnableQuantity: '3' } });
  expect((await bea.ask(PENDING)).pendingReturn).toBeNull();
});

test('a submission sent twice is one return with one number and one confirmation; its key is not good for another [RET-24]', async () => {
  await using world = await startWorld();
  const bea = await world.as('bea');
  const line = await mugs(bea);
  const { id } = await add(bea, back(line));
  const key = newKey();
  const answers = await Promise.all([submit(bea, id, key), submit(bea, id, key), submit(bea, id, key)]);
  expect(new Set(answers.map(({ number, version }) => `${number} ${version}`)).size).toBe(1);
  expect(told(await world.mail(), answers[0].number).filter((mail) => mail.startsWith('bea'))).toHaveLength(1);
  const other = await add(bea, back(line));
  expect((await bea.refused(SUBMIT, { id: other.id, key })).code).toBe('IDEMPOTENCY_KEY_REUSED');
});
