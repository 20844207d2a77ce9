import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { FormField } from '../domain/oci-form.ts';
import type { Operation, Protocol, SessionStatus } from '../domain/session-lifecycle.ts';
import type { PunchoutPartner } from '../entities/punchout-partner.ts';
import type { PunchoutSession } from '../entities/punchout-session.ts';
import type { NewPartner, PartnerChange } from '../use-cases/save-partner.ts';
import { OperationEnum, ProtocolEnum, SessionStatusEnum } from './punchout-enums.ts';

@ObjectType('PunchOutPartner', { simpleResolvers: true, description: 'A procurement system whose people shop here. Administrators only.' })
export class PunchOutPartnerType implements Pick<PunchoutPartner, 'id' | 'name' | 'identityDomain' | 'identity' | 'active'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { description: 'What people call it.' })
  name: string;
  @Field(() => [ProtocolEnum], { description: 'How it may come.' })
  protocols: readonly Protocol[];
  @Field(() => String, { description: 'The domain of its credential in cXML, such as NetworkID or DUNS.' })
  identityDomain: string;
  @Field(() => String, { description: 'Its identity in that domain; the USERNAME in OCI.' })
  identity: string;
  @Field(() => [String], { description: 'Where carts may be returned to: these addresses, and everything below each.' })
  returnUrls: readonly string[];
  @Field(() => Boolean, { description: 'Whether its people are let in.' })
  active: boolean;
}

@ObjectType('PunchOutPartnerWithSecret', { simpleResolvers: true, description: 'A partner, and the secret it signs in with.' })
export class PartnerWithSecretType {
  @Field(() => PunchOutPartnerType, { description: 'The partner.' })
  partner: PunchOutPartnerType;
  @Field(() => String, { description: 'SharedSecret in cXML, PASSWORD in OCI. Told this once; only a hash of it is kept.' })
  secret: string;
}

@InputType('PunchOutPartnerInput', { description: 'A new partner.' })
export class PunchOutPartnerInput implements NewPartner {
  @Field(() => String, { description: 'What people call it.' })
  name: string;
  @Field(() => ID, { description: 'The business buyer its people shop as; purchase orders are placed on their behalf.' })
  userId: string;
  @Field(() => String, { description: 'The domain of its credential in cXML.' })
  identityDomain: string;
  @Field(() => String, { description: 'Its identity in that domain; the USERNAME in OCI.' })
  identity: string;
  @Field(() => [String], { description: 'Where carts may be returned to: HTTPS addresses, each with everything below it.' })
  returnUrls: string[];
  @Field(() => [ProtocolEnum], { nullable: true, description: 'How it may come; both ways when left out.' })
  protocols?: Protocol[] | null;
}

@InputType('PunchOutPartnerUpdate', { description: 'What changes; what is left out stays.' })
export class PunchOutPartnerUpdate implements PartnerChange {
  @Field(() => [String], { nullable: true, description: 'Where carts may be returned to from now on.' })
  returnUrls?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether its people are let in.' })
  active?: boolean | null;
}

@ObjectType('PunchOutSession', { simpleResolvers: true, description: 'A visit from a procurement system.' })
export class PunchOutSessionType implements Pick<PunchoutSession, 'id' | 'status' | 'operation' | 'protocol' | 'cartId' | 'expiresAt'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => ProtocolEnum, { description: 'How the procurement system speaks with us.' })
  protocol: Protocol;
  @Field(() => OperationEnum, { description: 'What the visit is for.' })
  operation: Operation;
  @Field(() => SessionStatusEnum, { description: 'Where it stands.' })
  status: SessionStatus;
  @Field(() => ID, { description: 'The id of the cart of this visit: name it in every change, for it is never the active cart.' })
  cartId: string;
  @Field(() => String, { nullable: true, description: 'The product the visitor was sent for, if for one.' })
  selectedSku: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt: Date;
}

@ObjectType('PunchOutStart', { simpleResolvers: true, description: 'A session that has begun.' })
export class PunchOutStartType {
  @Field(() => String, { description: 'The bearer token to shop with: that of the buyer, without the right to order.' })
  token: string;
  @Field(() => DateTimeScalar, { description: 'When it ends.' })
  expiresAt: Date;
  @Field(() => PunchOutSessionType, { description: 'The session.' })
  session: PunchOutSessionType;
}

@ObjectType('PunchOutField', { simpleResolvers: true, description: 'A hidden field of a form.' })
export class PunchOutFieldType implements FormField {
  @Field(() => String, { description: 'Its name.' })
  name: string;
  @Field(() => String, { description: 'Its value, not yet encoded for HTML.' })
  value: string;
}

@ObjectType('PunchOutForm', { simpleResolvers: true, description: 'What the browser posts to go back, as a form with hidden fields.' })
export class PunchOutFormType {
  @Field(() => String, { description: 'Where to.' })
  url: string;
  @Field(() => String, { nullable: true, description: 'The window, if the procurement system named one (OCI).' })
  target: string | null;
  @Field(() => [PunchOutFieldType], { description: 'The hidden fields: one with a PunchOutOrderMessage (cXML), or one set an item (OCI).' })
  fields: readonly PunchOutFieldType[];
  @Field(() => PunchOutSessionType, { description: 'The session as it is now.' })
  session: PunchOutSessionType;
}
