import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { moneyOf, type Money } from '#kernel/money.ts';
import { fromMicro } from '#kernel/quantity.ts';
import { DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import { seesNetPrices } from '#kernel/viewer.ts';
import type { ReturnsContext } from '../context.ts';
import { shownRefund } from '../domain/shown-refund.ts';
import type { Return } from '../entities/return.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { ForeignOrderLine, ForeignProduct } from './foreign-types.ts';
import type { ReturnsLoaders } from './loaders.ts';
import { ReturnLineType } from './return-line.type.ts';

@Resolver(() => ReturnLineType)
export class ReturnLineResolver {
  @FieldResolver(() => ForeignOrderLine, { description: 'The order line it comes from.' })
  orderLine(@Root() { orderLineId }: ReturnLine): { id: string } {
    return { id: orderLineId };
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much comes back.' })
  quantity(@Root() { quantityMicro }: ReturnLine): string {
    return fromMicro(quantityMicro);
  }

  @FieldResolver(() => ForeignProduct, { description: 'The product.' })
  product(@Root() { sku }: ReturnLine): { sku: string } {
    return { sku };
  }

  @FieldResolver(() => MoneyType, { description: 'The share of the order’s discount that the refund is less by, as the order allocated it; zero for who may not see net prices.' })
  async discount(@Root() line: ReturnLine, @Ctx() { loaders, viewer }: ReturnsContext): Promise<Money> {
    return partOf(line, loaders, seesNetPrices(viewer) ? line.discountMinor : 0n);
  }

  @FieldResolver(() => MoneyType, { description: 'The taxes within the refund, as the order allocated them; zero for who may not see net prices.' })
  async tax(@Root() line: ReturnLine, @Ctx() { loaders, viewer }: ReturnsContext): Promise<Money> {
    return partOf(line, loaders, seesNetPrices(viewer) ? line.taxMinor : 0n);
  }

  @FieldResolver(() => MoneyType, { description: 'What its return costs, by the price list of returns; taken off the refund.' })
  async fee(@Root() line: ReturnLine, @Ctx() { loaders }: ReturnsContext): Promise<Money> {
    return partOf(line, loaders, line.feeMinor);
  }

  @FieldResolver(() => MoneyType, { description: 'What is refunded for it: its share of what was paid, to the cent; an estimate until the return is submitted; at list price for who may not see net prices.' })
  async refund(@Root() line: ReturnLine, @Ctx() { loaders, viewer }: ReturnsContext): Promise<Money> {
    const { currency } = await rootOf(line, loaders);
    return moneyOf(shownRefund(viewer, line, currency), currency);
  }
}

async function rootOf({ id, returnId }: ReturnLine, loaders: ReturnsLoaders): Promise<Return> {
  const root = await loaders.returnById.load(returnId);
  if (!root) throw new Error(`Return line ${id} has no return.`);
  return root;
}

const partOf = async (line: ReturnLine, loaders: ReturnsLoaders, minor: bigint): Promise<Money> => moneyOf(minor, (await rootOf(line, loaders)).currency);
