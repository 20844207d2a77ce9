import { Field, InputType } from 'type-graphql';
import type { CustomerRecord } from '../use-cases/upsert-customers.ts';

@InputType('CustomerInput', { description: 'A customer as another system knows it.' })
export class CustomerInput implements CustomerRecord {
  @Field(() => String, { description: 'The number of the customer in the other system; found again by it.' })
  externalId: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { description: 'The e-mail address to sign in with.' })
  email: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 country code, or a country name.' })
  country?: string | null;
}
