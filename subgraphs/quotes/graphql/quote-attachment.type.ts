import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { FrozenAttachment } from '../domain/freeze-quote.ts';
import type { AddedQuoteAttachment } from '../use-cases/apply-quote-attachments.ts';

@ObjectType('QuoteAttachment', { simpleResolvers: true, description: 'A file that goes along with a quote or one of its lines.' })
export class QuoteAttachmentType implements Omit<FrozenAttachment, 'sha256'> {
  @Field(() => ID, { description: 'Opaque id; that of the upload it was.' })
  id: string;
  @Field(() => String, { description: 'The name of the file.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'What it is, in the words of who attached it.' })
  description: string | null;
  @Field(() => String, { description: 'Its media type, as the uploader said.' })
  contentType: string;
  @Field(() => Int, { description: 'Its size.' })
  bytes: number;
  @Field(() => ID, { nullable: true, description: 'The line it belongs to; null when it belongs to the whole quote.' })
  lineId: string | null;
  @Field(() => Boolean, { description: 'Whether only the seller sees it.' })
  internal: boolean;
  @Field(() => String, { description: 'Where it is read, on the host of the API and with the same bearer token.' })
  url: string;
}

@InputType('QuoteAttachmentInput', { description: 'An upload that shall become an attachment of a quote.' })
export class QuoteAttachmentInput implements AddedQuoteAttachment {
  @Field(() => ID, { description: 'The id that POST /quote-attachments answered with.' })
  uploadId: string;
  @Field(() => String, { nullable: true, description: 'What it is; at most 1,000 characters.' })
  description?: string | null;
  @Field(() => ID, { nullable: true, description: 'The line it belongs to; absent for the whole quote.' })
  lineId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'For the seller only; sales reps may say so.' })
  internal?: boolean | null;
}
