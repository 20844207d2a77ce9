import { readFileSync } from 'node:fs';
import { sessionWith, type Data, type Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';

/** What a deployment says that takes visitors. */
export const LETS_IN = { CARTWRIGHT_PUNCHOUT_ENABLED: 'true', CARTWRIGHT_PUNCHOUT_START_PAGE: 'https://shop.example/punchout', CARTWRIGHT_PUNCHOUT_IDENTITY_DOMAIN: 'DUNS', CARTWRIGHT_PUNCHOUT_IDENTITY: '123456789' };
export const RETURN_URL = 'https://buy.acme.example/punchout/return?visit=7';

const CREATE = 'mutation ($input: PunchOutPartnerInput!) { createPunchOutPartner(input: $input) { secret partner { id identity active user { id name } } } }';

export const partnerInput = async (buyer: Session, more: Data = {}): Promise<Data> => ({
  input: { name: 'Acme buying', userId: (await buyer.ask('{ viewer { id } }')).viewer.id, identityDomain: 'NetworkID', identity: 'acme & sons', returnUrls: ['https://buy.acme.example/punchout'], ...more },
});

/** A procurement system of the buyer, let in by an administrator. */
export async function letIn(world: World, buyer: Session, more: Data = {}): Promise<{ id: string; secret: string }> {
  const olga = await world.as('olga');
  const { createPunchOutPartner: created } = await olga.ask(CREATE, await partnerInput(buyer, more));
  return { id: created.partner.id, secret: created.secret };
}

let messages = 0;
const nextPayloadId = (): string => `${++messages}.1.12345@buy.acme.example`;

interface Wrapped {
  readonly secret: string;
  readonly payloadId?: string;
  readonly identity?: string;
}

/** A message as a procurement system writes it, by the text of the cXML guide. */
export function envelope(request: string, { secret, payloadId = nextPayloadId(), identity = 'acme &amp; sons' }: Wrapped): string {
  const credential = `<Credential domain="NetworkID"><Identity>${identity}</Identity>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE cXML SYSTEM "http://xml.cxml.org/schemas/cXML/1.2.041/cXML.dtd">
<cXML payloadID="${payloadId}" timestamp="2026-05-03T12:00:00+00:00" version="1.2.041">
  <Header>
    <From>${credential}</Credential></From>
    <To><Credential domain="DUNS"><Identity>123456789</Identity></Credential></To>
    <Sender>${credential}<SharedSecret>${secret}</SharedSecret></Credential><UserAgent>Buying 1.0</UserAgent></Sender>
  </Header>
  <Request deploymentMode="production">${request}</Request>
</cXML>`;
}

export const setup = ({ operation = 'create', url = RETURN_URL, items = '' }: { operation?: string; url?: string; items?: string } = {}): string =>
  `<PunchOutSetupRequest operation="${operation}"><BuyerCookie>cookie &lt;1&gt;</BuyerCookie><BrowserFormPost><URL>${url}</URL></BrowserFormPost>${items}</PunchOutSetupRequest>`;

export interface OrderedLine {
  readonly sku: string;
  readonly auxiliaryId: string;
  readonly quantity: string;
  readonly price: string;
}

export const itemOut = ({ sku, auxiliaryId, quantity, price }: OrderedLine, i = 0): string =>
  `<ItemOut quantity="${quantity}" lineNumber="${i + 1}"><ItemID><SupplierPartID>${sku}</SupplierPartID><SupplierPartAuxiliaryID>${auxiliaryId}</SupplierPartAuxiliaryID></ItemID><ItemDetail><UnitPrice><Money currency="GBP">${price}</Money></UnitPrice><Description xml:lang="en">x</Description><UnitOfMeasure>EA</UnitOfMeasure></ItemDetail></ItemOut>`;

export const purchaseOrder = (orderId: string, lines: readonly OrderedLine[], type = 'new'): string =>
  `<OrderRequest><OrderRequestHeader orderID="${orderId}" orderDate="2026-05-04T08:00:00+00:00" type="${type}"><Total><Money currency="GBP">0</Money></Total></OrderRequestHeader>${lines.map(itemOut).join('')}</OrderRequest>`;

export interface Answered {
  readonly code: number;
  readonly text: string;
  readonly xml: string;
  readonly startToken: string;
}

export async function post(world: World, xml: string): Promise<Answered> {
  const response = await fetch(new URL('/punchout/cxml', world.url), { method: 'POST', headers: { 'content-type': 'text/xml; charset=utf-8' }, body: xml });
  const answer = await response.text();
  const [, code, text] = /<Status code="(\d+)" text="[^"]*">([^<]*)<\/Status>/.exec(answer) ?? [];
  return { code: Number(code), text: text ?? '', xml: answer, startToken: /token=([\w-]+)/.exec(answer)?.[1] ?? '' };
}

const START = 'mutation ($token: String!) { startPunchOutSession(token: $token) { token session { id } } }';
const SESSION = 'query ($id: ID!) { punchOutSession(id: $id) { id status operation protocol partnerName cartId cart { id source lines { id quantity product { sku } } } } }';

/** Opens the start page, as the storefront does. */
export async function start(world: World, token: string): Promise<{ visitor: Session; session: Data }> {
  const nobody = await world.as('nobody');
  const { startPunchOutSession: started } = await nobody.ask(START, { token });
  const visitor = sessionWith(world.url, started.token);
  return { visitor, session: (await visitor.ask(SESSION, { id: started.session.id })).punchOutSession };
}

export const startRefused = async (world: World, token: string): Promise<string> => (await (await world.as('nobody')).refused(START, { token })).code;

export const FILL = 'mutation ($cart: ID!) { addCartLines(cartId: $cart, lines: [{ sku: "MUG-RED", quantity: 12 }, { sku: "CABLE-2.5", quantity: "2.5" }, { sku: "SCREW-M4", quantity: 25 }]) { version lines { id product { sku } quantity unitPrice { amount } } } }';
export const RETURN = 'mutation ($id: ID!, $version: Int, $encoding: PunchOutEncoding) { returnPunchOutCart(sessionId: $id, expectedVersion: $version, encoding: $encoding) { url target fields { name value } session { status } } }';

/** A visit from the setup request to the returned cart, and what a purchase order for it says. */
export async function visit(world: World, secret: string): Promise<{ visitor: Session; session: Data; message: string; lines: OrderedLine[] }> {
  const { startToken } = await post(world, envelope(setup(), { secret }));
  const { visitor, session } = await start(world, startToken);
  const { addCartLines } = await visitor.ask(FILL, { cart: session.cart.id });
  const { returnPunchOutCart: form } = await visitor.ask(RETURN, { id: session.id });
  const lines = addCartLines.lines.map((line: Data) => ({ sku: line.product.sku, auxiliaryId: `${session.id}/${line.id}`, quantity: line.quantity, price: line.unitPrice.amount }));
  return { visitor, session, message: Buffer.from(form.fields[0].value, 'base64').toString(), lines };
}

export const golden = (name: string): string => readFileSync(new URL(`golden/${name}`, import.meta.url), 'utf8').trim();

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

/** What is another each time gets a name, and white space between elements counts for nothing. */
export const plain = (xml: string): string =>
  xml
    .replace(/payloadID="[^"]+"/, 'payloadID="{PAYLOAD}"')
    .replace(/timestamp="[^"]+"/, 'timestamp="{TIME}"')
    .replace(/token=[\w-]+/, 'token={TOKEN}')
    .replaceAll(new RegExp(`${UUID}/${UUID}`, 'g'), '{SESSION}/{LINE}')
    .replaceAll(/>\s+</g, '><')
    .trim();
