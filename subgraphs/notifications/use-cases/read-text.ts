import type { NotificationsContext } from '../context.ts';
import { chooseText, type Chosen, type Reader } from '../domain/choose-text.ts';
import type { NotificationType } from '../domain/notification-types.ts';
import { shippedTexts } from '../domain/shipped-texts.ts';
import type { NotificationText } from '../entities/notification-text.ts';

/** Whether a reader is told, and in which words. [NOTIF-01] */
export const readText = async ({ loaders }: Pick<NotificationsContext, 'loaders'>, type: NotificationType, reader: Reader): Promise<Chosen<NotificationText>> =>
  chooseText(await loaders.textsOfType.load(type), shippedTexts(type), reader);

/** The language of a person's own choice, else that of the site, else that of the deployment. */
export const readLanguage = (chosen: string | null | undefined, site: string, { language, siteLanguages }: NotificationsContext['config']): string => chosen ?? siteLanguages[site] ?? language;
