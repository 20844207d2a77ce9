export const SHOPPING_LIST = 'id version name description lines { id quantity uom product { sku } }';
export const CREATE_LIST = `mutation ($name: String!, $description: String, $lines: [CartLineInput!], $key: String) { createShoppingList(name: $name, description: $description, lines: $lines, idempotencyKey: $key) { ${SHOPPING_LIST} } }`;
export const SAVE_TO_LIST = `mutation ($cartId: ID, $lines: [CartLineInput!], $listId: ID, $name: String, $description: String, $mode: ListMode, $expectedVersion: Int, $key: String) { saveToList(cartId: $cartId, lines: $lines, listId: $listId, newName: $name, description: $description, mode: $mode, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${SHOPPING_LIST} } }`;
export const UPDATE_LIST = `mutation ($listId: ID!, $name: String, $description: String, $expectedVersion: Int) { updateShoppingList(listId: $listId, name: $name, description: $description, expectedVersion: $expectedVersion) { ${SHOPPING_LIST} } }`;
export const UPDATE_LINES = `mutation ($listId: ID!, $lines: [CartLineUpdate!]!, $expectedVersion: Int) { updateShoppingListLines(listId: $listId, lines: $lines, expectedVersion: $expectedVersion) { ${SHOPPING_LIST} } }`;
export const REMOVE_LINES = `mutation ($listId: ID!, $lineIds: [ID!]!, $expectedVersion: Int) { removeShoppingListLines(listId: $listId, lineIds: $lineIds, expectedVersion: $expectedVersion) { ${SHOPPING_LIST} } }`;
export const DELETE_LIST = 'mutation ($listId: ID!, $expectedVersion: Int) { deleteShoppingList(listId: $listId, expectedVersion: $expectedVersion) }';
export const READ_LIST = `query ($listId: ID!) { shoppingList(id: $listId) { ${SHOPPING_LIST} } }`;
export const LISTS = 'query ($first: Int, $after: String) { shoppingLists(first: $first, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }';
const CART = 'id version status name total { amount } lines { id quantity product { sku } }';
export const ADD_LIST = `mutation ($listId: ID!, $lineIds: [ID!], $cartId: ID, $expectedVersion: Int, $key: String) { addListToCart(listId: $listId, lineIds: $lineIds, cartId: $cartId, expectedVersion: $expectedVersion, idempotencyKey: $key) { ${CART} } }`;
export const MOVE_TO_CART = `mutation ($listId: ID!, $lineIds: [ID!], $key: String) { moveListLinesToCart(listId: $listId, lineIds: $lineIds, idempotencyKey: $key) { ${CART} } }`;
export const MOVE_TO_LIST = `mutation ($cartId: ID!, $lineIds: [ID!]!, $listId: ID, $name: String, $key: String) { moveCartLinesToList(cartId: $cartId, lineIds: $lineIds, listId: $listId, newName: $name, idempotencyKey: $key) { ${CART} } }`;

interface Lined {
  readonly lines: readonly { readonly quantity: string; readonly product: { readonly sku: string } }[];
}

/** What is in a list or cart: "3 MUG-RED". */
export const contentsOf = ({ lines }: Lined): string[] => lines.map(({ quantity, product }) => `${quantity} ${product.sku}`);
