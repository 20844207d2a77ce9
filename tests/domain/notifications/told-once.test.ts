import { execute, parse } from 'graphql';
import { expect, test } from 'vitest';
import { inProcessBus } from '#kernel/bus.ts';
import { fakeClock } from '#kernel/clock.ts';
import { noticeInput, type Notice } from '#kernel/notice.ts';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';
import { readNotificationsConfig } from '../../../subgraphs/notifications/config.ts';
import type { NotificationsContext } from '../../../subgraphs/notifications/context.ts';
import { keepMail, type KeptMail } from '../../../subgraphs/notifications/outside/keep-mail.ts';
import { notificationsSubgraph } from '../../../subgraphs/notifications/subgraph.ts';
import { forgetOld } from '../../../subgraphs/notifications/use-cases/forget-old.ts';

const PEOPLE: readonly { readonly id: string; readonly kind: ViewerKind; readonly email: string | null; readonly seesNetPrices: boolean }[] = [
  { id: 'bea', kind: 'BUYER', email: 'bea@acme.example', seesNetPrices: true },
  { id: 'ben', kind: 'BUYER', email: 'ben@acme.example', seesNetPrices: false },
  { id: 'guest', kind: 'GUEST', email: null, seesNetPrices: true },
  { id: 'odd', kind: 'INDIVIDUAL', email: 'a@b.example\r\nBcc: everybody@example.com', seesNetPrices: true },
];
const TELL = 'mutation ($notices: [NoticeInput!]!) { tellPeople(notices: $notices) }';
const DAY_MS = 86_400_000;

const notice = (id: string, userId: string, more: Partial<Notice> = {}): Notice => ({
  id,
  type: 'ORDER_CONFIRMED',
  to: { userId },
  accountId: 'acme',
  about: { kind: 'ORDER', id: 'o' },
  facts: { order: 'O-1', total: '6.95 GBP', nothing: null },
  lists: { line: [{ quantity: '1', description: 'Mug', total: '6.95 GBP' }] },
  ...more,
});

interface Desk extends AsyncDisposable {
  readonly kept: KeptMail;
  readonly clock: ReturnType<typeof fakeClock>;
  tell(...notices: readonly Notice[]): Promise<void>;
  listOf(id: string): Promise<readonly { id: string; version: number; subject: string; text: string }[]>;
  idle(): Promise<void>;
  context(): NotificationsContext;
}

/** The subgraph alone. */
async function open(): Promise<Desk> {
  const [kept, clock] = [keepMail(':memory:'), fakeClock()];
  const peers = async ({ variables }: { variables?: Readonly<Record<string, unknown>> }) => ({ data: { peopleById: PEOPLE.filter(({ id }) => ((variables?.ids ?? []) as string[]).includes(id)).map((person) => ({ ...person, accountId: 'acme' })) } });
  const running = await notificationsSubgraph({ notifications: readNotificationsConfig({}), preview: kept }).run({ dataDir: ':memory:', bus: inProcessBus(), clock, peers, log: () => undefined });
  const contextOf = (viewer: Viewer | null): unknown => running.contextFor({ viewer, requestId: 'test' });
  async function ask<Data>(viewer: Viewer | null, query: string, variables?: Record<string, unknown>): Promise<Data> {
    const { data, errors } = await execute({ schema: running.schema, document: parse(query), variableValues: variables, contextValue: contextOf(viewer) });
    if (errors) throw new Error(JSON.stringify(errors));
    return data as Data;
  }
  return {
    kept,
    clock,
    tell: async (...notices) => void (await ask(null, TELL, { notices: notices.map(noticeInput) })),
    listOf: async (id) => (await ask<{ notifications: { nodes: [] } }>({ id, kind: 'INDIVIDUAL', accountId: 'acme', permissions: [] }, '{ notifications { nodes { id version subject text } } }')).notifications.nodes,
    idle: () => running.idle(),
    context: () => contextOf(null) as NotificationsContext,
    [Symbol.asyncDispose]: () => running.stop(),
  };
}

test('told twice, late, or by two at once, it is one notification and one e-mail', async () => {
  await using desk = await open();
  await Promise.all([desk.tell(notice('1', 'bea')), desk.tell(notice('1', 'bea')), desk.tell(notice('1', 'bea'), notice('2', 'bea'))]);
  await desk.idle();
  desk.clock.advance(30 * DAY_MS);
  await desk.tell(notice('1', 'bea'));
  await desk.idle();
  expect((await desk.listOf('bea')).map(({ id, version }) => [id, version])).toEqual([['2', 2], ['1', 1]]);
  expect(desk.kept.sent().map(({ id }) => id)).toEqual(['1', '2']);
});

test('each reader is told what they may see; who has no address has a list, an address alone has e-mail, and who is gone has neither', async () => {
  await using desk = await open();
  const stranger = { to: { email: 'new@home.example' }, type: 'CART_SHARED', facts: { cart: 'Office', actor: 'Cat', role: 'Viewer', retrievalNumber: '42' }, lists: {} };
  await desk.tell(notice('1', 'bea'), notice('2', 'ben'), notice('3', 'guest'), notice('4', 'nobody'), notice('5', '', stranger), notice('6', 'odd'));
  await desk.idle();
  const mails = new Map(desk.kept.sent().map((mail) => [mail.to, mail.text]));
  expect([...mails.keys()].toSorted()).toEqual(['bea@acme.example', 'ben@acme.example', 'new@home.example']);
  expect(mails.get('bea@acme.example')).toBe('Thank you. We have taken in your order O-1.\n\n1 x Mug: 6.95 GBP\nTotal: 6.95 GBP');
  expect(mails.get('ben@acme.example')).toBe('Thank you. We have taken in your order O-1.\n\n1 x Mug');
  expect(mails.get('new@home.example')).toContain('enter this number');
  expect(await desk.listOf('guest')).toHaveLength(1);
  expect(await desk.listOf('odd')).toHaveLength(1);
  expect(await desk.listOf('nobody')).toEqual([]);
});

test('what is old is forgotten, and what nobody has read with it', async () => {
  await using desk = await open();
  await desk.tell(notice('1', 'bea'));
  await desk.idle();
  desk.clock.advance(89 * DAY_MS);
  await desk.tell(notice('2', 'bea'));
  await desk.idle();
  await forgetOld(desk.context());
  expect(await desk.listOf('bea')).toHaveLength(2);
  desk.clock.advance(2 * DAY_MS);
  await forgetOld(desk.context());
  expect((await desk.listOf('bea')).map(({ id, version }) => [id, version])).toEqual([['2', 2]]);
  await desk.tell(notice('3', 'bea'));
  expect((await desk.listOf('bea'))[0]).toMatchObject({ id: '3', version: 3 });
});
