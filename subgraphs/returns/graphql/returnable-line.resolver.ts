import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { fromMicro } from '#kernel/quantity.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { DecimalScalar } from '#kernel/shared-types.ts';
import type { ReturnsContext } from '../context.ts';
import type { OrderedComponent } from '../domain/ordered-line.ts';
import type { Objection } from '../domain/return-policy.ts';
import type { ReturnSearchField } from '../domain/search-lines.ts';
import { listReturnableLines, searchReturnableLines, type ReturnableLine } from '../use-cases/list-returnable-lines.ts';
import { ForeignOrder, ForeignOrderLine, ForeignProduct } from './foreign-types.ts';
import { ReturnSearchFieldEnum } from './return-enums.ts';
import { ReturnableComponentType, ReturnableLineType, ReturnObjectionType } from './returnable-line.type.ts';

@Resolver(() => ReturnableLineType)
export class ReturnableLineResolver {
  @Query(() => [ReturnableLineType], { description: 'All lines of an order of the viewer, to choose what comes back; those that cannot come back too, with the reasons. Models and kits are one line, with their components beside it. Business buyers need CREATE_RETURN. Errors: OPERATION_DISABLED where there are no returns, FORBIDDEN, NOT_FOUND.' })
  returnableLines(@Arg('orderId', () => ID, { description: 'The order.' }) orderId: string, @Ctx() context: ReturnsContext): Promise<ReturnableLine[]> {
    return listReturnableLines(context, orderId);
  }

  @Query(() => [ReturnableLineType], { description: "The viewer's order lines that a number stands for, exactly, upper and lower case alike; a serial number only of a piece that was shipped and has not come back. Errors: OPERATION_DISABLED where there are no returns or lines are not looked for by this, FORBIDDEN, SEARCH_CRITERIA_REQUIRED, WILDCARD_NOT_SUPPORTED." })
  searchReturnableLines(
    @Arg('field', () => ReturnSearchFieldEnum, { description: 'What kind of number.' }) field: ReturnSearchField,
    @Arg('text', () => String, { description: 'The whole number.' }) text: string,
    @Ctx() context: ReturnsContext,
  ): Promise<ReturnableLine[]> {
    return searchReturnableLines(context, field, text);
  }

  @FieldResolver(() => ForeignOrderLine, { description: 'The order line.' })
  orderLine(@Root() { facts: { id } }: ReturnableLine): { id: string } {
    return { id };
  }

  @FieldResolver(() => ForeignOrder, { description: 'Its order.' })
  order(@Root() { facts: { orderId: id } }: ReturnableLine): { id: string } {
    return { id };
  }

  @FieldResolver(() => String, { description: "The order's number." })
  orderNumber(@Root() { facts }: ReturnableLine): string {
    return facts.orderNumber;
  }

  @FieldResolver(() => ForeignProduct, { description: 'The product.' })
  product(@Root() { facts: { sku } }: ReturnableLine): { sku: string } {
    return { sku };
  }

  @FieldResolver(() => [ReturnableComponentType], { description: 'All that a model or kit is put together of, each after what it is in; empty for others.' })
  components(@Root() { facts }: ReturnableLine): readonly OrderedComponent[] {
    return facts.components;
  }

  @FieldResolver(() => Boolean, { description: 'Whether any of it may come back.' })
  isReturnable(@Root() { objections }: ReturnableLine): boolean {
    return objections.length === 0;
  }

  @FieldResolver(() => [ReturnObjectionType], { description: 'Why it cannot come back; empty when it may.' })
  objections(@Root() { objections }: ReturnableLine): readonly Objection[] {
    return objections;
  }

  @FieldResolver(() => String, { description: 'The unit of measure of the quantities.' })
  uom(@Root() { facts }: ReturnableLine): string {
    return facts.uom;
  }

  @FieldResolver(() => DecimalScalar, { description: 'What a form begins with: 0.' })
  quantity(): string {
    return '0';
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much was ordered and not canceled.' })
  orderedQuantity(@Root() { facts }: ReturnableLine): string {
    return facts.quantity;
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much submitted returns took.' })
  returnedQuantity(@Root() { facts }: ReturnableLine): string {
    return facts.returnedQuantity;
  }

  @FieldResolver(() => DecimalScalar, { description: 'How much may still come back, what is in the pending return among it.' })
  returnableQuantity(@Root() { leftQuantity, objections }: ReturnableLine): string {
    return objections.length === 0 ? leftQuantity : '0';
  }

  @FieldResolver(() => DecimalScalar, { description: "How much is in the viewer's pending return already." })
  pendingQuantity(@Root() { pendingMicro }: ReturnableLine): string {
    return fromMicro(pendingMicro);
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: 'When the last of it left; null while nothing has.' })
  shippedAt(@Root() { facts }: ReturnableLine): Date | null {
    return facts.shippedAt;
  }

  @FieldResolver(() => [String], { nullable: true, description: 'The serial numbers of pieces that left and have not come back; null for products without serial numbers, which cannot be looked for by one.' })
  serialNumbers(@Root() { facts }: ReturnableLine): readonly string[] | null {
    return facts.serialControlled ? facts.serialNumbers : null;
  }
}
