import { Field, ID, ObjectType } from 'type-graphql';
import { DecimalScalar } from '#kernel/shared-types.ts';
import type { ReturnAddress } from '../domain/return-address.ts';
import type { ReturnedComponent } from '../domain/returned-components.ts';
import type { ReturnLine } from '../entities/return-line.ts';
import { ReturnAddressType } from './return-parties.type.ts';

@ObjectType('ReturnedComponent', { simpleResolvers: true, description: 'Something that comes back within a model or a kit, and never by itself.' })
export class ReturnedComponentType implements ReturnedComponent {
  @Field(() => ID, { description: 'Its order line.' })
  orderLineId: string;
  @Field(() => ID, { description: 'The order line of what it is in.' })
  parentLineId: string;
  @Field(() => String, { description: 'The product.' })
  sku: string;
  @Field(() => DecimalScalar, { description: 'How much of it comes back.' })
  quantity: string;
}

@ObjectType('ReturnLine', { simpleResolvers: true, description: 'How much of one order line comes back.' })
export class ReturnLineType implements Pick<ReturnLine, 'id' | 'orderNumber' | 'uom' | 'reason' | 'serialNumbers' | 'components' | 'shipTo' | 'billTo'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number of its order.' })
  orderNumber: string;
  @Field(() => String, { description: 'The unit of measure.' })
  uom: string;
  @Field(() => String, { description: 'Why it comes back; the first reason given counts until it is changed.' })
  reason: string;
  @Field(() => [String], { description: 'The serial numbers of what comes back, as they were shipped.' })
  serialNumbers: string[];
  @Field(() => [ReturnedComponentType], { description: 'What comes back within it: all that a model or kit is put together of, in proportion.' })
  components: ReturnedComponent[];
  @Field(() => ReturnAddressType, { nullable: true, description: 'Where the order line went; null is where the return comes from.' })
  shipTo: ReturnAddress | null | undefined;
  @Field(() => ReturnAddressType, { nullable: true, description: 'Where it was billed; for private people that of the return.' })
  billTo: ReturnAddress | null | undefined;
}
