import { Field, ID, InputType } from 'type-graphql';
import { DecimalScalar } from '#kernel/scalars.ts';
import type { LineUpdate, WantedLine } from '../domain/change-lines.ts';
import { ShareRoleEnum, type ShareRole } from './cart-enums.ts';

@InputType('CartLineInput', { description: 'A product to put into a cart or quote.' })
export class CartLineInput implements WantedLine {
  @Field(() => String, { description: 'The stock keeping unit; case matters.' })
  sku: string;
  @Field(() => DecimalScalar, { defaultValue: '1', description: 'How much of it: more than zero, at most six decimals.' })
  quantity: string;
  @Field(() => String, { nullable: true, description: "Unit of measure; the product's own when absent." })
  uom?: string | null;
}

@InputType('CartLineUpdate', { description: 'A new quantity for a line.' })
export class CartLineUpdate implements LineUpdate {
  @Field(() => ID, { description: 'The line.' })
  lineId: string;
  @Field(() => DecimalScalar, { description: 'The new quantity; 0 removes the line.' })
  quantity: string;
}

@InputType('CartMemberInput', { description: 'Someone to share a cart with.' })
export class CartMemberInput {
  @Field(() => String, { description: 'The e-mail address of the member.' })
  email: string;
  @Field(() => ShareRoleEnum, { description: 'What the member may do.' })
  role: ShareRole;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether the member is told by e-mail.' })
  notify?: boolean;
}
