import { Field, ID, InputType } from 'type-graphql';
import type { PartnerWish } from '../use-cases/save-partner.ts';
import type { SenderWish } from '../use-cases/save-trusted-sender.ts';

@InputType('PartnerInput', { description: 'A partner: all of code, name, url and secret for a new one; what is left out of a known one stays.' })
export class PartnerInput implements PartnerWish {
  @Field(() => String, { nullable: true, description: 'What he calls himself in messages: 2 to 40 capitals, digits, - and _. It stays.' })
  code?: string | null;
  @Field(() => String, { nullable: true, description: 'His name for people.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'Where he answers, such as "https://shop.partner.example/partner-transfers": HTTPS, and a host of the open internet.' })
  url?: string | null;
  @Field(() => String, { nullable: true, description: 'The secret he gave for this shop; messages both ways are signed with it. At least 24 characters.' })
  secret?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether he sells everything there is.' })
  coversAll?: boolean | null;
  @Field(() => [String], { nullable: true, description: 'Codes of the categories he sells, with all below them.' })
  categories?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'SKUs he sells beside.' })
  skus?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Countries he delivers to, ISO 3166-1 alpha-2; none: to all.' })
  countries?: string[] | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether buyers may choose him. Carts under way to him go on.' })
  active?: boolean | null;
}

@InputType('TrustedSenderInput', { description: 'Another shop that shall hand carts over.' })
export class TrustedSenderInput implements SenderWish {
  @Field(() => String, { description: 'What it calls itself in messages: 2 to 40 capitals, digits, - and _.' })
  code: string;
  @Field(() => String, { description: 'Its name for people.' })
  name: string;
  @Field(() => ID, { description: 'The account here whose prices its customers are offered.' })
  tradeAccountId: string;
}

@InputType('TrustedSenderUpdate', { description: 'What becomes of a sender; what is left out stays.' })
export class TrustedSenderUpdateInput {
  @Field(() => String, { nullable: true, description: 'Its name for people.' })
  name?: string | null;
  @Field(() => ID, { nullable: true, description: 'The account here whose prices its customers are offered from now on.' })
  tradeAccountId?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether it may hand carts over.' })
  active?: boolean | null;
}
