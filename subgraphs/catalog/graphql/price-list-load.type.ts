import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { PriceLoadState } from '../domain/price-load-lifecycle.ts';
import type { PriceListLoad } from '../entities/price-list-load.ts';
import { PriceLoadStateEnum } from './product-enums.ts';

@ObjectType('PriceListLoad', { simpleResolvers: true, description: 'A whole price list on its way in: filled unseen, then published at once.' })
export class PriceListLoadType implements Omit<PriceListLoad, 'generation' | 'touchedAt'> {
  @Field(() => ID, { description: 'The id loadPrices and publishPriceListLoad take.' })
  id: string;
  @Field(() => String, { description: 'The code of the list.' })
  priceList: string;
  @Field(() => PriceLoadStateEnum, { description: 'Where it stands.' })
  state: PriceLoadState;
  @Field(() => Int, { description: 'How many rows were taken in; a row sent twice counts twice.' })
  rows: number;
}
