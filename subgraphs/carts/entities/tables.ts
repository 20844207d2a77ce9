import { ActiveCart, ActiveCartSchema } from './active-cart.ts';
import { Cart, CartSchema } from './cart.ts';
import { CartAttachment, CartAttachmentSchema } from './cart-attachment.ts';
import { CartLine, CartLineSchema } from './cart-line.ts';
import { CartNameText, CartNameTextSchema } from './cart-name-text.ts';
import { CartMember, CartMemberSchema } from './cart-member.ts';
import { CartReminder, CartReminderSchema } from './cart-reminder.ts';
import { ExpressOrder, ExpressOrderSchema } from './express-order.ts';
import { ExpressPreferences, ExpressPreferencesSchema } from './express-preferences.ts';
import { ShoppingList, ShoppingListSchema } from './shopping-list.ts';
import { ShoppingListLine, ShoppingListLineSchema } from './shopping-list-line.ts';

export interface CartsTables {
  Cart: Cart;
  CartLine: CartLine;
  CartMember: CartMember;
  ActiveCart: ActiveCart;
  CartNameText: CartNameText;
  CartAttachment: CartAttachment;
  CartReminder: CartReminder;
  ExpressPreferences: ExpressPreferences;
  ExpressOrder: ExpressOrder;
  ShoppingList: ShoppingList;
  ShoppingListLine: ShoppingListLine;
}

export const cartsEntities = [CartSchema, CartLineSchema, CartMemberSchema, ActiveCartSchema, CartNameTextSchema, CartAttachmentSchema, CartReminderSchema, ExpressPreferencesSchema, ExpressOrderSchema, ShoppingListSchema, ShoppingListLineSchema];
