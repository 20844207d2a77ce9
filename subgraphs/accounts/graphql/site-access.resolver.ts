import { Arg, Ctx, Field, ID, InputType, Mutation, ObjectType, Query, registerEnumType, Resolver } from 'type-graphql';
import type { AccountsContext } from '../context.ts';
import { ACCESS_LISTS, type AccessList, type HeldAccess } from '../domain/site-access.ts';
import { listSiteAccess } from '../use-cases/read-site-access.ts';
import { setSiteAccess, type WantedAccess } from '../use-cases/set-site-access.ts';

const AccessListEnum = Object.fromEntries(ACCESS_LISTS.map((list) => [list, list])) as { [L in AccessList]: L };
registerEnumType(AccessListEnum, { name: 'AccessList', description: 'ALLOW: only these organisations may use the site. DENY: these may not.' });

@ObjectType('SiteAccess', { simpleResolvers: true, description: 'A list of organisations that may, or may not, use a site [MERGE-06..08].' })
class SiteAccessType implements HeldAccess {
  @Field(() => ID, { description: 'The party that keeps the list; empty for the seller. Its own people are never kept out by it.' })
  holderId: string;
  @Field(() => AccessListEnum, { description: 'What it says.' })
  list: AccessList;
  @Field(() => Boolean, { description: 'Whether it counts.' })
  isOn: boolean;
  @Field(() => [ID], { description: 'The organisations on it, by the ids of their parties.' })
  organisationIds: readonly string[];
}

@InputType('SiteAccessInput', { description: 'A list of organisations of a site, as it shall be.' })
class SiteAccessInput implements WantedAccess {
  @Field(() => String, { description: 'The site.' })
  site: string;
  @Field(() => ID, { nullable: true, description: 'The party that keeps it; left out, the seller does.' })
  holderId?: string | null;
  @Field(() => AccessListEnum, { description: 'What it says.' })
  list: AccessList;
  @Field(() => Boolean, { description: 'Whether it counts. A site without a list that is on is open to all.' })
  isOn: boolean;
  @Field(() => [ID], { description: 'The organisations on it, by the ids of their parties; at most 5,000.' })
  organizationIds: string[];
}

@Resolver()
export class SiteAccessResolver {
  @Query(() => [SiteAccessType], { description: 'Which organisations may use a site. Administrators only. Errors: FORBIDDEN.' })
  siteAccess(@Arg('site', () => String, { description: 'The site.' }) site: string, @Ctx() context: AccountsContext): Promise<HeldAccess[]> {
    return listSiteAccess(context, site);
  }

  @Mutation(() => [SiteAccessType], { description: 'Says which organisations may use a site, or may not; their people are refused when they sign in to it. Answers with all lists of the site. Administrators only. Errors: FORBIDDEN, NOT_FOUND, BAD_USER_INPUT [MERGE-06..08].' })
  setSiteAccess(@Arg('access', () => SiteAccessInput, { description: 'The list.' }) access: SiteAccessInput, @Ctx() context: AccountsContext): Promise<HeldAccess[]> {
    return setSiteAccess(context, access);
  }
}
