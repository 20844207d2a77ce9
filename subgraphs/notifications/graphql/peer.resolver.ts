import { Arg, Ctx, Directive, Mutation, Resolver } from 'type-graphql';
import type { NotificationsContext } from '../context.ts';
import { tellPeople } from '../use-cases/tell-people.ts';
import { NoticeInputType, toldNotice } from './notice.inputs.ts';

/** What only other subgraphs may ask; no client can reach it. */
@Resolver()
export class NotificationsPeerResolver {
  @Directive('@inaccessible')
  @Mutation(() => Boolean, { description: 'For peers: tells people something, in their list and by e-mail, unless that is switched off; the same notice again is true again.' })
  async tellPeople(@Arg('notices', () => [NoticeInputType], { description: 'One for each person.' }) notices: NoticeInputType[], @Ctx() context: NotificationsContext): Promise<boolean> {
    await tellPeople(context, notices.map(toldNotice));
    return true;
  }
}
