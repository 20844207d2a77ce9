import { Arg, Ctx, Directive, Query, Resolver } from 'type-graphql';
import type { CatalogContext } from '../context.ts';
import { answerAvailabilities, type AvailabilityAnswer } from '../use-cases/answer-availabilities.ts';
import { readCompositions, type Composition } from '../use-cases/read-compositions.ts';
import { readSubstitutes } from '../use-cases/read-substitutes.ts';
import { resolveEntry, type EntryItem } from '../use-cases/resolve-entry.ts';
import { AvailabilityAnswerType, AvailabilityRequestInput, CompositionType, EntryItemType, EntryRowInput, SubstitutesType } from './peer-items.type.ts';
import { StockLineInput } from './peers.inputs.ts';

/** What peers ask about many items at once on behalf of a viewer; clients do not reach these fields. */
@Resolver()
export class ItemPeersResolver {
  @Directive('@inaccessible')
  @Query(() => [EntryItemType], { description: 'For peers: what up to 1,000 rows of a direct entry stand for, in the order asked. Errors: UNAUTHENTICATED, BAD_USER_INPUT.' })
  entryItems(
    @Arg('rows', () => [EntryRowInput], { description: 'The rows.' }) rows: EntryRowInput[],
    @Arg('allUoms', () => Boolean, { description: 'Whether every unit may be chosen, those without a price in the list of the site left out; otherwise the primary unit only.' }) allUoms: boolean,
    @Arg('checkPrices', () => Boolean, { description: 'Whether a row without a price has a problem; without this and all units no price is looked up.' }) checkPrices: boolean,
    @Ctx() context: CatalogContext,
  ): Promise<EntryItem[]> {
    return resolveEntry(context, rows, { allUoms, checkPrices });
  }

  @Directive('@inaccessible')
  @Query(() => [SubstitutesType], { description: 'For peers: what can be had instead of products, best first, as the viewer may see it; products without are left out.' })
  async substitutesOf(@Arg('skus', () => [String]) skus: string[], @Ctx() context: CatalogContext): Promise<SubstitutesType[]> {
    return [...(await readSubstitutes(context, skus))].map(([sku, substitutes]) => ({ sku, substitutes }));
  }

  @Directive('@inaccessible')
  @Query(() => [AvailabilityAnswerType], { description: 'For peers: whether up to 2,000 lines can be had, each on its day, in the order asked. Errors: BAD_USER_INPUT.' })
  availabilities(@Arg('requests', () => [AvailabilityRequestInput], { description: 'The lines.' }) requests: AvailabilityRequestInput[], @Ctx() context: CatalogContext): Promise<AvailabilityAnswer[]> {
    return answerAvailabilities(context, requests);
  }

  @Directive('@inaccessible')
  @Query(() => [CompositionType], { description: 'For peers: what lines are put together of, in the order asked. Errors: CONFIGURATION_INVALID when one cannot be had as it was chosen.' })
  compositions(@Arg('lines', () => [StockLineInput], { description: 'The lines.' }) lines: StockLineInput[], @Ctx() context: CatalogContext): Promise<Composition[]> {
    return readCompositions(context, lines);
  }
}
