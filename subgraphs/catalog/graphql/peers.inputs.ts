import { Directive, Field, InputType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { AskedLine } from '../domain/held-lines.ts';
import type { OfferRequest } from '../domain/make-offer.ts';

@Directive('@inaccessible')
@InputType('OfferRequest', { description: 'For peers: a product in a quantity.' })
export class OfferRequestInput implements OfferRequest {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
}

@Directive('@inaccessible')
@InputType('StockLineInput', { description: 'For peers: so much of a product.' })
export class StockLineInput implements AskedLine {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'The quantity, in the unit.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "The unit of measure; the product's primary one when left out." })
  uom?: string | null;
}
