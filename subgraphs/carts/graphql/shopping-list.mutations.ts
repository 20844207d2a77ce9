import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { CartsContext } from '../context.ts';
import type { ListMode } from '../domain/list-lines.ts';
import type { Cart } from '../entities/cart.ts';
import type { ShoppingList } from '../entities/shopping-list.ts';
import { addListToCart } from '../use-cases/add-list-to-cart.ts';
import { createList } from '../use-cases/create-list.ts';
import { deleteList } from '../use-cases/delete-list.ts';
import { moveCartLinesToList } from '../use-cases/move-cart-lines-to-list.ts';
import { saveToList } from '../use-cases/save-to-list.ts';
import { removeLinesOfList, updateLinesOfList, updateList } from '../use-cases/update-list.ts';
import { CartLineInput, CartLineUpdate } from './cart.inputs.ts';
import { CartType } from './cart.type.ts';
import { ListModeEnum, ShoppingListType } from './shopping-list.type.ts';

const EXPECTED = 'Refuses with STALE_VERSION when the list is at another version. Without it the change goes on top of whatever is there.';
const EXPECTED_CART = 'Refuses with STALE_VERSION when the cart is at another version.';
const KEY = 'Sent again with the same key and body, the change happens once.';
const LIST = 'The list.';
const NAME = 'A name for a new list, instead of listId.';
const DESCRIPTION = 'What it is for; at most 2,000 characters.';

@Resolver()
export class ShoppingListMutations {
  @Mutation(() => ShoppingListType, { description: 'Begins a shopping list. Errors: LIST_NAME_TAKEN, UNAUTHENTICATED for guests, BAD_USER_INPUT for services, and for lines as addCartLines.' })
  createShoppingList(
    @Arg('name', () => String, { description: 'Its name: at most 200 characters, unlike those of your other lists; case does not count.' }) name: string,
    @Arg('description', () => String, { nullable: true, description: DESCRIPTION }) description: string | undefined,
    @Arg('lines', () => [CartLineInput], { nullable: true, description: 'What it begins with, at most 1,000 lines.' }) lines: CartLineInput[] | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<ShoppingList> {
    return createList(context, { name, description, lines, idempotencyKey });
  }

  @Mutation(() => ShoppingListType, { description: 'Copies a cart, or lines, into a list or a new one; the cart stays as it is. Services of a cart are left out. Errors: NOT_FOUND, CART_EMPTY, LIST_NAME_TAKEN, STALE_VERSION, UNAUTHENTICATED for guests.' })
  saveToList(
    @Arg('cartId', () => ID, { nullable: true, description: 'The cart to copy; either this or lines.' }) cartId: string | undefined,
    @Arg('lines', () => [CartLineInput], { nullable: true, description: 'The lines to keep; either these or a cart.' }) lines: CartLineInput[] | undefined,
    @Arg('listId', () => ID, { nullable: true, description: 'The list; either this or newName.' }) listId: string | undefined,
    @Arg('newName', () => String, { nullable: true, description: NAME }) newName: string | undefined,
    @Arg('description', () => String, { nullable: true, description: 'What the new list is for.' }) description: string | undefined,
    @Arg('mode', () => ListModeEnum, { defaultValue: 'ADD', description: 'Whether lines that are there already stay.' }) mode: ListMode,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<ShoppingList> {
    return saveToList(context, { cartId, lines, listId, name: newName, description, mode, expectedVersion, idempotencyKey });
  }

  @Mutation(() => ShoppingListType, { description: 'Gives a list another name or description; what is left out stays. Errors: LIST_NAME_TAKEN, NOT_FOUND, STALE_VERSION.' })
  updateShoppingList(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('name', () => String, { nullable: true, description: 'The new name.' }) name: string | undefined,
    @Arg('description', () => String, { nullable: true, description: 'The new description; an empty one takes it away.' }) description: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<ShoppingList> {
    return updateList(context, { listId, name, description, expectedVersion, idempotencyKey });
  }

  @Mutation(() => ShoppingListType, { description: 'Sets the quantities of lines; 0 takes a line out. Errors: QUANTITY_INVALID, NOT_FOUND, STALE_VERSION.' })
  updateShoppingListLines(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('lines', () => [CartLineUpdate], { description: 'The lines and their new quantities.' }) lines: CartLineUpdate[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<ShoppingList> {
    return updateLinesOfList(context, { listId, lines, expectedVersion, idempotencyKey });
  }

  @Mutation(() => ShoppingListType, { description: 'Takes lines out of a list. Errors: NOT_FOUND, STALE_VERSION.' })
  removeShoppingListLines(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('lineIds', () => [ID], { description: 'The lines.' }) lineIds: string[],
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<ShoppingList> {
    return removeLinesOfList(context, { listId, lineIds, expectedVersion, idempotencyKey });
  }

  @Mutation(() => ID, { description: 'Throws a list away and returns its id; the name is free again. Errors: NOT_FOUND, STALE_VERSION.' })
  deleteShoppingList(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED }) expectedVersion: number | undefined,
    @Ctx() context: CartsContext,
  ): Promise<string> {
    return deleteList(context, listId, expectedVersion);
  }

  @Mutation(() => CartType, { description: 'Puts lines of a list into a cart, at the prices of now; the list keeps them. All or nothing. Errors: NOT_FOUND, and as addCartLines.' })
  addListToCart(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('lineIds', () => [ID], { nullable: true, description: 'The lines; all of them when absent.' }) lineIds: string[] | undefined,
    @Arg('cartId', () => ID, { nullable: true, description: "The cart; absent means the viewer's active one, made when there is none." }) cartId: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED_CART }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return addListToCart(context, { listId, lineIds, cartId, expectedVersion, idempotencyKey }, { move: false });
  }

  @Mutation(() => CartType, { description: 'As addListToCart, and takes the lines out of the list, both or neither. Errors: STALE_VERSION when the list changes meanwhile, and as addListToCart.' })
  moveListLinesToCart(
    @Arg('listId', () => ID, { description: LIST }) listId: string,
    @Arg('lineIds', () => [ID], { nullable: true, description: 'The lines; all of them when absent.' }) lineIds: string[] | undefined,
    @Arg('cartId', () => ID, { nullable: true, description: "The cart; absent means the viewer's active one, made when there is none." }) cartId: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED_CART }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return addListToCart(context, { listId, lineIds, cartId, expectedVersion, idempotencyKey }, { move: true });
  }

  @Mutation(() => CartType, { description: 'Takes lines out of a cart and puts them into a list or a new one, both or neither; services stay. Errors: CART_EMPTY, LIST_NAME_TAKEN, CONFLICT, and as removeCartLines.' })
  moveCartLinesToList(
    @Arg('cartId', () => ID, { description: 'The cart.' }) cartId: string,
    @Arg('lineIds', () => [ID], { description: 'The lines.' }) lineIds: string[],
    @Arg('listId', () => ID, { nullable: true, description: 'The list; either this or newName.' }) listId: string | undefined,
    @Arg('newName', () => String, { nullable: true, description: NAME }) newName: string | undefined,
    @Arg('expectedVersion', () => Int, { nullable: true, description: EXPECTED_CART }) expectedVersion: number | undefined,
    @Arg('idempotencyKey', () => String, { nullable: true, description: KEY }) idempotencyKey: string | undefined,
    @Ctx() context: CartsContext,
  ): Promise<Cart> {
    return moveCartLinesToList(context, { cartId, lineIds, target: { listId, name: newName }, expectedVersion, idempotencyKey });
  }
}
