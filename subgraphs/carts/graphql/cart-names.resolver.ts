import { Arg, Ctx, Field, FieldResolver, Mutation, ObjectType, Resolver, Root } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { CartNameKey, CartNameText } from '../domain/cart-names.ts';
import { setCartNameText } from '../use-cases/set-cart-name-text.ts';
import { CartNameKeyEnum } from './cart-enums.ts';

@ObjectType('CartNameText', { simpleResolvers: true, description: 'What carts without a name of their owner are called.' })
export class CartNameTextType {
  @Field(() => CartNameKeyEnum, { description: 'Which of the two names.' })
  nameKey: CartNameKey;
  @Field(() => String, { description: 'The text.' })
  text: string;
}

/** The names of nameless carts, kept by the seller. */
@Resolver(() => CartNameTextType)
export class CartNamesResolver {
  @Mutation(() => [CartNameTextType], { description: 'Says what carts nobody has named are called, for all sites and languages or for one of each; carts that are there already are shown under it too. Administrators only. Answers with all texts. Errors: FORBIDDEN, BAD_USER_INPUT.' })
  setCartNameText(
    @Arg('nameKey', () => CartNameKeyEnum, { description: 'Which of the two names.' }) nameKey: CartNameKey,
    @Arg('site', () => String, { nullable: true, description: 'The site; absent, together with the language, means all.' }) site: string | undefined,
    @Arg('language', () => String, { nullable: true, description: 'A BCP 47 tag, such as "de"; absent, together with the site, means all.' }) language: string | undefined,
    @Arg('text', () => String, { nullable: true, description: 'The text; null takes it away.' }) text: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<CartNameText[]> {
    return setCartNameText(context, { nameKey, site, language, text });
  }

  @FieldResolver(() => String, { nullable: true, description: 'The site; null for all.' })
  site(@Root() { site }: CartNameText): string | null {
    return site || null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'The language; null for all.' })
  language(@Root() { language }: CartNameText): string | null {
    return language || null;
  }
}
