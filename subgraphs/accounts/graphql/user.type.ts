import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '#kernel/connection-type.ts';
import type { User } from '../entities/user.ts';

@Directive('@key(fields: "id")')
@ObjectType('User', { simpleResolvers: true, description: 'Someone who can sign in, or a guest.' })
export class UserType implements Pick<User, 'id' | 'name' | 'email'> {
  @Field(() => ID, { description: 'Opaque id.' })
  id: string;
  @Field(() => String, { nullable: true, description: 'The name for people; null for a guest.' })
  name: string | null | undefined;
  @Field(() => String, { nullable: true, description: 'The e-mail address; null for a guest, and hidden from other accounts.' })
  email: string | null | undefined;
}

export const UserConnectionType = connectionType<UserType>('User', UserType);
