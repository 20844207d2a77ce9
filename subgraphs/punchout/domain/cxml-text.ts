import type { Identity } from './cxml-request.ts';
import { auxiliaryIdOf, type ReturnedCart } from './returned-cart.ts';

const ESCAPED: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text as it may stand in an element or attribute; characters that XML does not know are left out. */
export const escaped = (text: string): string => text.replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '').replaceAll(/[&<>"']/g, (character) => ESCAPED[character] ?? '');

export interface Envelope {
  readonly payloadId: string;
  readonly at: Date;
}

const document = ({ payloadId, at }: Envelope, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.041/cXML.dtd">
<cXML payloadID="${escaped(payloadId)}" timestamp="${at.toISOString()}" version="1.2.041" xml:lang="en-US">
${inner}
</cXML>
`;

export interface CxmlStatus {
  readonly statusCode: number;
  readonly text: string;
  readonly startPage?: string;
}

const STATUS_TEXTS: { readonly [code: number]: string } = { 200: 'OK', 201: 'Accepted', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 406: 'Not Acceptable', 409: 'Conflict', 412: 'Precondition Failed', 417: 'Expectation Failed', 450: 'Not Implemented', 500: 'Internal Server Error' };

/** The answer to a request; a setup that went well says where to go. */
export function responseText({ statusCode, text, startPage }: CxmlStatus, envelope: Envelope): string {
  const page = startPage === undefined ? '' : `
    <PunchOutSetupResponse>
      <StartPage>
        <URL>${escaped(startPage)}</URL>
      </StartPage>
    </PunchOutSetupResponse>`;
  return document(envelope, `  <Response>
    <Status code="${statusCode}" text="${STATUS_TEXTS[statusCode] ?? 'Error'}">${escaped(text)}</Status>${page}
  </Response>`);
}

export interface OrderMessage {
  readonly from: Identity;
  readonly to: Identity;
  readonly buyerCookie: string;
  readonly sessionId: string;
  readonly cart: ReturnedCart;
}

/** The cart on its way back. Items name their session, so that the purchase order brings it along. */
export function orderMessageText({ from, to, buyerCookie, sessionId, cart }: OrderMessage, envelope: Envelope): string {
  const money = (amount: string): string => `<Money currency="${cart.currency}">${amount}</Money>`;
  const credential = ({ domain, identity }: Identity): string => `<Credential domain="${escaped(domain)}"><Identity>${escaped(identity)}</Identity></Credential>`;
  const items = cart.lines.map(({ id, sku, description, quantity, uom, unitPrice }, i) => `
      <ItemIn quantity="${quantity}" lineNumber="${i + 1}">
        <ItemID>
          <SupplierPartID>${escaped(sku)}</SupplierPartID>
          <SupplierPartAuxiliaryID>${escaped(auxiliaryIdOf(sessionId, id))}</SupplierPartAuxiliaryID>
        </ItemID>
        <ItemDetail>
          <UnitPrice>${money(unitPrice)}</UnitPrice>
          <Description xml:lang="en">${escaped(description)}</Description>
          <UnitOfMeasure>${escaped(uom)}</UnitOfMeasure>
          <Classification domain="SupplierPartID">${escaped(sku)}</Classification>
        </ItemDetail>
      </ItemIn>`).join('');
  return document(envelope, `  <Header>
    <From>${credential(from)}</From>
    <To>${credential(to)}</To>
    <Sender>
      ${credential(from)}
      <UserAgent>Cartwright</UserAgent>
    </Sender>
  </Header>
  <Message>
    <PunchOutOrderMessage>
      <BuyerCookie>${escaped(buyerCookie)}</BuyerCookie>
      <PunchOutOrderMessageHeader operationAllowed="edit">
        <Total>${money(cart.total)}</Total>
        <Shipping>${money(cart.shippingTotal)}<Description xml:lang="en">Shipping</Description></Shipping>
        <Tax>${money(cart.taxTotal)}<Description xml:lang="en">Tax</Description></Tax>
      </PunchOutOrderMessageHeader>${items}
    </PunchOutOrderMessage>
  </Message>`);
}
