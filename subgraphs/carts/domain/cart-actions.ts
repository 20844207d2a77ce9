import { refuse } from '#kernel/errors.ts';
import { may, type Viewer } from '#kernel/viewer.ts';
import type { CartDraft, CartSettings } from './cart-draft.ts';
import { fillDefaults, type CheckoutDefaults } from './checkout-defaults.ts';
import { addLines, changeLine, removeLines, splitLine, updateLines, type DraftLine, type LineUpdate, type WantedLine } from './change-lines.ts';
import type { PartyUsage } from '#kernel/party-usage.ts';
import { applyEndCustomer, applyMyCompany, cartBillTo, cartShipTo, lineBillTo, lineShipTo, shippingOf, type MyAddresses, type WantedEndCustomer } from './name-parties.ts';
import type { Naming, WantedParty } from './settle-party.ts';
import { isDay, setFields, type FieldDefinition, type WantedField } from './extra-fields.ts';
import { readPayment, type PaymentChoice, type WantedPayment } from './cart-payment.ts';
import type { KnownItems } from './merge-lines.ts';
import type { CartPricing } from './price-cart.ts';

/** Everything that can be done to the content of a cart, by name, with what it takes. */
export interface ActionInputs {
  readonly addLines: readonly WantedLine[];
  readonly updateLines: readonly LineUpdate[];
  readonly removeLines: readonly string[];
  readonly splitLine: { readonly lineId: string; readonly quantities: readonly string[] };
  readonly setLineShipping: WantedShipping & { readonly lineId: string; readonly shippingMethod?: string | null };
  readonly setLineFields: { readonly lineId: string; readonly fields: readonly WantedField[] };
  readonly setShippingMethod: { readonly shippingMethod?: string | null };
  readonly setShipTo: WantedShipping;
  readonly setBillTo: WantedParty & { readonly purchaseOrderNumber?: string | null };
  readonly setLineBillTo: WantedParty & { readonly lineId: string };
  readonly setEndCustomer: WantedEndCustomer;
  readonly useMyCompany: { readonly usage: PartyUsage; readonly lineId?: string | null };
  readonly setPayment: WantedPayment;
  /** No buyer sends it: what they usually say, where they have not said anything. */
  readonly fillDefaults: CheckoutDefaults;
  readonly applyPromotionCode: string;
  readonly removePromotionCode: string;
  readonly setPricingAgreement: { readonly agreementId?: string | null; readonly lineId?: string | null };
  readonly setFields: readonly WantedField[];
  readonly setNote: { readonly note?: string | null; readonly lineId?: string | null };
}
export type ActionName = keyof ActionInputs;
/** Exactly one of them. */
export type CartAction = { readonly [Name in ActionName]?: ActionInputs[Name] | null };

/** Where and when goods shall arrive; what is left out is nothing, not what was before. */
export interface WantedShipping extends WantedParty {
  readonly instructions?: string | null;
  readonly requestedOn?: string | null;
}

/** Who edits, and what is known of the world. */
export interface Editing extends Naming {
  readonly newId: () => string;
  readonly allowed: { readonly lineShipping: boolean; readonly agreements: boolean; readonly lineAgreements: boolean; readonly promotionCodes: boolean; readonly endCustomer: boolean };
  readonly extraFields: readonly FieldDefinition[];
  /** The viewer's own addresses, as far as an action asks for them. */
  readonly mine?: MyAddresses;
  /** What may be paid with, once an action asks. */
  readonly payment: PaymentChoice;
  /** Present where identical lines merge. */
  readonly merge?: KnownItems;
}

interface ActionRule<Input> {
  apply(draft: CartDraft, input: Input, editing: Editing): CartDraft;
  /** A last look at the new price, which may refuse. */
  accept?(pricing: CartPricing, input: Input): void;
}

const MAX_CODES = 20;
const MAX_TEXT = 2_000;
const readCode = (code: string): string => code.trim().toUpperCase();

export const ACTION_RULES: { readonly [Name in ActionName]: ActionRule<ActionInputs[Name]> } = {
  addLines: { apply: (draft, lines, { viewer, newId, merge }) => withLines(draft, addLines(draft.lines, lines, { addedById: viewer.id, newId, merge })) },
  updateLines: { apply: (draft, updates) => withLines(draft, updateLines(draft.lines, updates)) },
  removeLines: { apply: (draft, lineIds) => withLines(draft, removeLines(draft.lines, lineIds)) },
  splitLine: {
    apply(draft, { lineId, quantities }, { allowed, newId }) {
      requireSwitch(allowed.lineShipping, 'Splitting lines');
      return withLines(draft, splitLine(draft.lines, lineId, quantities, newId));
    },
  },
  setLineShipping: {
    apply(draft, { lineId, shippingMethod, instructions, requestedOn, ...wanted }, editing) {
      requireSwitch(editing.allowed.lineShipping, 'Shipping of single lines');
      const said = { method: shippingMethod ?? null, instructions: readText(instructions), requestedOn: readDay(requestedOn) };
      return withLines(draft, changeLine(draft.lines, lineId, (line) => ({ ...line, shipping: shippingOf(said, lineShipTo(draft, line, wanted, editing)) })));
    },
    accept: refuseUnservedShipping,
  },
  setLineFields: {
    apply: (draft, { lineId, fields }, { extraFields }) =>
      withLines(draft, changeLine(draft.lines, lineId, (line) => ({ ...line, fields: setFields(line.fields ?? [], fields, extraFields, 'line') }))),
  },
  setShippingMethod: {
    apply: (draft, { shippingMethod }) => withSettings(draft, { shippingMethod: shippingMethod ?? null }),
    accept: refuseUnservedShipping,
  },
  setShipTo: {
    apply: (draft, { instructions, requestedOn, ...wanted }, editing) =>
      withSettings(draft, { ...cartShipTo(draft, wanted, editing), shippingInstructions: readText(instructions), requestedOn: readDay(requestedOn) }),
  },
  setBillTo: {
    apply: (draft, { purchaseOrderNumber, ...wanted }, editing) => withSettings(draft, { ...cartBillTo(draft, wanted, editing), purchaseOrderNumber: readText(purchaseOrderNumber) }),
  },
  setLineBillTo: {
    apply: (draft, { lineId, ...wanted }, editing) => withLines(draft, changeLine(draft.lines, lineId, (line) => ({ ...line, billTo: lineBillTo(draft, line, wanted, editing) }))),
  },
  setEndCustomer: { apply: applyEndCustomer },
  useMyCompany: { apply: applyMyCompany },
  setPayment: { apply: (draft, wanted, { payment, viewer }) => withSettings(draft, { payment: readPayment(wanted, payment, viewer.id) }) },
  fillDefaults: { apply: (draft, defaults) => (draft.lines.length === 0 ? draft : { ...draft, settings: fillDefaults(draft.settings, defaults) }) },
  applyPromotionCode: {
    apply(draft, entered, { viewer, allowed }) {
      requireSwitch(allowed.promotionCodes, 'Entering promotion codes');
      requirePermission(viewer, 'VIEW_NET_PRICE');
      const { promotionCodes } = draft.settings;
      if (promotionCodes.length >= MAX_CODES) throw refuse('BAD_USER_INPUT', `A cart takes at most ${MAX_CODES} codes.`);
      return withSettings(draft, { promotionCodes: [...without(promotionCodes, entered), readCode(entered)] });
    },
    accept({ codesRefused }, entered) {
      const code = readCode(entered);
      const refused = codesRefused.find((each) => each.code === code);
      if (refused) throw refuse('PROMOTION_CODE_REFUSED', `The code ${code} does not apply.`, { code, reason: refused.reason });
    },
  },
  removePromotionCode: { apply: (draft, entered) => withSettings(draft, { promotionCodes: without(draft.settings.promotionCodes, entered) }) },
  setPricingAgreement: {
    apply(draft, { agreementId = null, lineId }, { viewer, allowed }) {
      requireSwitch(allowed.agreements, 'Choosing agreements');
      if (viewer.kind !== 'BUYER') throw refuse('FORBIDDEN', 'Agreements are for business buyers.');
      requirePermission(viewer, 'USE_PRICING_AGREEMENT');
      requirePermission(viewer, 'VIEW_NET_PRICE');
      if (lineId == null) return withSettings(draft, { agreementId });
      requireSwitch(allowed.lineAgreements, 'Agreements of single lines');
      return withLines(draft, changeLine(draft.lines, lineId, (line) => ({ ...line, agreementId })));
    },
    accept({ agreementsRefused }, { agreementId }) {
      const refused = agreementsRefused.find(({ id }) => id === agreementId);
      if (refused) throw refuse('BAD_USER_INPUT', 'This agreement does not hold for the cart.', { agreementId, reason: refused.reason });
    },
  },
  setFields: { apply: (draft, fields, { extraFields }) => withSettings(draft, { fields: setFields(draft.settings.fields ?? [], fields, extraFields, 'cart') }) },
  setNote: {
    apply(draft, input) {
      const note = readText(input.note);
      if (input.lineId == null) return withSettings(draft, { note });
      return withLines(draft, changeLine(draft.lines, input.lineId, (line) => ({ ...line, note })));
    },
  },
};

const withLines = (draft: CartDraft, lines: readonly DraftLine[]): CartDraft => ({ ...draft, lines });
const withSettings = (draft: CartDraft, settings: Partial<CartSettings>): CartDraft => ({ ...draft, settings: { ...draft.settings, ...settings } });
const without = (codes: readonly string[], entered: string): string[] => codes.filter((each) => each !== readCode(entered));

function requireSwitch(on: boolean, what: string): void {
  if (!on) throw refuse('OPERATION_DISABLED', `${what} is switched off.`);
}

function requirePermission(viewer: Viewer, permission: string): void {
  if (!may(viewer, permission)) throw refuse('FORBIDDEN', `This needs the permission ${permission}.`, { permission });
}

function readDay(day: string | null | undefined): string | null {
  if (day != null && !isDay(day)) throw refuse('BAD_USER_INPUT', 'A requested date is a day such as 2026-05-03.', { requestedOn: day });
  return day ?? null;
}

function readText(text: string | null | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  if (trimmed.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `At most ${MAX_TEXT} characters.`, { length: trimmed.length });
  return trimmed === '' ? null : trimmed;
}

function refuseUnservedShipping({ shippingProblem }: CartPricing, { shippingMethod }: { readonly shippingMethod?: string | null }): void {
  if (shippingProblem) throw refuse('BAD_USER_INPUT', 'This way of shipping is not to be had for the cart.', { shippingMethod, reason: shippingProblem });
}
