import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { FilledRow } from '../domain/direct-entry.ts';
import { HEADER_CODES } from '../domain/entry-columns.ts';
import type { Cart } from '../entities/cart.ts';
import { addDirectEntry } from '../use-cases/add-direct-entry.ts';
import { loadDirectEntryCsv } from '../use-cases/load-direct-entry-csv.ts';
import { offersDirectEntry, resolveDirectEntry } from '../use-cases/resolve-direct-entry.ts';
import { CartType } from './cart.type.ts';
import { DirectEntryFileType, DirectEntryResultType, DirectEntryRow, DirectEntrySettingsType } from './direct-entry.type.ts';

/** Items by number, many at once, typed or from a file. [DIE-01..21] */
@Resolver()
export class DirectEntryResolver {
  @Query(() => DirectEntrySettingsType, { description: 'How the form of direct entry looks, and whether the viewer may use it.' })
  directEntrySettings(@Ctx() context: CartsContext): DirectEntrySettingsType {
    const { directEntryRows, directEntryExtraRows, directEntryMaxRows, allUoms } = context.config;
    return { offered: offersDirectEntry(context), rows: directEntryRows, extraRows: directEntryExtraRows, maxRows: directEntryMaxRows, allUoms, headerCodes: [...HEADER_CODES] };
  }

  @Query(() => [DirectEntryResultType], { description: 'Fills in the details of rows, in their order; a bad row has a problem and spoils no other. Business buyers only. Errors: OPERATION_DISABLED, FORBIDDEN, BAD_USER_INPUT beyond the rows a form may have.' })
  resolveDirectEntry(@Arg('rows', () => [DirectEntryRow], { description: 'The rows, ticked or not.' }) rows: DirectEntryRow[], @Ctx() context: CartsContext): Promise<FilledRow[]> {
    return resolveDirectEntry(context, rows);
  }

  @Query(() => DirectEntryFileType, { description: 'Loads a CSV file into the form, not into a cart. Business buyers only. Errors: OPERATION_DISABLED, FORBIDDEN; BAD_USER_INPUT with the reason EMPTY, NOT_CSV, NO_HEADER, UNKNOWN_CODE or CODE_TWICE.' })
  async parseDirectEntryCsv(
    @Arg('content', () => String, { description: 'The file: customer part number, part number, unit and quantity, parted by commas. A line needs one of the numbers; without a unit it means the primary one, without a quantity 1.' }) content: string,
    @Arg('hasHeader', () => Boolean, { nullable: true, defaultValue: true, description: 'Whether the first line names the columns by their codes; otherwise they stand in the fixed order.' }) hasHeader: boolean | null,
    @Ctx() context: CartsContext,
  ): Promise<DirectEntryFileType> {
    const { rows, ignored, truncated, maxRows } = await loadDirectEntryCsv(context, [content], hasHeader ?? true);
    return { rows, ignored, truncated, notice: truncated ? `The file has more than ${maxRows} items; the first ${maxRows} were loaded.` : null };
  }

  @Mutation(() => CartType, { description: 'Puts the ticked rows into a cart and reprices it: all of them or none. Business buyers only. Errors: BAD_USER_INPUT with details.rows naming each bad row, its code and message; OPERATION_DISABLED, FORBIDDEN, STALE_VERSION, CART_NOT_ACTIVE, CART_ORDERED, NOT_FOUND.' })
  addDirectEntry(
    @Arg('cartId', () => ID, { nullable: true, description: "The cart; absent means the viewer's active one, made when there is none." }) cartId: string | undefined,
    @Arg('rows', () => [DirectEntryRow], { description: 'The rows of the form.' }) rows: DirectEntryRow[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the cart is at another version.' }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: 'Sent again with the same key and body, the rows are added once.' }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return addDirectEntry(context, { cartId, rows, expectedVersion, idempotencyKey });
  }
}
