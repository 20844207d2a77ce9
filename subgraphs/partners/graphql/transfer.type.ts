import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Money } from '#kernel/money.ts';
import { DateTimeScalar, DecimalScalar, MoneyType } from '#kernel/shared-types.ts';
import type { CandidateReason } from '../domain/coverage.ts';
import type { TransferStatus } from '../domain/transfer-lifecycle.ts';
import type { Partner } from '../entities/partner.ts';
import type { Transfer } from '../entities/transfer.ts';
import { ForeignProduct } from './foreign-types.ts';
import { CandidateReasonEnum, TransferStatusEnum } from './partner-enums.ts';

@ObjectType('TransferPartner', { simpleResolvers: true, description: 'A partner as buyers see him.' })
export class TransferPartnerType implements Pick<Partner, 'id' | 'name'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'His name.' })
  name: string;
}

@ObjectType('TransferCandidate', { description: 'A partner, and whether he can fulfil a cart now.' })
export class TransferCandidateType {
  @Field(() => TransferPartnerType, { description: 'The partner.' })
  partner: TransferPartnerType;
  @Field(() => CandidateReasonEnum, { nullable: true, description: 'Why not; null when he can.' })
  reason: CandidateReason | null;
  @Field(() => [String], { description: 'The SKUs it is about; none: the cart as a whole.' })
  skus: readonly string[];
}

@ObjectType('TransferOfferLine', { simpleResolvers: true, description: 'What a partner charges for a line.' })
export class TransferOfferLineType {
  @Field(() => ID, { description: 'The line of the cart.' })
  lineId: string;
  @Field(() => ForeignProduct, { description: 'What it is.' })
  product: ForeignProduct;
  @Field(() => DecimalScalar, { description: 'How much of it.' })
  quantity: string;
  @Field(() => String, { description: 'In which unit.' })
  uom: string;
  @Field(() => MoneyType, { description: 'What one unit costs; up to six decimals.' })
  unitPrice: Money;
  @Field(() => MoneyType, { description: 'Unit price times quantity, rounded half up.' })
  total: Money;
}

@ObjectType('TransferOffer', { simpleResolvers: true, description: "A partner's exact price of a cart." })
export class TransferOfferType {
  @Field(() => [TransferOfferLineType], { description: 'The price of each line, in the order of the cart.' })
  lines: TransferOfferLineType[];
  @Field(() => MoneyType, { description: 'The sum of all lines.' })
  subtotal: Money;
  @Field(() => MoneyType, { description: 'What he takes off the whole.' })
  discountTotal: Money;
  @Field(() => MoneyType, { description: 'Tax.' })
  taxTotal: Money;
  @Field(() => MoneyType, { description: 'Shipping charges.' })
  shippingTotal: Money;
  @Field(() => MoneyType, { description: 'What is to be paid to him.' })
  total: Money;
  @Field(() => Boolean, { description: 'Whether the prices of lines hold the tax already.' })
  pricesIncludeTax: boolean;
  @Field(() => String, { description: 'What confirmTransfer must be given back.' })
  priceHash: string;
  @Field(() => DateTimeScalar, { description: 'Until when he stands by it.' })
  validUntil: Date;
}

@ObjectType('Transfer', { description: 'The way of a cart to a partner who fulfils it.' })
export class TransferType implements Pick<Transfer, 'id' | 'version' | 'status' | 'createdAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Counts its moves.' })
  version: number;
  @Field(() => TransferStatusEnum, { description: 'How far it is.' })
  status: TransferStatus;
  @Field(() => Boolean, { description: 'Whether the buyer wants it back, and the partner has not said yet whether that comes too late.' })
  recalled: boolean;
  @Field(() => String, { nullable: true, description: 'The number of the order in the system of the partner; null until he has acknowledged it.' })
  reference: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Where the buyer may be sent to see that order: over HTTPS, or where the partner answers; null when he named no such page.' })
  redirectUrl: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'Why it failed: CART_CHANGED, NO_ANSWER, NOT_AUTHORISED, ABANDONED, or the code the partner refused it with, such as INSUFFICIENT_STOCK or OFFER_EXPIRED; null unless it FAILED.' })
  failureCode: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The same in words.' })
  failureMessage: string | null | undefined;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was first sent.' })
  sentAt: Date | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When the price was asked for.' })
  createdAt: Date;
}
