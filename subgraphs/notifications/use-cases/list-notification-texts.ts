import { requireAdministrator } from '#kernel/viewer-guard.ts';
import type { NotificationsContext } from '../context.ts';
import { FACTS, factsOf, NOTIFICATION_TYPE_NAMES, type Fact, type FactName, type NotificationType } from '../domain/notification-types.ts';
import type { NotificationText } from '../entities/notification-text.ts';

/** All that administrators have set, or what they have of one type. */
export async function listNotificationTexts(context: NotificationsContext, type: NotificationType | null | undefined): Promise<NotificationText[]> {
  requireAdministrator(context);
  const rows = context.db.sql.selectFrom('NotificationText').selectAll().orderBy('type').orderBy('id');
  return (type == null ? rows : rows.where('type', '=', type)).execute();
}

export interface DescribedType {
  readonly type: NotificationType;
  readonly facts: readonly { readonly name: FactName; readonly about: string; readonly sample: string; readonly isPrice: boolean }[];
}

/** All that people are told, and what texts can name. */
export function describeTypes(context: NotificationsContext): DescribedType[] {
  requireAdministrator(context);
  return NOTIFICATION_TYPE_NAMES.map((type) => ({
    type,
    facts: factsOf(type).map((name) => {
      const { about, sample, isPrice }: Fact = FACTS[name];
      return { name, about, sample, isPrice: isPrice === true };
    }),
  }));
}
