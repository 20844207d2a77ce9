import { Field, Int, ObjectType } from 'type-graphql';
import type { QuoteContract } from '../domain/quote-contract.ts';

@ObjectType('QuoteContract', { simpleResolvers: true, description: 'Terms and conditions that a quote keeps, word for word.' })
export class QuoteContractType implements QuoteContract {
  @Field(() => String, { description: 'The name they were published under.' })
  template: string;
  @Field(() => Int, { description: 'Which version of them.' })
  templateVersion: number;
  @Field(() => String, { description: 'Plain text, paragraphs apart by an empty line.' })
  text: string;
  @Field(() => String, { description: 'The fingerprint of the text and of the content it was about.' })
  hash: string;
}
