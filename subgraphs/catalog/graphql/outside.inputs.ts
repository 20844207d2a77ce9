import { Field, InputType } from 'type-graphql';
import type { PriceItem } from '../outside/ports.ts';

@InputType('OutsidePriceInput', { description: 'Whose prices of what moved in the outside price system; what is left out means all.' })
export class OutsidePriceInput implements PriceItem {
  @Field(() => String, { description: 'The SKU.' })
  sku: string;
  @Field(() => String, { nullable: true, description: 'The unit of measure; every unit when left out.' })
  uom?: string | null;
  @Field(() => String, { nullable: true, description: 'The account the price is for; every account when left out.' })
  accountId?: string | null;
}
