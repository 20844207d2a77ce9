import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { CartAttachment } from '../entities/cart-attachment.ts';
import type { AddedAttachment } from '../use-cases/apply-attachments.ts';

@ObjectType('CartAttachment', { simpleResolvers: true, description: 'A file that goes along with a cart.' })
export class CartAttachmentType implements Pick<CartAttachment, 'id' | 'name' | 'contentType' | 'bytes'> {
  @Field(() => ID, { description: 'Opaque id; that of the upload it was.' })
  id: string;
  @Field(() => String, { description: 'The name of the file.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'What it is, in the words of who attached it.' })
  description?: string | null;
  @Field(() => String, { description: 'Its media type, as the uploader said.' })
  contentType: string;
  @Field(() => Int, { description: 'Its size.' })
  bytes: number;
  @Field(() => String, { description: 'Where it is read, on the host of the API and with the same bearer token.' })
  url: string;
}

@InputType('AttachmentInput', { description: 'An upload that shall become an attachment.' })
export class AttachmentInput implements AddedAttachment {
  @Field(() => ID, { description: 'The id that POST /attachments answered with.' })
  uploadId: string;
  @Field(() => String, { nullable: true, description: 'What it is; at most 1,000 characters.' })
  description?: string | null;
}
