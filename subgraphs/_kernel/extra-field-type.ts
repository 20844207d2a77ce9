import { Directive, Field, ObjectType } from 'type-graphql';

/** Additional information that a deployment declares; carts take it in, orders keep it. */
export interface ExtraField {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly value: string;
}

@Directive('@shareable')
@ObjectType('ExtraField', { simpleResolvers: true, description: 'A value of additional information, with what the field was called when it was filled in or ordered.' })
export class ExtraFieldType implements ExtraField {
  @Field(() => String, { description: 'The name of the field in the configuration.' })
  name: string;
  @Field(() => String, { description: 'What people read beside it.' })
  label: string;
  @Field(() => String, { description: 'What kind of value it takes: text, integer, decimal, date, boolean or choice.' })
  type: string;
  @Field(() => String, { description: 'The value as text: "7", "2.5", "2026-05-03", "true".' })
  value: string;
}
