import { Field, InputType, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import type { BuyerInvitation, IssuedInvitation } from '../use-cases/invite-buyer.ts';
import type { OrganizationRegistration, PersonRegistration, RegistrationReceipt } from '../use-cases/register-account.ts';

@InputType('RegisterIndividualInput', { description: 'A private person who becomes a customer.' })
export class RegisterIndividualInput implements PersonRegistration {
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  email: string;
  @Field(() => String, { description: 'From 10 to 200 characters.' })
  password: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 country code, or a country name.' })
  country?: string | null;
}

@InputType('RegisterOrganizationInput', { description: 'A business that asks to become a customer, and its first user, who manages it.' })
export class RegisterOrganizationInput extends RegisterIndividualInput implements OrganizationRegistration {
  @Field(() => String, { description: 'The name of the business.' })
  organizationName: string;
}

@InputType('InviteBuyerInput', { description: 'A colleague who is asked to join.' })
export class InviteBuyerInput implements BuyerInvitation {
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { description: 'The e-mail address they will sign in with.' })
  email: string;
}

@ObjectType('RegistrationReceipt', { simpleResolvers: true, description: 'What is told of every registration alike, whether or not the address was known: if it was, nothing has changed.' })
export class RegistrationReceiptType implements RegistrationReceipt {
  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  email: string;
  @Field(() => Boolean, { description: 'Whether an administrator of the seller has to approve before anything can be bought.' })
  awaitsApproval: boolean;
}

@ObjectType('Invitation', { simpleResolvers: true, description: 'An invitation to pass on. The token is shown this once.' })
export class InvitationType implements IssuedInvitation {
  @Field(() => String, { description: 'What acceptInvitation takes.' })
  token: string;
  @Field(() => String, { description: 'Whom it is for.' })
  email: string;
  @Field(() => DateTimeScalar, { description: 'Until when it may be accepted.' })
  expiresAt: Date;
}
