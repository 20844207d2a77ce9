import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ChangeKindEnum } from '#kernel/change-kind.ts';
import { connectionType } from '#kernel/connection-type.ts';
import type { ChangeKind, Frame } from '#kernel/feed.ts';
import type { Action } from '#kernel/lifecycle.ts';
import type { OptionChoice } from '#kernel/option-choice.ts';
import { OptionChoiceType } from '#kernel/option-choice-types.ts';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { ActionType } from '#kernel/shared-types.ts';
import type { ListMode } from '../domain/list-lines.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import type { ShoppingListLine } from '../entities/shopping-list-line.ts';

@ObjectType('ShoppingListLine', { simpleResolvers: true, description: 'A product kept for later; it has the price of the moment it is bought.' })
export class ShoppingListLineType implements Pick<ShoppingListLine, 'id' | 'uom' | 'configuration'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'Unit of measure, UN/ECE Recommendation 20.' })
  uom: string;
  @Field(() => [OptionChoiceType], { nullable: true, description: 'What was chosen of a configured model; null for everything else.' })
  configuration: OptionChoice[] | null | undefined;
}

@ObjectType('ShoppingList', { simpleResolvers: true, description: 'What somebody keeps for later, under a name. Only its owner sees it. Every change of it or anything in it adds one to its version.' })
export class ShoppingListType implements Pick<ShoppingList, 'id' | 'version' | 'name' | 'createdAt' | 'updatedAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => Int, { description: 'Goes up by one with each change; send it as expectedVersion to be refused when somebody was faster.' })
  version: number;
  @Field(() => String, { description: "Its name, unlike that of the owner's other lists." })
  name: string;
  @Field(() => String, { nullable: true, description: 'What it is for, in the words of its owner.' })
  description?: string | null;
  @Field(() => DateTimeScalar, { description: 'When it was begun.' })
  createdAt: Date;
  @Field(() => DateTimeScalar, { description: 'When it last changed.' })
  updatedAt: Date;
}

export const ShoppingListConnectionType = connectionType<ShoppingListType>('ShoppingList', ShoppingListType);

@ObjectType('ShoppingListChange', { simpleResolvers: true, description: 'One frame of a live shopping list.' })
export class ShoppingListChangeType implements Pick<Frame, 'kind' | 'cause' | 'fromVersion' | 'version' | 'at'> {
  @Field(() => ChangeKindEnum, { description: 'SNAPSHOT, CHANGE or RESET.' })
  kind: ChangeKind;
  @Field(() => String, { description: 'What happened: CREATED, UPDATED, LINES_ADDED, LINES_REPLACED, LINES_UPDATED, LINES_REMOVED or DELETED.' })
  cause: string;
  @Field(() => Int, { description: 'The version before, which is that of the frame before.' })
  fromVersion: number;
  @Field(() => Int, { description: 'The version after; send it as afterVersion to go on from here.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at: Date;
}

export const ListModeEnum: { readonly [M in ListMode]: M } = { ADD: 'ADD', REPLACE: 'REPLACE' };
registerEnumType(ListModeEnum, {
  name: 'ListMode',
  description: 'What becomes of the lines that a list has already.',
  valuesConfig: { ADD: { description: 'They stay; the new ones follow.' }, REPLACE: { description: 'They go; the new ones take their place.' } },
});

export type AddToCartNavigation = 'STAY' | 'CART';
export const AddToCartNavigationEnum: { readonly [N in AddToCartNavigation]: N } = { STAY: 'STAY', CART: 'CART' };
registerEnumType(AddToCartNavigationEnum, {
  name: 'AddToCartNavigation',
  description: 'Where a page goes after something was added to the cart.',
  valuesConfig: { STAY: { description: 'It stays where it is.' }, CART: { description: 'It shows the cart.' } },
});

@ObjectType('AddToCartMenu', { simpleResolvers: true, description: 'What the button beside a product offers the viewer.' })
export class AddToCartMenuType {
  @Field(() => [ActionType], { description: 'In order. Only addCartLines where the shop has a plain button; what needs a signed-in viewer says so.' })
  actions: Action[];
  @Field(() => AddToCartNavigationEnum, { description: 'Where to go after adding.' })
  navigation: AddToCartNavigation;
}
