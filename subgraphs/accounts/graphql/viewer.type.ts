import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '#kernel/scalars.ts';
import { ViewerKindEnum } from '#kernel/viewer-kind-enum.ts';
import type { Viewer, ViewerKind } from '#kernel/viewer.ts';

@ObjectType('Viewer', { simpleResolvers: true, description: 'Who is asking, as the token says.' })
export class ViewerType implements Omit<Viewer, 'accountId'> {
  @Field(() => ID, { description: "The viewer's user id." })
  id: string;
  @Field(() => ViewerKindEnum, { description: 'What sort of person this is.' })
  kind: ViewerKind;
  @Field(() => String, { nullable: true, description: 'The name for people; null for a guest.' })
  name?: string;
  @Field(() => String, { nullable: true, description: 'The e-mail address; null for a guest.' })
  email?: string;
  @Field(() => [String], { description: 'What the viewer has been granted. Individuals need none of them.' })
  permissions: string[];
  accountId: string;
}

@ObjectType('Session', { simpleResolvers: true, description: 'A token and who it is for.' })
export class SessionType {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer <token>`, or as `authorization` in connection_init.' })
  token: string;
  @Field(() => DateTimeScalar, { description: 'When the token ends; live sockets are closed then too.' })
  expiresAt: Date;
  @Field(() => ViewerType, { description: 'Who the token is for.' })
  viewer: Viewer;
}
