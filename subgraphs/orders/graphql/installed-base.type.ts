import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { INSTALLED_STATUSES, type InstalledSearch, type InstalledStatus } from '../domain/installed-base.ts';
import type { OrderAddress } from '../domain/order-addresses.ts';
import type { InstalledItem } from '../entities/installed-item.ts';
import { OrderAddressType } from './order-address.type.ts';

const InstalledStatusEnum = Object.fromEntries(INSTALLED_STATUSES.map((status) => [status, status])) as { [S in InstalledStatus]: S };
registerEnumType(InstalledStatusEnum, {
  name: 'InstalledItemStatus',
  description: 'Whether a customer still has something.',
  valuesConfig: { INSTALLED: { description: 'The customer has it.' }, RETURNED: { description: 'It came back.' } },
});

@ObjectType('InstalledItem', { simpleResolvers: true, description: 'Something a customer has because it was shipped to them: a piece with its serial number, or so much of an order line.' })
export class InstalledItemType implements Pick<InstalledItem, 'id' | 'number' | 'sku' | 'description' | 'serialNumber' | 'uom' | 'status' | 'depth' | 'orderNumber' | 'location' | 'installedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'The number for people, such as N-2026-000123.' })
  number: string;
  @Field(() => String, { description: 'The SKU of the product.' })
  sku: string;
  @Field(() => String, { description: 'What the product was called when it was ordered.' })
  description: string;
  @Field(() => String, { nullable: true, description: 'The serial number of the piece; null for products without.' })
  serialNumber: string | null | undefined;
  @Field(() => String, { description: 'The unit the quantity counts.' })
  uom: string;
  @Field(() => Int, { description: 'How many things it is in; 0 for what stands by itself.' })
  depth: number;
  @Field(() => InstalledStatusEnum, { description: 'Whether the customer still has it.' })
  status: InstalledStatus;
  @Field(() => String, { description: 'The number of the order it was bought with.' })
  orderNumber: string;
  @Field(() => OrderAddressType, { nullable: true, description: 'Where it was sent.' })
  location: OrderAddress | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it left for the customer.' })
  installedAt: Date;
}

export const InstalledItemConnectionType = connectionType('InstalledItem', InstalledItemType);

@InputType('InstalledItemSearch', { description: 'What to look for among what one has. All that is given must hold; a % at the end stands for anything.' })
export class InstalledItemSearchInput implements InstalledSearch {
  @Field(() => String, { nullable: true, description: 'What it is called, whatever the case; at least 4 characters before a %.' })
  itemName?: string | null;
  @Field(() => String, { nullable: true, description: 'The part number.' })
  sku?: string | null;
  @Field(() => String, { nullable: true, description: 'The serial number.' })
  serialNumber?: string | null;
  @Field(() => String, { nullable: true, description: 'The instance number, such as N-2026-000123.' })
  number?: string | null;
  @Field(() => String, { nullable: true, description: 'The number of the order it was bought with.' })
  orderNumber?: string | null;
}
