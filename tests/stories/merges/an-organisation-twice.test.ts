import { expect, test } from 'vitest';
import { KEPT_AFTER_MERGES } from '../../support/kept-after-merges.ts';
import { startWorld } from '../../support/world.ts';
import { CREATE_LIST, LISTS } from '../lists/lists.ts';
import { fillCart, orderCart } from '../orders/shopping.ts';
import { expectMerged, known, MERGE_ACCOUNTS, MERGE_PARTIES, partOf, PREVIEW, refusedAtSignIn, registerOrganisation, registerPerson, signedIn, whereStands } from './merging.ts';

const MUGS = [{ sku: 'MUG-RED', quantity: '3' }];
const WHO = '{ viewer { id permissions account { id name } } }';
const reasonsOf = ({ details }: { details: Record<string, unknown> }): string[] => (details.reasons as { code: string }[]).map(({ code }) => code);

test('accounts of two organisations with people are not merged before the parties are; then they are, and everybody stays who they are [MERGE-01, MERGE-11, MERGE-14]', async () => {
  await using world = await startWorld({ env: { CARTWRIGHT_CARTS_SHARING: 'true', CARTWRIGHT_QUOTES_SHARING: 'true' } });
  const [olga, sam] = [await world.as('olga'), await world.as('sam')];
  const [bea, ann] = [await known(await world.as('bea')), await world.as('ann')];
  const peter = await registerOrganisation(world, 'Initech', 'Peter');
  const pair = { fromId: bea.accountId, toId: peter.accountId };
  expect(await olga.refused(MERGE_ACCOUNTS, { ...pair, key: 'early' })).toMatchObject({ code: 'MERGE_NOT_ALLOWED' });
  expect(reasonsOf(await olga.refused(MERGE_ACCOUNTS, { ...pair, key: 'early' }))).toEqual(['PARTIES_DIFFER']);

  // A busy organisation: a bit of everything.
  await bea.session.ask(CREATE_LIST, { name: 'Office', lines: [{ sku: 'MUG-RED' }] });
  await bea.session.ask('mutation { savePaymentMethod(method: { type: CARD, token: "pm_card_visa", brand: "Visa", last4: "4242", expires: "2099-05" }) { id } }');
  await olga.ask('mutation ($account: String!, $id: ID!) { upsertAgreement(input: { id: "frame", name: "Frame", percentOff: "5", accountIds: [$id] }) { id } putAccountsInGroup(group: "trade", accountIds: [$id]) assignPriceList(priceList: "default", audienceKind: ACCOUNT, audience: $account) { version } setCreditLimit(input: { accountId: $id, currency: "GBP", limit: "10000" }) { owed { amount } } }', { account: bea.accountId, id: bea.accountId });
  await ann.ask('mutation { setSpendingLimit(limit: { currency: "GBP", perOrder: "5000" }) { id } }');
  await ann.ask('mutation { saveCostCentre(costCentre: { code: "OPS", name: "Operations", active: true, members: [] }) { id } }');
  await world.settle();
  const order = await orderCart(bea.session, await fillCart(bea.session, MUGS));
  await world.settle();
  const { createQuote: quote } = await bea.session.ask('mutation { createQuote(lines: [{ sku: "MUG-RED", quantity: 20 }]) { id } }');
  await bea.session.ask('mutation ($id: ID!) { requestQuote(quoteId: $id) { status } }', { id: quote.id });
  await sam.ask('mutation ($id: ID!) { assignQuote(quoteId: $id) { status } }', { id: quote.id });
  const { addReturnLines: back } = await bea.session.ask('mutation ($line: ID!) { addReturnLines(lines: [{ orderLineId: $line, quantity: 1, reason: "DAMAGED" }]) { id } }', { line: order.lines[0]?.id });
  const cart = await fillCart(bea.session, MUGS);
  await bea.session.ask('mutation ($id: ID!) { shareCart(cartId: $id, name: "Ours", members: [{ email: "ann@acme.example", role: PARTICIPANT }]) { id } }', { id: cart.id });
  await world.settle();

  expectMerged((await olga.ask(MERGE_PARTIES, { ...pair, key: 'parties' })).mergeParties);
  expect((await olga.ask(PREVIEW, { kind: 'ACCOUNT', ...pair })).mergePreview.reasons).toEqual([]);
  const { mergeAccounts: merge } = await olga.ask(MERGE_ACCOUNTS, { ...pair, key: 'accounts' });
  expectMerged(merge);
  await world.settle();
  expect({ lists: partOf(merge, 'shoppingLists'), orders: partOf(merge, 'orders'), quotes: partOf(merge, 'quotes'), returns: partOf(merge, 'returns'), users: partOf(merge, 'users'), cards: partOf(merge, 'paymentMethods') }).toEqual({
    lists: { moved: 1, dropped: 0 }, orders: { moved: 1, dropped: 0 }, quotes: { moved: 1, dropped: 0 }, returns: { moved: 1, dropped: 0 }, users: { moved: 4, dropped: 0 }, cards: { moved: 1, dropped: 0 },
  });

  // Peter among them: since the parties were merged he signs in to the older account too. Nothing but history names the account that was.
  expect((await whereStands(world, bea.accountId)).filter((place) => !KEPT_AFTER_MERGES.has(place))).toEqual([]);
  expect((await bea.session.refused(LISTS)).code).toBe('UNAUTHENTICATED');
  const again = await world.as('bea');
  expect((await again.ask(WHO)).viewer).toMatchObject({ id: bea.id, account: { id: peter.accountId, name: 'Initech' } });
  expect((await again.ask(LISTS)).shoppingLists.nodes).toEqual([{ name: 'Office' }]);
  expect((await peter.session.ask(LISTS)).shoppingLists.nodes).toEqual([]); // a list is its contact's
  expect((await again.ask('query ($id: ID!) { order(id: $id) { id soldTo { name } } }', { id: order.id })).order).toEqual({ id: order.id, soldTo: { name: 'Initech' } });
  expect((await again.ask('query ($id: ID!) { quote(id: $id) { status } }', { id: quote.id })).quote).toEqual({ status: 'ASSIGNED' });
  expect((await again.ask('{ pendingReturn { id } }')).pendingReturn).toEqual({ id: back.id });
  expect((await again.ask('{ agreements { nodes { id } } }')).agreements.nodes).toEqual([{ id: 'frame' }]);
  expect((await again.ask('query ($id: ID!) { cart(id: $id) { name status members { role user { name } } } }', { id: cart.id })).cart).toEqual({ name: 'Ours', status: 'SAVED', members: [{ role: 'PARTICIPANT', user: { name: 'Ann' } }] });
  expect((await (await world.as('ann')).ask('query ($id: ID!) { cart(id: $id) { id } }', { id: cart.id })).cart.id).toBe(cart.id);
  await again.ask('mutation ($id: ID!) { activateCart(cartId: $id) { id } }', { id: cart.id });
  await orderCart(again, await fillCart(again, MUGS)); // and goes on buying
});

test('an organisation is not merged with a private person, a guest, the seller, or what was merged before: all reasons together [MERGE-11]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [bea, cat, guest, seller] = [await known(await world.as('bea')), await known(await world.as('cat')), await known(await world.as('guest')), await known(olga)];
  const kay = await registerPerson(world, 'Kay');
  expectMerged((await olga.ask(MERGE_ACCOUNTS, { fromId: kay.accountId, toId: cat.accountId, key: 'a' })).mergeAccounts);
  const reasons = async (fromId: string, toId: string): Promise<string[]> => (await olga.ask(PREVIEW, { kind: 'ACCOUNT', fromId, toId })).mergePreview.reasons.map(({ code }: { code: string }) => code);
  expect(await reasons(bea.accountId, cat.accountId)).toEqual(['KINDS_DIFFER', 'PARTIES_DIFFER']);
  expect(await reasons(guest.accountId, cat.accountId)).toEqual(['NOT_A_CUSTOMER', 'KINDS_DIFFER']);
  expect(await reasons(cat.accountId, seller.accountId)).toEqual(['NOT_A_CUSTOMER', 'KINDS_DIFFER']);
  expect(await reasons(kay.accountId, cat.accountId)).toEqual(['NOT_ACTIVE']);
  expect(reasonsOf(await olga.refused(MERGE_ACCOUNTS, { fromId: bea.accountId, toId: cat.accountId, key: 'b' }))).toEqual(['KINDS_DIFFER', 'PARTIES_DIFFER']);
  expect((await olga.refused(MERGE_PARTIES, { fromId: 'nobody', toId: cat.accountId, key: 'c' })).code).toBe('NOT_FOUND');
});

test('the details of a party that was merged are merged or transferred: an address both have is there once [MERGE-13]', async () => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [acme, gus] = [await known(await world.as('bea')), await known(await world.as('gus'))];
  const ADD = 'mutation ($address: AddressInput!) { addAddress(address: $address) { id } }';
  const pkwy = (line1: string): Record<string, unknown> => ({ address: { recipient: 'Vision', line1, postalCode: '94065', city: 'Redwood', country: 'GB' } });
  for (const line1 of ['500 Oracle Pkwy.', '600 Vision Pkwy.']) await acme.session.ask(ADD, pkwy(line1));
  await gus.session.ask(ADD, pkwy('500 Oracle Pkwy.'));
  for (const [key, document] of Object.entries({ parties: MERGE_PARTIES, accounts: MERGE_ACCOUNTS })) await olga.ask(document, { fromId: acme.accountId, toId: gus.accountId, key });
  const { viewer } = await gus.session.ask('{ viewer { account { addresses { line1 } } } }');
  expect(viewer.account.addresses.map(({ line1 }: { line1: string }) => line1).toSorted()).toEqual(['1 Foundry Lane', '3 Quay Street', '500 Oracle Pkwy.', '600 Vision Pkwy.', '7 Dock Road']);
});

test.each([
  ['the receiving party has no restriction: it stays so', { from: true }, undefined, { globex: true, initech: true }],
  ['both have the list on: organisations are added', { from: true }, { to: true }, { globex: true, initech: true }],
  ['only the receiving one has it on: it stays as it is', { from: false }, { to: true }, { globex: false, initech: true }],
  ['the receiving one has it off: it stays off', { from: true }, { to: false }, { globex: true, initech: true }],
])('who may use a site after parties are merged (%s) [MERGE-06, MERGE-07, MERGE-08]', async (_what, { from }, to, allowed) => {
  await using world = await startWorld();
  const olga = await world.as('olga');
  const [acme, globex] = [await known(await world.as('bea')), await known(await world.as('gus'))];
  const [initech, umbrella] = [await registerOrganisation(world, 'Initech', 'Peter'), await registerOrganisation(world, 'Umbrella', 'Uma')];
  const SET = 'mutation ($access: SiteAccessInput!) { setSiteAccess(access: $access) { holderId list isOn organisationIds } }';
  const set = (site: string, list: string, holderId: string, isOn: boolean, organizationIds: string[]): Promise<unknown> => olga.ask(SET, { access: { site, list, holderId, isOn, organizationIds } });
  const others = [initech, globex].map(({ accountId }) => accountId);
  await set('closed', 'ALLOW', acme.accountId, from, [globex.accountId]);
  await set('open', 'DENY', acme.accountId, from, [globex.accountId]);
  if (to) {
    await set('closed', 'ALLOW', umbrella.accountId, to.to, [initech.accountId]);
    await set('open', 'DENY', umbrella.accountId, to.to, [initech.accountId]);
  }
  expectMerged((await olga.ask(MERGE_PARTIES, { fromId: acme.accountId, toId: umbrella.accountId, key: 'a' })).mergeParties);
  const [list] = (await olga.ask('{ siteAccess(site: "closed") { holderId isOn organisationIds } }')).siteAccess;
  expect(list).toEqual(to && { holderId: umbrella.accountId, isOn: to.to, organisationIds: to.to && from ? others.toSorted() : [initech.accountId] });
  const mayUse = async (email: string, password: string | undefined, site: string): Promise<boolean> => signedIn(world, email, password, site).then(() => true, () => false);
  const found = { globex: await mayUse('gus@globex.example', 'demo', 'closed'), initech: await mayUse('peter@initech.example', undefined, 'closed') };
  expect(found).toEqual(allowed);
  const isOn = to?.to === true;
  const denied = { globex: isOn && from, initech: isOn };
  for (const [email, password, isDenied] of [['gus@globex.example', 'demo', denied.globex], ['peter@initech.example', undefined, denied.initech]] as const) expect(await mayUse(email, password, 'open')).toBe(!isDenied);
  if (isOn) expect((await refusedAtSignIn(world, 'peter@initech.example', undefined, 'open')).code).toBe('FORBIDDEN');
  expect(await mayUse('uma@umbrella.example', undefined, 'closed')).toBe(true); // whoever keeps a list is not kept out by it
});
