import type { OptionChoice } from '#kernel/option-choice.ts';
import { refuse } from '#kernel/errors.ts';
import { microFrom, minorDigits } from '#kernel/money.ts';
import type { CatalogContext } from '../context.ts';
import { priceDocument } from '../domain/engine/price-document.ts';
import type { PricingRequest } from '../domain/engine/pricing-request.ts';
import { destinationOf } from '../domain/engine/tax-rates.ts';
import { totalDocument } from '../domain/engine/total-document.ts';
import { showDocument, type ShownDocument } from '../domain/show-document.ts';
import { askOutsideTaxes } from './ask-outside-taxes.ts';
import { withOutsidePrices, withOutsideStock, type Forced } from './ask-outside.ts';
import { seesWholeCatalog } from './read-offers.ts';
import { NO_STANDING, readMarks, standingOf, type Standing } from './read-standing.ts';

export interface WantedDocument {
  readonly site?: string | null;
  /** The sold-to account; that of the viewer when left out. */
  readonly accountId?: string | null;
  readonly guest?: boolean | null;
  readonly at?: Date | null;
  readonly currency?: string | null;
  readonly mode?: string | null;
  readonly agreementId?: string | null;
  readonly promotionCodes?: readonly string[] | null;
  readonly shippingMethod?: string | null;
  readonly freight?: string | null;
  readonly discount?: string | null;
  readonly shipTo?: PricingRequest['shipTo'];
  readonly taxExempt?: boolean | null;
  /** Asked for with the standing of what was priced before, empty the first time. */
  readonly standing?: string | null;
  readonly lines: readonly WantedLine[];
}

export interface WantedLine {
  readonly id: string;
  readonly sku: string;
  readonly quantity: string;
  readonly uom?: string | null;
  readonly configuration?: readonly OptionChoice[] | null;
  readonly agreementId?: string | null;
  readonly shippingMethod?: string | null;
  readonly shipTo?: PricingRequest['shipTo'];
  readonly shipToId?: string | null;
  readonly override?: { readonly unitPrice: string; readonly by: string; readonly reason?: string | null } | null;
}

const MOST = 2_000;

/** A cart or a quote asks what it costs, all of it, as its owner would pay it. [CART-62, CART-70] */
export async function priceForPeer(context: CatalogContext, wanted: WantedDocument & Forced): Promise<ShownDocument & Standing> {
  const request = requestOf(context, wanted);
  const { prices, inventory, taxes } = context.outside;
  const marks = wanted.standing == null || prices || inventory || taxes ? null : await readMarks(context, request);
  const facts = await context.pricingFacts(request);
  const ours = priceDocument(request, facts);
  const force = wanted.forcePrices === true;
  const asked = await withOutsidePrices(context, request, ours, force);
  const priced = asked === request ? ours : priceDocument(asked, facts);
  const [taxed, lines] = await Promise.all([
    askOutsideTaxes(context, { request, document: priced, shipTo: destinationOf(request, facts), force }),
    withOutsideStock(context, priced.lines, wanted.forceStockOf ?? []),
  ]);
  const document = { ...priced, lines };
  const standing = marks === null ? NO_STANDING : standingOf(marks, request, facts, ours, wanted.standing ?? '');
  return { ...showDocument(taxed === undefined ? document : totalDocument(document, taxed)), ...standing };
}

function requestOf({ config, outside, viewer, clock }: CatalogContext, wanted: WantedDocument): PricingRequest {
  if (wanted.lines.length > MOST) throw refuse('BAD_USER_INPUT', `At most ${MOST} lines can be priced at once.`, { lines: wanted.lines.length });
  if (wanted.currency != null) minorDigits(wanted.currency); // refuses what is no currency
  const mode = wanted.mode ?? 'CART';
  if (mode !== 'CART' && mode !== 'QUOTE') throw refuse('BAD_USER_INPUT', 'The mode is CART or QUOTE.', { mode });
  if (wanted.freight != null && mode !== 'QUOTE') throw refuse('BAD_USER_INPUT', 'Only the freight of a quote is negotiated.', {});
  if (wanted.discount != null && mode !== 'QUOTE') throw refuse('BAD_USER_INPUT', 'Only off a quote a discount is agreed.', {});
  const accountId = wanted.accountId ?? viewer?.accountId ?? '';
  return {
    ...wanted,
    site: wanted.site ?? config.site,
    accountId,
    guest: wanted.guest ?? (viewer === null || (viewer.kind === 'GUEST' && viewer.accountId === accountId)),
    wholeCatalog: seesWholeCatalog(viewer),
    at: wanted.at ?? clock.now(),
    mode,
    outsideTaxes: outside.taxes !== null,
    promotionCodes: wanted.promotionCodes ?? [],
    lines: wanted.lines.map(({ override, ...line }) => ({ ...line, override: override ? readOverride(override, mode) : null })),
  };
}

function readOverride({ unitPrice, by, reason }: NonNullable<WantedLine['override']>, mode: PricingRequest['mode']) {
  if (mode !== 'QUOTE') throw refuse('BAD_USER_INPUT', 'Only the lines of a quote have a price of their own.', {});
  const unitMicro = microFrom(unitPrice);
  if (unitMicro < 0n) throw refuse('BAD_USER_INPUT', 'A price is zero or more.', { unitPrice });
  return { unitMicro, by, reason };
}
