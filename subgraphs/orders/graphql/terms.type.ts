import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTimeScalar, DecimalScalar } from '#kernel/scalars.ts';
import type { AgreedTerms, ContractTerms, TermsClause } from '../domain/contract-terms.ts';
import type { TermsTemplate } from '../entities/terms.ts';
import type { TermsToPublish } from '../use-cases/publish-terms.ts';

@ObjectType('Terms', { simpleResolvers: true, description: 'The terms and conditions a cart would be ordered under, as they are now.' })
export class TermsType implements ContractTerms {
  @Field(() => String, { description: 'The name they were published under.' })
  template: string;
  @Field(() => Int, { description: 'Which version of them; goes up by one with each publication.' })
  templateVersion: number;
  @Field(() => String, { description: 'Plain text, paragraphs apart by an empty line.' })
  text: string;
  @Field(() => String, { description: 'The fingerprint of the text and of the content it is about; acceptTerms must be given it back.' })
  hash: string;
  @Field(() => Boolean, { description: 'Whether there is no order without agreeing to them.' })
  enforced: boolean;
  @Field(() => Boolean, { description: 'Whether somebody agreed to others before: lines, quantities, shipping, billing, additional information or the terms have changed since.' })
  reviewAgain: boolean;
}

@ObjectType('TermsAcceptance', { simpleResolvers: true, description: 'Who agreed to terms, and when.' })
export class TermsAcceptanceType {
  @Field(() => ID, { description: 'Who it was.' })
  acceptedById: string;
  @Field(() => String, { nullable: true, description: 'The name he had then.' })
  acceptedByName: string | null | undefined;
  @Field(() => DateTimeScalar, { description: 'When it was.' })
  acceptedAt: Date;
}

@ObjectType('AgreedTerms', { simpleResolvers: true, description: 'The terms an order was made under, word for word, and who agreed to them.' })
export class AgreedTermsType implements Omit<AgreedTerms, 'hash'> {
  @Field(() => String, { description: 'The name they were published under.' })
  template: string;
  @Field(() => Int, { description: 'Which version of them.' })
  templateVersion: number;
  @Field(() => String, { description: 'Plain text, as it was agreed to.' })
  text: string;
  @Field(() => ID, { description: 'Who agreed to them.' })
  acceptedById: string;
  @Field(() => String, { nullable: true, description: 'The name he had then.' })
  acceptedByName: string | null;
  @Field(() => String, { description: 'When it was, as an ISO 8601 moment.' })
  acceptedAt: string;
}

@InputType('TermsClauseInput', { description: 'A paragraph of terms, and when it belongs to an order: all conditions that are given must hold.' })
export class TermsClauseInput implements TermsClause {
  @Field(() => String, { nullable: true, description: 'A heading of its own line.' })
  heading?: string | null;
  @Field(() => String, { description: 'Plain text. Order variables stand in braces: {quantity}, {lines}, {shippingMethod}, {shipTo}, {billTo}, {requestedOn}, {purchaseOrderNumber}, {fields.NAME}.' })
  text: string;
  @Field(() => [String], { nullable: true, description: 'One of these products must be bought.' })
  skus?: string[] | null;
  @Field(() => String, { nullable: true, description: 'The order variable to look at; it must be said, when nothing more is asked of it.' })
  variable?: string | null;
  @Field(() => [String], { nullable: true, description: 'The variable must be one of these.' })
  oneOf?: string[] | null;
  @Field(() => DecimalScalar, { nullable: true, description: 'The variable must be a number, and at least this.' })
  atLeast?: string | null;
}

@InputType('TermsInput', { description: 'Terms and conditions to publish.' })
export class TermsInput implements TermsToPublish {
  @Field(() => String, { description: 'The name, such as "standard"; published again it is the next version.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'The site they are for; the one of the deployment when left out.' })
  site?: string | null;
  @Field(() => [TermsClauseInput], { description: 'Their paragraphs, in order.' })
  clauses: TermsClauseInput[];
}

@ObjectType('PublishedTerms', { simpleResolvers: true, description: 'A version of terms and conditions.' })
export class PublishedTermsType implements Pick<TermsTemplate, 'site' | 'name' | 'version' | 'publishedAt'> {
  @Field(() => String, { description: 'The site they are for.' })
  site: string;
  @Field(() => String, { description: 'The name.' })
  name: string;
  @Field(() => Int, { description: 'Goes up by one with each publication.' })
  version: number;
  @Field(() => DateTimeScalar, { description: 'When it was published.' })
  publishedAt: Date;
}
