import { Field, ID, InputType, Int } from 'type-graphql';
import type { MemberChange } from '#kernel/memberships.ts';
import type { Invitation } from '#kernel/share-inputs.ts';
import { ShareRoleEnum } from '#kernel/share-role-enum.ts';
import type { ShareRole } from '#kernel/share-roles.ts';

@InputType('QuoteMemberInput', { description: 'Someone to share a quote with.' })
export class QuoteMemberInput implements Invitation {
  @Field(() => String, { description: 'The e-mail address of the member.' })
  email: string;
  @Field(() => ShareRoleEnum, { description: 'What the member may do.' })
  role: ShareRole;
  @Field(() => Boolean, { nullable: true, defaultValue: false, description: 'Whether the member is told by e-mail.' })
  notify?: boolean | null;
}

@InputType('QuoteMemberChange', { description: 'What shall become of a member of a quote.' })
export class QuoteMemberChange implements MemberChange {
  @Field(() => ID, { description: 'The membership.' })
  memberId: string;
  @Field(() => ShareRoleEnum, { nullable: true, description: 'The new role; left out, it stays.' })
  role?: ShareRole | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the membership ends.' })
  remove?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Whether the member is told by e-mail; left out, what was chosen before counts.' })
  notify?: boolean | null;
  @Field(() => Int, { nullable: true, description: 'Refuses with STALE_VERSION when the membership is at another version. To remove a member who is gone is no error.' })
  expectedVersion?: number | null;
}
