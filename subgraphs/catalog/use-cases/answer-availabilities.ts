import { isRefusal, refuse, type ErrorCode } from '#kernel/errors.ts';
import type { CatalogContext } from '../context.ts';
import type { Availability } from '../domain/availability.ts';
import { answerAvailability } from './answer-availability.ts';
import type { AvailabilityWish } from './read-availability.ts';

export interface AvailabilityRequest extends AvailabilityWish {
  readonly sku: string;
}

export interface AvailabilityAnswer {
  readonly availability: Availability | null;
  readonly problem: ErrorCode | null;
  readonly message: string | null;
}

const MOST = 2_000;

/** Whether each of many lines can be had on its day, in the order asked: at most one statement a table and one question outside. A line nobody can answer for spoils no other. [CART-78] */
export async function answerAvailabilities(context: CatalogContext, requests: readonly AvailabilityRequest[]): Promise<AvailabilityAnswer[]> {
  if (requests.length > MOST) throw refuse('BAD_USER_INPUT', `The availability of at most ${MOST} lines can be asked for at once.`, { requests: requests.length });
  return Promise.all(requests.map((request) => answerOne(context, request)));
}

async function answerOne(context: CatalogContext, { sku, ...wish }: AvailabilityRequest): Promise<AvailabilityAnswer> {
  try {
    const product = await context.loaders.productBySku.load(sku);
    if (!product) throw refuse('UNKNOWN_SKU', `There is no product ${sku}.`);
    return { availability: await answerAvailability(context, product, wish), problem: null, message: null };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { availability: null, problem: error.code, message: error.message };
  }
}
