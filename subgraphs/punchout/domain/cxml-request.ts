import { Decimal } from 'decimal.js';
import { refuse } from '#kernel/errors.ts';
import type { OrderedItem } from './returned-cart.ts';
import type { Operation } from './session-lifecycle.ts';
import { allAt, at, textAt, type XmlTree } from './xml-tree.ts';

export interface Identity {
  readonly domain: string;
  readonly identity: string;
}

/** A cXML message from outside, as far as anything is done with it. */
export interface CxmlRequest {
  readonly payloadId: string;
  /** For whom it asks, by every name it gives. */
  readonly from: readonly Identity[];
  readonly sender: Identity & { readonly secret: string };
  readonly body: SetupRequest | OrderRequest;
}

export interface WantedItem {
  readonly sku: string;
  readonly quantity: string;
  readonly uom: string | null;
}

export interface SetupRequest {
  readonly kind: 'SETUP';
  readonly operation: Operation;
  readonly buyerCookie: string;
  readonly returnUrl: string;
  readonly selectedSku: string | null;
  readonly items: readonly WantedItem[];
}

export interface OrderRequest {
  readonly kind: 'ORDER';
  readonly orderNumber: string;
  readonly isNew: boolean;
  readonly items: readonly OrderedItem[];
}

const MOST_ITEMS = 1_000;

/** @throws BAD_USER_INPUT naming what is missing, OPERATION_DISABLED for what is not asked of us */
export function readCxml(tree: XmlTree): CxmlRequest {
  const cxml = at(tree, 'cXML');
  const sender = at(cxml, 'Header', 'Sender', 'Credential');
  return {
    payloadId: needed(textAt(cxml, '@payloadID'), 'cXML/@payloadID'),
    from: allAt(cxml, 'Header', 'From', 'Credential').map(identityIn),
    sender: { ...identityIn(sender), secret: needed(textAt(sender, 'SharedSecret'), 'Sender/Credential/SharedSecret') },
    body: readBody(at(cxml, 'Request')),
  };
}

const identityIn = (credential: XmlTree | undefined): Identity => ({ domain: needed(textAt(credential, '@domain'), 'Credential/@domain'), identity: needed(textAt(credential, 'Identity'), 'Credential/Identity') });

function readBody(request: XmlTree | undefined): SetupRequest | OrderRequest {
  const setup = at(request, 'PunchOutSetupRequest');
  if (setup !== undefined) return readSetup(setup);
  const order = at(request, 'OrderRequest');
  if (order !== undefined) return readOrder(order);
  throw refuse('OPERATION_DISABLED', 'Only PunchOutSetupRequest and OrderRequest are answered here.', {});
}

const WANTED: { readonly [operation: string]: Operation } = { create: 'CREATE', edit: 'EDIT', inspect: 'INSPECT' };

function readSetup(setup: XmlTree): SetupRequest {
  const operation = WANTED[textAt(setup, '@operation') ?? ''];
  if (!operation) throw refuse('BAD_USER_INPUT', 'PunchOutSetupRequest/@operation is create, edit or inspect.', {});
  return {
    kind: 'SETUP',
    operation,
    buyerCookie: needed(textAt(setup, 'BuyerCookie'), 'BuyerCookie'),
    returnUrl: needed(textAt(setup, 'BrowserFormPost', 'URL'), 'BrowserFormPost/URL'),
    selectedSku: textAt(setup, 'SelectedItem', 'ItemID', 'SupplierPartID') ?? null,
    items: itemsIn(setup).map((item) => ({ sku: skuIn(item), quantity: quantityIn(item), uom: textAt(item, 'ItemDetail', 'UnitOfMeasure') ?? null })),
  };
}

function readOrder(order: XmlTree): OrderRequest {
  const items = itemsIn(order).map((item): OrderedItem => {
    const price = textAt(item, 'ItemDetail', 'UnitPrice', 'Money');
    return {
      sku: skuIn(item),
      auxiliaryId: textAt(item, 'ItemID', 'SupplierPartAuxiliaryID') ?? null,
      quantity: quantityIn(item),
      unitPrice: price === undefined ? null : decimal(price, 'UnitPrice/Money'),
      currency: textAt(item, 'ItemDetail', 'UnitPrice', 'Money', '@currency') ?? null,
    };
  });
  if (items.length === 0) throw refuse('BAD_USER_INPUT', 'The OrderRequest has no ItemOut.', {});
  return { kind: 'ORDER', orderNumber: needed(textAt(order, 'OrderRequestHeader', '@orderID'), 'OrderRequestHeader/@orderID'), isNew: (textAt(order, 'OrderRequestHeader', '@type') ?? 'new') === 'new', items };
}

function itemsIn(request: XmlTree): XmlTree[] {
  const items = allAt(request, 'ItemOut');
  if (items.length > MOST_ITEMS) throw refuse('BAD_USER_INPUT', `At most ${MOST_ITEMS} items are taken at once.`, { items: items.length });
  return items;
}

const skuIn = (item: XmlTree): string => needed(textAt(item, 'ItemID', 'SupplierPartID'), 'ItemID/SupplierPartID');
const quantityIn = (item: XmlTree): string => decimal(needed(textAt(item, '@quantity'), 'ItemOut/@quantity'), 'ItemOut/@quantity');

function decimal(text: string, what: string): string {
  if (!/^\d{1,15}(\.\d{1,6})?$/.test(text)) throw refuse('BAD_USER_INPUT', `${what} is not a number: ${text.slice(0, 30)}`, {});
  return new Decimal(text).toFixed();
}

const MOST_TEXT = 255;

function needed(text: string | undefined, what: string): string {
  if (text === undefined) throw refuse('BAD_USER_INPUT', `${what} is missing.`, {});
  if (text.length > MOST_TEXT * 8) throw refuse('BAD_USER_INPUT', `${what} is too long.`, {});
  return text;
}
