import { Field, InputType } from 'type-graphql';
import type { CustomerLoadRecord } from '../use-cases/load-customers.ts';
import type { OrganisationRecord } from '../use-cases/load-organisations.ts';
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

@InputType('CustomerLoadInput', { description: 'A customer as another system knows it: a private person, or a buyer of an organisation.' })
export class CustomerLoadInput extends CustomerInput implements CustomerLoadRecord {
  @Field(() => String, { nullable: true, description: 'The number of the organisation they buy for, loaded before; a private person when left out.' })
  organisation?: string | null;
}

@InputType('OrganisationInput', { description: 'A buyer organisation as another system knows it.' })
export class OrganisationInput implements OrganisationRecord {
  @Field(() => String, { description: 'The number of the organisation in the other system; found again by it.' })
  externalId: string;
  @Field(() => String, { description: 'The name for people.' })
  name: string;
  @Field(() => String, { nullable: true, description: 'ISO 3166-1 alpha-2 country code, or a country name.' })
  country?: string | null;
}
