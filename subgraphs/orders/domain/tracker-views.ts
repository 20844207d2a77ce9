import { isSeller, seesNetPrices, type Viewer } from '#kernel/viewer.ts';

/** A column as people see it: these five properties can be configured, and no other. [ORD-17] */
export interface TrackerColumn {
  readonly name: string;
  readonly label: string;
  readonly sequence: number;
  readonly display: boolean;
  readonly queryable: boolean;
  /** How many characters of a value are shown; null for all. */
  readonly displayLength: number | null;
}

export type ColumnChange = { readonly [Property in Exclude<keyof TrackerColumn, 'name'>]?: TrackerColumn[Property] | null };

/** From whom a column stays hidden, whatever is configured. [ORD-15] */
type HiddenFrom = 'business' | 'private' | 'who sees no net prices';

interface ColumnDefault {
  readonly label: string;
  readonly queryable?: boolean;
  readonly display?: boolean;
  readonly hiddenFrom?: HiddenFrom;
}

const shown = (label: string): ColumnDefault => ({ label });
const queryable = (label: string): ColumnDefault => ({ label, queryable: true });
const amount = (label: string): ColumnDefault => ({ label, hiddenFrom: 'who sees no net prices' });

const ORDER = {
  number: queryable('Order'),
  placedAt: queryable('Ordered on'),
  status: queryable('Status'),
  purchaseOrderNumber: queryable('Purchase order'),
  orderType: { label: 'Order type', queryable: true, hiddenFrom: 'business' },
  total: shown('Total'),
} as const;
const HEADER = { ...ORDER, requestedOn: shown('Requested for'), shippingMethod: shown('Shipping method'), paymentTerm: shown('Payment term'), endCustomer: { label: 'End customer', hiddenFrom: 'private' }, agreement: { label: 'Pricing agreement', hiddenFrom: 'private' } } as const;
const LINE = { sku: shown('Item'), description: shown('Description'), quantity: shown('Quantity'), uom: shown('Unit'), unitPrice: shown('Unit price'), total: shown('Total'), status: shown('Status'), shippedQuantity: shown('Shipped') } as const;
const INVOICE = { number: queryable('Invoice'), createdAt: queryable('Billed on'), orderNumber: queryable('Order'), dueOn: shown('Due on'), amount: amount('Amount'), applied: amount('Paid'), due: amount('Due') } as const;
const INVOICE_LINE = { sku: shown('Item'), description: shown('Description'), quantity: shown('Quantity'), total: amount('Total') } as const;
const PAYMENT = { number: queryable('Payment'), createdAt: queryable('Paid on'), orderNumber: queryable('Order'), status: queryable('Status'), amount: amount('Amount') } as const;
const SHIPMENT = { number: queryable('Shipment'), shippedAt: shown('Shipped on'), carrier: shown('Carrier'), trackingNumber: shown('Tracking') } as const;
const SHIPMENT_LINE = { sku: shown('Item'), description: shown('Description'), quantity: shown('Quantity'), status: shown('Status') } as const;
const RETURN = { number: queryable('Return'), status: queryable('Status'), submittedAt: queryable('Submitted on'), refundTotal: amount('Refund') } as const;
const RETURN_LINE = { sku: shown('Item'), orderNumber: shown('Order'), quantity: shown('Quantity'), reason: shown('Reason'), refund: amount('Refund') } as const;
const RETURNABLE_LINE = { sku: shown('Item'), description: shown('Description'), quantity: shown('Ordered'), returnableQuantity: shown('Returnable') } as const;

/** Everything that the tracker shows in columns, and what it shows by itself. [ORD-16] */
export const TRACKER_VIEWS = {
  ORDER_SUMMARY: { ...ORDER, sku: { label: 'Item', queryable: true, display: false }, reference: { label: 'Reference', queryable: true, display: false } },
  ORDER_HEADER: HEADER,
  ORDER_DETAIL: LINE,
  ITEM_DETAIL: { ...LINE, requestedOn: shown('Requested for'), note: shown('Note') },
  ITEM_SHIPMENTS: SHIPMENT,
  SERIAL_NUMBERS: { serialNumber: queryable('Serial number') },
  INVOICE_SUMMARY: INVOICE,
  INVOICE_HEADER: INVOICE,
  INVOICE_DETAIL: INVOICE_LINE,
  INVOICE_PAYMENTS: PAYMENT,
  PAYMENT_SUMMARY: PAYMENT,
  PAYMENT_HEADER: PAYMENT,
  PAYMENT_DETAIL: { kind: shown('Kind'), status: shown('Status'), amount: amount('Amount'), settledAt: shown('On') },
  SHIPMENT_BY_ORDER_HEADER: SHIPMENT,
  SHIPMENT_BY_ORDER_DETAIL: SHIPMENT_LINE,
  SHIPMENT_BY_NUMBER_HEADER: SHIPMENT,
  SHIPMENT_BY_NUMBER_DETAIL: SHIPMENT_LINE,
  RELATED_RETURNS: RETURN,
  RETURN_SUMMARY: RETURN,
  RETURN_HEADER: RETURN,
  RETURN_DETAIL: RETURN_LINE,
  PENDING_RETURNS: RETURN,
  RETURN_REVIEW: RETURN_LINE,
  RETURN_CONFIRMATION: RETURN_LINE,
  RETURN_CREATION_ONE_ORDER: RETURNABLE_LINE,
  RETURN_CREATION_MANY_ORDERS: { orderNumber: queryable('Order'), ...RETURNABLE_LINE },
  RETURN_CREATION_BY_SERIAL: { serialNumber: queryable('Serial number'), orderNumber: queryable('Order'), ...RETURNABLE_LINE },
} as const satisfies { readonly [view: string]: { readonly [column: string]: ColumnDefault } };

export type TrackerView = keyof typeof TRACKER_VIEWS;

const defaultsOf = (view: TrackerView): [string, ColumnDefault][] => Object.entries(TRACKER_VIEWS[view]);

export const hasColumn = (view: TrackerView, column: string): boolean => Object.hasOwn(TRACKER_VIEWS[view], column);

/** The columns of a view as someone sees them, in order: what is configured goes before what they are by themselves, and what stays hidden stays hidden. */
export function columnsOf(view: TrackerView, viewer: Viewer, configured: ReadonlyMap<string, ColumnChange>): TrackerColumn[] {
  return defaultsOf(view)
    .map(([name, { label, queryable = false, display = true, hiddenFrom }], i): TrackerColumn => {
      const set = configured.get(name);
      const hidden = isHidden(viewer, hiddenFrom);
      return {
        name,
        label: set?.label ?? label,
        sequence: set?.sequence ?? (i + 1) * 10,
        display: !hidden && (set?.display ?? display),
        queryable: !hidden && (set?.queryable ?? queryable),
        displayLength: set?.displayLength ?? null,
      };
    })
    .sort((a, b) => a.sequence - b.sequence);
}

function isHidden(viewer: Viewer, from: HiddenFrom | undefined): boolean {
  if (from === undefined || isSeller(viewer)) return false;
  if (from === 'who sees no net prices') return !seesNetPrices(viewer);
  return (from === 'private') === (viewer.kind === 'INDIVIDUAL');
}

/** As much of a value as its column has room for. */
export const cutTo = ({ displayLength }: TrackerColumn, text: string): string => (displayLength !== null && text.length > displayLength ? `${[...text].slice(0, displayLength).join('')}…` : text);
