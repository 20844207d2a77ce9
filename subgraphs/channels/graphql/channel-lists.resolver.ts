import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '#kernel/paging.ts';
import type { Viewer } from '#kernel/viewer.ts';
import type { ChannelsContext } from '../context.ts';
import type { OutsideState } from '../domain/outside-document.ts';
import { listDocuments, type DocumentList, type ListedDocument } from '../use-cases/list-documents.ts';
import { ChannelOrderConnectionType, ChannelQuoteConnectionType, type ChannelOrderType, type ChannelQuoteType } from './channel-lists.type.ts';
import { OutsideStateType, type OutsideDocumentType } from './outside-document.type.ts';
import { outsideShown } from './show-outside.ts';

type Told<Row> = Connection<Row> & Pick<DocumentList, 'outside'>;
type ShownDocument = Omit<ListedDocument, 'outside'> & { readonly outside: OutsideDocumentType | null };

const ACCOUNT = { nullable: true, description: 'Of which customer, for the seller; buyers have their own.' } as const;
const FIRST = { nullable: true, defaultValue: 20, description: 'How many, at most 100.' } as const;
const AFTER = { nullable: true, description: 'The endCursor of the page before.' } as const;
const STATE = { nullable: true, description: 'How far the rows of other channels can be relied on; null where no such system is set up. Ours are there whatever it says.' } as const;
const ERRORS = 'Errors: UNAUTHENTICATED for guests, FORBIDDEN, BAD_CURSOR, BAD_USER_INPUT (the seller names a customer).';

function shown<Row>(list: DocumentList, viewer: Viewer | null, rowOf: (document: ShownDocument) => Row): Told<Row> {
  const edges = list.edges.map(({ cursor, node }) => ({ cursor, node: rowOf({ ...node, outside: node.outside && outsideShown(node.outside, viewer) }) }));
  return { ...list, edges, nodes: edges.map(({ node }) => node) };
}

@Resolver(() => ChannelOrderConnectionType)
export class ChannelOrdersResolver {
  @Query(() => ChannelOrderConnectionType, { description: `The orders of all channels that the viewer may see, newest first: those of \`orders\`, and those that the order system of the seller tells of, each once. Without an answer from there ours are shown with what it told last, and \`outside\` says so. ${ERRORS}` })
  async allOrders(
    @Arg('accountId', () => ID, ACCOUNT) accountId: string | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: ChannelsContext,
  ): Promise<Connection<ChannelOrderType>> {
    return shown(await listDocuments(context, 'ORDER', accountId ?? null, { first, after }), context.viewer, ({ own, ...row }) => ({ ...row, order: own }));
  }

  @FieldResolver(() => OutsideStateType, STATE)
  outside(@Root() { outside }: Told<ChannelOrderType>): OutsideState | null {
    return outside;
  }
}

@Resolver(() => ChannelQuoteConnectionType)
export class ChannelQuotesResolver {
  @Query(() => ChannelQuoteConnectionType, { description: `The quotes of all channels that the viewer may see, newest first, as \`allOrders\` has the orders. Buyers see their own, sales reps those of a customer. ${ERRORS}` })
  async allQuotes(
    @Arg('accountId', () => ID, ACCOUNT) accountId: string | null,
    @Arg('first', () => Int, FIRST) first: number,
    @Arg('after', () => String, AFTER) after: string | null,
    @Ctx() context: ChannelsContext,
  ): Promise<Connection<ChannelQuoteType>> {
    return shown(await listDocuments(context, 'QUOTE', accountId ?? null, { first, after }), context.viewer, ({ own, ...row }) => ({ ...row, quote: own }));
  }

  @FieldResolver(() => OutsideStateType, STATE)
  outside(@Root() { outside }: Told<ChannelQuoteType>): OutsideState | null {
    return outside;
  }
}
