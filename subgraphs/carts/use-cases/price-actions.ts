import { newId } from '#kernel/ids.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { CartsContext } from '../context.ts';
import { applyActions, namedParties, naming, usesMyCompany, wantedPayments, type Applied, type NamedAction } from '../domain/apply-actions.ts';
import { settingsOf, type CartSettings } from '../domain/cart-draft.ts';
import { requantified, type DraftLine } from '../domain/change-lines.ts';
import { itemsOf, type DocumentPrice } from '../domain/document-price.ts';
import type { PaymentChoice } from '../domain/cart-payment.ts';
import type { KnownItems } from '../domain/merge-lines.ts';
import { pricingCallFor, type PricingCall } from '../domain/pricing-calls.ts';
import { findTouched, type StandingLine } from '../domain/standing-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { CartLine } from '../entities/cart-line.ts';
import { askPaymentMethods } from '../peers/accounts.ts';
import { askDefaultAddresses, askParties } from '../peers/parties.ts';
import { askDocument } from '../peers/catalog.ts';
import { askPaymentTypes } from '../peers/orders.ts';
import { loadLinesById, type EditedCart } from './load-cart.ts';
import { hasKnownPrices, keepPrices } from './keep-prices.ts';
import { priceDrafts, type PricedCart } from './price-drafts.ts';
import { priceTouched } from './price-touched.ts';

export interface PricedActions {
  /** What the catalog was asked: nothing, about some lines, or about the whole. [CHK-19] */
  readonly call: PricingCall;
  readonly settings: CartSettings;
  readonly changes: PricedCart['changes'];
  /** As they were, of those that changed with all they say. */
  readonly before: readonly StandingLine[];
  readonly after: readonly StandingLine[];
}

/** A merged line costs what its whole quantity costs, so a guess is made before the price is asked, and mended once it is known. */
const MAX_LOOKS = 3;

/** What the cart is after the actions, and what it costs then. @param numbered a refusal says by which action */
export async function priceActions(context: CartsContext, edited: EditedCart, actions: readonly NamedAction[], viewer: Viewer, numbered: boolean): Promise<PricedActions> {
  const { lineShipping, agreements, lineAgreements, promotionCodes, endCustomer, extraFields } = context.config;
  const { accountId } = edited.cart;
  const [known, mine, payment] = await Promise.all([
    askParties(context.ask, accountId, namedParties(actions, viewer)),
    usesMyCompany(actions) ? askDefaultAddresses(context.ask, accountId, { contactId: viewer.id }) : undefined,
    findPaymentChoice(context, actions),
  ]);
  const editing = { viewer, newId, allowed: { lineShipping, agreements, lineAgreements, promotionCodes, endCustomer }, extraFields, known, mine, payment };
  const draw = (merge: KnownItems | undefined): Applied =>
    applyActions({ settings: settingsOf(edited.cart), lines: edited.lines }, actions, { ...editing, merge }, numbered);
  const merging = mergesLines(context, edited.cart);
  const guess = draw(merging ? new Map() : undefined);
  const call = pricingCallFor({ settings: settingsOf(edited.cart), lines: edited.lines }, guess.draft);
  if (call === 'NONE' && hasKnownPrices(edited.cart)) return { call, ...(await keepAll(context, edited, guess)) };
  const some = call === 'LINES' ? await priceSome(context, edited, merging, draw) : undefined;
  return { call: call === 'NONE' ? 'HEADER' : call, ...(some ?? (await priceAll(context, edited, merging, draw, numbered))) };
}

type Priced = Omit<PricedActions, 'call'>;

/** Nothing moved a price: nobody is asked. [CHK-18] */
async function keepAll(context: CartsContext, { cart, lines }: EditedCart, { draft }: Applied): Promise<Priced> {
  const told = new Map((await allOf(context, cart, lines.filter((line, i) => draft.lines[i] !== line))).map((line) => [line.id, line]));
  const before = lines.map((line) => told.get(line.id) ?? line);
  const after = draft.lines.map((line) => ({ line, full: told.get(line.id) })).map(({ line, full }) => (full ? { ...full, ...line, uom: full.uom } : (line as StandingLine)));
  return { settings: draft.settings, changes: keepPrices(context, cart, draft, after), before, after };
}

async function findPaymentChoice({ ask }: CartsContext, actions: readonly NamedAction[]): Promise<PaymentChoice> {
  const wanted = wantedPayments(actions);
  if (!wanted) return { types: [], methods: new Map() };
  const [types, methods] = await Promise.all([askPaymentTypes(ask), askPaymentMethods(ask, wanted)]);
  return { types, methods };
}

/** Asks about what is touched alone; undefined when that does not come to the same as asking about everything. */
async function priceSome(context: CartsContext, { cart, lines }: EditedCart, merging: boolean, draw: Draw<Applied>): Promise<Priced | undefined> {
  const { standing } = cart.pricing;
  if (standing === null) return undefined;
  const touchedBy = ({ draft }: Applied) => findTouched(cart, lines, draft.settings, draft.lines);
  const { draft, document } = await settleLines(merging, draw, async (guess) => {
    const touched = touchedBy(guess);
    return touched && askDocument(context.ask, { ...cart, ...guess.draft.settings }, touched.asked, { stockOf: requantified(lines, touched.asked), standing });
  });
  const touched = touchedBy({ draft, changedBy: new Map() });
  if (!touched || !document?.stands) return undefined;
  const left = await allOf(context, cart, touched.left);
  const priced = priceTouched({ ...cart, ...draft.settings }, draft.lines, { ...touched, left }, document, context.config);
  if (!priced) return undefined;
  const told = new Map(left.map((line) => [line.id, line]));
  return { ...priced, settings: draft.settings, before: lines.map((line) => told.get(line.id) ?? line) };
}

async function priceAll(context: CartsContext, { cart, lines }: EditedCart, merging: boolean, draw: Draw<Applied>, numbered: boolean): Promise<Priced> {
  const before = await allOf(context, cart, lines);
  const { draft, changedBy, document } = await settleLines(merging, draw, ({ draft: { settings, lines: drafts } }) =>
    askDocument(context.ask, { ...cart, ...settings }, drafts, { stockOf: requantified(lines, drafts) }),
  );
  const priced = priceDrafts({ cart: { ...cart, ...draft.settings }, lines: before }, draft.lines, document, {
    ...context.config,
    needsEveryPrice: document.bestPrice,
    refusing: (lineId, refuseIt) => naming(numbered ? changedBy.get(lineId) : undefined, refuseIt),
  });
  return { changes: priced.changes, settings: draft.settings, before, after: priced.lines };
}

/** The lines with all they say. Somebody who changes them meanwhile changes the version of the cart, and the edit begins anew. */
async function allOf(context: CartsContext, cart: Cart, lines: readonly StandingLine[]): Promise<CartLine[]> {
  const whole = lines.filter(isWhole);
  if (whole.length === lines.length) return whole;
  const loaded = new Map((await loadLinesById(context, [cart.id], lines.map(({ id }) => id))).map((line) => [line.id, line]));
  return lines.flatMap(({ id }) => loaded.get(id) ?? []);
}

export const isWhole = (line: StandingLine): line is CartLine => 'explanation' in line;

/** No lines merge while promotions give goods: which goods earn them shall stay plain to see. [CART-57, CART-59] */
export const mergesLines = ({ config }: CartsContext, ...carts: readonly Cart[]): boolean => config.mergeLines && carts.every(({ pricing }) => pricing.freeGoods.length === 0);

type Draw<Guess> = (merge: KnownItems | undefined) => Guess;
interface Drawn {
  readonly draft: { readonly lines: readonly DraftLine[] };
}

/** Asks what drafts cost, and asks again if the answer says that other lines should have merged. One question where nothing new is learned. */
export async function settleLines<Guess extends Drawn, Document extends DocumentPrice | undefined>(
  merging: boolean,
  draw: Draw<Guess>,
  ask: (guess: Guess) => Promise<Document>,
): Promise<Guess & { readonly document: Document }> {
  let guess = draw(merging ? new Map() : undefined);
  for (let looks = 1; ; looks++) {
    const document = await ask(guess);
    if (!merging || !document) return { ...guess, document };
    const informed = draw(itemsOf(document));
    if (looks === MAX_LOOKS || isSame(guess.draft.lines, informed.draft.lines)) return { ...guess, document };
    guess = informed;
  }
}

const isSame = (a: readonly DraftLine[], b: readonly DraftLine[]): boolean =>
  a.length === b.length && a.every((line, i) => line.sku === b[i]?.sku && line.uom === b[i].uom && line.quantityMicro === b[i].quantityMicro);
