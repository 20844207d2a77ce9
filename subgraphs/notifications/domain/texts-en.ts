import type { NotificationType } from './notification-types.ts';
import type { ShippedText } from './choose-text.ts';

const PRIVATE = ['INDIVIDUAL', 'GUEST'] as const;

const said = (subject: string, ...lines: readonly string[]): ShippedText => ({ language: 'en', subject, text: lines.join('\n') });
const toPrivate = (subject: string, ...lines: readonly string[]): ShippedText => ({ ...said(subject, ...lines), userTypes: PRIVATE });

const ORDER_LINES = ['', '{line.quantity} x {line.description}[: {line.total}]', '[Total: {total}]'];
const RETURN_LINES = ['', '{item.quantity} x {item.sku}: {item.reason}'];
const CUSTOMER = ['Customer: {customer}[!customer unknown]', 'E-mail: {customerEmail}[!customerEmail unknown]', '[Reason: {reason}]', '', '[{comment}]'];
const REMARK = ['', '[{comment}]'];
const WHY = ['', '[{reason}]'];

/** Sharing is told of alike, whatever is shared; private people, who know no roles and numbers from work, are told a little more. [NOTIF-06] */
const sharing = (thing: string) => ({
  shared: [
    said(`{actor} shares the ${thing} with you`, 'You may work with it as {role}.', '', '[Retrieval number: {retrievalNumber}]', ...REMARK),
    toPrivate(`{actor} shares the ${thing} with you`, 'You may work with it as {role}.', '', '[Retrieval number: {retrievalNumber}]', '[?retrievalNumber Sign in, or register, and enter this number to open it.]', ...REMARK),
  ],
  accessChanged: [
    said(`Your role in the ${thing} has changed`, 'You were {formerRole}; now you are {role}.', ...REMARK),
    toPrivate(`Your role in the ${thing} has changed`, 'You were {formerRole}; now you are {role}. It still has its place in your list.', ...REMARK),
  ],
  accessEnded: [
    said(`The ${thing} is no longer shared with you`, '{actor} ended your access.', ...REMARK),
    toPrivate(`The ${thing} is no longer shared with you`, '{actor} ended your access. What is yours stays in your own list.', ...REMARK),
  ],
  commented: [said(`{actor} writes about the ${thing}`, 'Have a look at it.', ...REMARK), toPrivate(`{actor} writes about the ${thing}`, 'Have a look at it when you have a moment.', ...REMARK)],
  ownerInformed: [said(`{actor} wrote to members of your ${thing}`, 'Members of what you share were told something.'), toPrivate(`{actor} wrote to members of your ${thing}`, 'The people you share it with were told something.')],
  workFinished: [said(`{actor} has finished working on the ${thing}`, 'Their access to it has ended.', ...REMARK), toPrivate(`{actor} has finished working on the ${thing}`, '{actor} no longer has access to it.', ...REMARK)],
  sharingStopped: [said(`The ${thing} is no longer shared`, '{actor} stopped sharing it.', ...REMARK), toPrivate(`The ${thing} is no longer shared`, '{actor} stopped sharing it, and nobody but its owner has it now.', ...REMARK)],
  ordered: [said(`The ${thing} was ordered`, '{actor} placed the order; it is no longer shared.'), toPrivate(`The ${thing} was ordered`, '{actor} placed the order, so it is no longer shared.')],
});

const CART = sharing('cart "{cart}"');
const QUOTE = sharing('quote {quote}[ (cart "{cart}")]');

/** In the language that is there for everybody: each type is here. */
export const TEXTS_EN: { readonly [T in NotificationType]: readonly ShippedText[] } = {
  CART_SHARED: CART.shared,
  CART_ACCESS_CHANGED: CART.accessChanged,
  CART_ACCESS_ENDED: CART.accessEnded,
  CART_COMMENTED: CART.commented,
  CART_OWNER_INFORMED: CART.ownerInformed,
  CART_WORK_FINISHED: CART.workFinished,
  CART_SHARING_STOPPED: CART.sharingStopped,
  CART_ORDERED: CART.ordered,
  CART_DELETED: [said('The cart "{cart}" was deleted', '{actor} deleted it.'), toPrivate('The cart "{cart}" was deleted', '{actor} deleted it. There is nothing left to do.')],
  CART_REMINDER: [said('Your cart "{cart}" is waiting', 'It is kept until {endsOn}. Order it, or change something in it, to keep it longer.')],
  QUOTE_SHARED: QUOTE.shared,
  QUOTE_ACCESS_CHANGED: QUOTE.accessChanged,
  QUOTE_ACCESS_ENDED: QUOTE.accessEnded,
  QUOTE_COMMENTED: QUOTE.commented,
  QUOTE_OWNER_INFORMED: QUOTE.ownerInformed,
  QUOTE_WORK_FINISHED: QUOTE.workFinished,
  QUOTE_SHARING_STOPPED: QUOTE.sharingStopped,
  QUOTE_ORDERED: QUOTE.ordered,
  QUOTE_PUBLISHED: [said('Our offer: quote {quote}', '[{salesRep} has made you an offer.][!salesRep We have made you an offer.][ It holds until {endsOn}.]', '[Total: {total}]', ...REMARK)],
  QUOTE_REJECTED: [said('We cannot offer what you asked for: quote {quote}', 'You may change the quote and ask again.', ...WHY)],
  QUOTE_CANCELED: [said('The quote {quote} is canceled', 'We have canceled it.', ...WHY)],
  QUOTE_EXPIRING: [said('Our offer ends soon: quote {quote}', '[It holds until {endsOn}. ]Order it before then, or ask for more time.', '[Total: {total}]')],
  QUOTE_EXPIRED: [said('Our offer has ended: quote {quote}', 'Clone the quote to negotiate again.')],
  ASSISTANCE_WANTED: [said('{customer}[!customer A customer] asks for assistance: quote {quote}', ...CUSTOMER)],
  ASSISTANCE_CONFIRMED: [said('We will help you: quote {quote}', 'Your request has reached us. Your cart is now the quote {quote}; a sales representative will answer you.')],
  ORDER_ASSISTANCE_WANTED: [said('{customer}[!customer A customer] asks for assistance: order {order}', ...CUSTOMER)],
  TERMS_CHANGE_WANTED: [said('{customer}[!customer A customer] does not agree to the terms: quote {quote}', ...CUSTOMER)],
  TERMS_APPROVED: [said('Your wish about the terms: quote {quote}', 'We have looked at what you said about the terms, and made you an offer.[ It holds until {endsOn}.]', '[Total: {total}]', ...REMARK)],
  TERMS_REJECTED: [said('The terms stay as they are: quote {quote}', 'We cannot change the terms for you.', ...WHY)],
  TERMS_CANCELED: [said('The terms of quote {quote} are off the table', 'The quote, and what you asked about its terms, is canceled.', ...WHY)],
  HAND_OVER_REFUSED: [said('Not taken over:[ order {order}][ quote {quote}]', 'The system outside does not take it over: {reason}[!reason it gave no reason]. Send it again, or give it up and go on with it in the store.')],
  ORDER_CONFIRMED: [said('Your order {order}', 'Thank you. We have taken in your order {order}.', ...ORDER_LINES)],
  ORDER_TO_BE_FAXED: [said('Your order {order}: please fax the details', 'Thank you. We have taken in your order {order}. Please fax the card or purchase order details to {faxNumber}, with the number of the order on them.', ...ORDER_LINES)],
  ORDER_NOT_BOOKED: [said('Your order {order} is not booked yet', 'Your order {order} could not be booked; we look into it.', '- {error.text}', ...ORDER_LINES)],
  ORDER_CANCELED: [said('Your order {order} is canceled', 'Your order {order} was canceled: {reason}[!reason no reason was given].', ...ORDER_LINES)],
  APPROVAL_REQUESTED: [said('Please approve {approval}', 'An order waits for your answer: {approval}.')],
  APPROVAL_GRANTED: [said('Approval {approval}', 'Your order {approval} is approved and is being placed.')],
  APPROVAL_REJECTED: [said('Approval {approval}', 'Your order {approval} was not approved. The reason is with it.')],
  APPROVAL_VOIDED: [said('Approval {approval}', 'Your order {approval} could not be placed as it was asked for. Ask for it again.')],
  APPROVAL_EXPIRED: [said('Approval {approval}', 'Nobody answered in time about your order {approval}. Ask for it again.')],
  RETURN_SUBMITTED: [
    said(
      'Your return {return}',
      'Thank you. We have your return {return}[?waits  and look into it. Please keep the goods until you hear from us.][!waits . Another e-mail with the approval, and where to send the goods, will follow.]',
      ...RETURN_LINES,
    ),
  ],
  RETURN_APPROVED: [said('Your return {return} is approved', 'Your return {return} is approved.[ Please send the goods to: {returnLocation}.]', ...RETURN_LINES)],
  RETURN_REJECTED: [said('Your return {return} is rejected', 'We cannot take your return {return} back: {reason}[!reason no reason was given].', ...RETURN_LINES)],
  RETURN_TO_APPROVE: [said('Please approve the return {return}', 'The return {return} waits for your answer.', ...RETURN_LINES)],
  RETURN_CLOSED: [said('Your return {return} is done', 'Your return {return} is done. What came back to us has been credited.', ...RETURN_LINES)],
};
