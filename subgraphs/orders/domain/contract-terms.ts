import { createHash } from 'node:crypto';
import { refuse } from '#kernel/errors.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { fromMicro, toMicro } from '#kernel/quantity.ts';

/** A paragraph of the terms. It belongs to an order when all that it asks for holds. [TC-03] */
export interface TermsClause {
  readonly heading?: string | null;
  /** Order variables stand in braces: "We deliver {quantity} pieces by {shippingMethod}." */
  readonly text: string;
  /** One of these products is bought. */
  readonly skus?: readonly string[] | null;
  /** The order variable that is looked at: it is one of `oneOf`, or at least `atLeast`, or, without either, it is said at all. */
  readonly variable?: string | null;
  readonly oneOf?: readonly string[] | null;
  readonly atLeast?: string | null;
}

/** What terms are about: everything of a cart or a quote but its prices. */
export interface TermsContent {
  readonly shippingMethod: string | null;
  readonly shipTo: string | null;
  readonly billTo: string | null;
  readonly shippingInstructions: string | null;
  readonly requestedOn: string | null;
  readonly purchaseOrderNumber: string | null;
  /** Additional information, the end customer among it. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly lines: readonly TermsLine[];
}

export interface TermsLine {
  readonly sku: string | null;
  readonly quantity: string;
  readonly uom: string;
  readonly configuration?: readonly OptionChoice[] | null;
  readonly shipping?: unknown;
}

/** The terms of one cart or quote as they are now, for people to read and to agree to. */
export interface ContractTerms {
  readonly template: string;
  readonly templateVersion: number;
  readonly text: string;
  /** The fingerprint of the text and of all it is about. */
  readonly hash: string;
}

/** Who agreed to what, when; an order keeps it. [TC-09] */
export interface AgreedTerms extends ContractTerms {
  readonly acceptedById: string;
  readonly acceptedByName: string | null;
  readonly acceptedAt: string;
}

const VARIABLES = ['shippingMethod', 'shipTo', 'billTo', 'purchaseOrderNumber', 'requestedOn', 'quantity', 'lines'] as const;
const FIELD = /^fields\.[A-Za-z]\w*$/;
const IN_BRACES = /\{([^{}]*)\}/g;
const MAX_CLAUSES = 200;
const MAX_TEXT = 20_000;

/** What may be published: every variable is one there is. */
export function refuseMalformedClauses(clauses: readonly TermsClause[]): void {
  if (clauses.length === 0 || clauses.length > MAX_CLAUSES) throw refuse('BAD_USER_INPUT', `Terms have between 1 and ${MAX_CLAUSES} clauses.`);
  for (const { text, variable, oneOf, atLeast } of clauses) {
    if (text.trim() === '' || text.length > MAX_TEXT) throw refuse('BAD_USER_INPUT', `A clause has between 1 and ${MAX_TEXT} characters.`);
    const unknown = [...(variable == null ? [] : [variable]), ...[...text.matchAll(IN_BRACES)].map((match) => match[1] ?? '')].find((name) => !isVariable(name));
    if (unknown !== undefined) throw refuse('BAD_USER_INPUT', `There is no order variable ${unknown}.`, { variable: unknown, variables: [...VARIABLES, 'fields.NAME'] });
    if (variable == null && (oneOf != null || atLeast != null)) throw refuse('BAD_USER_INPUT', 'Say which order variable is looked at.');
    if (oneOf != null && atLeast != null) throw refuse('BAD_USER_INPUT', 'A variable is one of several, or at least so much: not both.');
  }
}

const isVariable = (name: string): boolean => (VARIABLES as readonly string[]).includes(name) || FIELD.test(name);

export interface TermsTemplateText {
  readonly name: string;
  readonly version: number;
  readonly clauses: readonly TermsClause[];
}

/** The terms that a content has under a template: the same content always has the same. [TC-03] */
export function renderTerms({ name, version, clauses }: TermsTemplateText, content: TermsContent): ContractTerms {
  const variables = variablesOf(content);
  const paragraphs = clauses.filter((clause) => holds(clause, content, variables)).map(({ heading, text }) => {
    const filled = text.replaceAll(IN_BRACES, (_all, variable: string) => variables.get(variable) ?? '—');
    return heading == null ? filled : `${heading}\n${filled}`;
  });
  const text = paragraphs.join('\n\n');
  const hash = createHash('sha256').update(JSON.stringify([name, version, text, content])).digest('base64url');
  return { template: name, templateVersion: version, text, hash };
}

function variablesOf(content: TermsContent): ReadonlyMap<string, string> {
  const quantity = fromMicro(content.lines.reduce((sum, line) => sum + toMicro(line.quantity), 0n));
  const { shippingMethod, shipTo, billTo, purchaseOrderNumber, requestedOn } = content;
  const said = { shippingMethod, shipTo, billTo, purchaseOrderNumber, requestedOn, quantity, lines: String(content.lines.length) };
  const fields = content.fields.map(({ name, value }) => [`fields.${name}`, value] as const);
  return new Map([...Object.entries(said), ...fields].flatMap(([name, value]) => (value == null ? [] : [[name, value] as const])));
}

function holds({ skus, variable, oneOf, atLeast }: TermsClause, { lines }: TermsContent, variables: ReadonlyMap<string, string>): boolean {
  if (skus != null && !lines.some(({ sku }) => sku !== null && skus.includes(sku))) return false;
  if (variable == null) return true;
  const value = variables.get(variable);
  if (value === undefined) return false;
  if (oneOf != null) return oneOf.includes(value);
  return atLeast == null || (/^\d+(\.\d{1,6})?$/.test(value) && toMicro(value) >= toMicro(atLeast));
}
