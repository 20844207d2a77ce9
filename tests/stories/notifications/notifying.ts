import type { Data, Session } from '../../support/session.ts';

export const NOTIFICATION = 'id version type subject text aboutKind aboutId createdAt readAt';
export const LIST = `query ($first: Int, $after: String, $unreadOnly: Boolean) { notifications(first: $first, after: $after, unreadOnly: $unreadOnly) { nodes { ${NOTIFICATION} } pageInfo { hasNextPage endCursor } } unreadNotificationCount }`;
export const MARK = 'mutation ($ids: [ID!], $all: Boolean, $upToVersion: Int) { markNotificationsRead(ids: $ids, all: $all, upToVersion: $upToVersion) }';
export const PREFER = 'mutation ($type: NotificationType!, $email: Boolean!) { setNotificationPreference(type: $type, email: $email) { type email } }';
export const SPEAK = 'mutation ($language: String) { setNotificationLanguage(language: $language) }';
export const SET = 'mutation ($input: NotificationTextInput!, $expectedVersion: Int) { setNotificationText(input: $input, expectedVersion: $expectedVersion) { id version type accountId site language userType enabled subject text } }';
export const DELETE = 'mutation ($id: ID!) { deleteNotificationText(id: $id) }';
export const PREVIEW = 'query ($input: NotificationPreviewInput!) { previewNotification(input: $input) { enabled subject text source { id } } }';
export const WATCH = `subscription ($after: Int) { notificationsChanged(afterVersion: $after) { kind cause fromVersion version unreadCount arrived { ${NOTIFICATION} } } }`;

export interface Told {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly subject: string;
  readonly text: string;
  readonly aboutKind: string;
  readonly aboutId: string;
  readonly readAt: string | null;
}

/** What somebody finds in their list, the newest first. */
export const listOf = async (person: Session, variables: Data = {}): Promise<readonly Told[]> => (await person.ask(LIST, variables)).notifications.nodes;

/** An administrator says whether, and in which words, people are told. */
export const setText = async (olga: Session, input: Data, expectedVersion?: number): Promise<Data> => (await olga.ask(SET, { input, expectedVersion })).setNotificationText;
