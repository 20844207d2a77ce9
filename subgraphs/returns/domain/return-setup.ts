import { refuse } from '#kernel/errors.ts';

export const TYPE_CATEGORIES = ['RETURN', 'ORDER', 'MIXED'] as const;
export type TypeCategory = (typeof TYPE_CATEGORIES)[number];

/** What a return of something costs, in one currency. [RET-31] */
export interface ReturnFee {
  readonly currency: string;
  /** Decimal text. */
  readonly amount: string;
  /** For each unit that comes back, or once for each line. */
  readonly per: 'UNIT' | 'LINE';
  /** Only when it comes back for one of these reasons; for any when left out. */
  readonly reasons?: readonly string[];
}

/** What a return is written as: where it gets its number, whom it waits for, what it costs. */
export interface TransactionType {
  readonly name: string;
  readonly category: TypeCategory;
  readonly lineType?: string;
  readonly workflow?: string;
  /** What its numbers begin with; each sequence counts for itself. [RET-31] */
  readonly sequence: string;
  /** The roles that have to agree, one after the other. [RET-37] */
  readonly approvers: readonly string[];
  readonly fees: readonly ReturnFee[];
}

export interface SetUp {
  readonly transactionTypes: readonly TransactionType[];
  readonly transactionType?: string;
  readonly defaultSalesRepId?: string;
}

export const SETUP_PARTS = ['TRANSACTION_TYPE', 'RETURN_CATEGORY', 'LINE_TYPE', 'WORKFLOW', 'DEFAULT_SALES_REP'] as const;
export type SetupPart = (typeof SETUP_PARTS)[number];

const SENTENCES: { readonly [P in SetupPart]: string } = {
  TRANSACTION_TYPE: 'There is no transaction type for returns.',
  RETURN_CATEGORY: 'The transaction type for returns is not of the category Return.',
  LINE_TYPE: 'Line type Id Is missing.',
  WORKFLOW: 'The transaction type has no workflow.',
  DEFAULT_SALES_REP: 'There is no default sales representative.',
};

const isMissing: { readonly [P in SetupPart]: (type: TransactionType | undefined, setUp: SetUp) => boolean } = {
  TRANSACTION_TYPE: (type) => type === undefined,
  RETURN_CATEGORY: (type) => type !== undefined && type.category !== 'RETURN',
  LINE_TYPE: (type) => type !== undefined && type.lineType === undefined,
  WORKFLOW: (type) => type !== undefined && type.workflow === undefined,
  DEFAULT_SALES_REP: (_type, { defaultSalesRepId }) => defaultSalesRepId === undefined,
};

export interface CompleteSetUp {
  readonly type: TransactionType & { readonly lineType: string; readonly workflow: string };
  readonly salesRepId: string;
}

/** What returns are written with. @throws RETURN_SETUP_MISSING naming all that nobody has set up [RET-32, RET-33] */
export function requireSetUp(setUp: SetUp): CompleteSetUp {
  const type = setUp.transactionTypes.find(({ name }) => name === setUp.transactionType);
  const missing = SETUP_PARTS.filter((part) => isMissing[part](type, setUp));
  const { lineType, workflow } = type ?? {};
  if (missing[0] !== undefined || !type || lineType === undefined || workflow === undefined || setUp.defaultSalesRepId === undefined) {
    throw refuse('RETURN_SETUP_MISSING', missing.map((part) => SENTENCES[part]).join(' '), { missing: missing[0], allMissing: missing, ...(type && { transactionType: type.name, category: type.category }) });
  }
  return { type: { ...type, lineType, workflow }, salesRepId: setUp.defaultSalesRepId };
}
