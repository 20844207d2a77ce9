import type { ShippedText } from './choose-text.ts';
import type { NotificationType } from './notification-types.ts';
import { TEXTS_DE } from './texts-de.ts';
import { TEXTS_EN } from './texts-en.ts';

/** The words that come with the product, for where nobody has set others. */
export const shippedTexts = (type: NotificationType): readonly ShippedText[] => [...TEXTS_EN[type], ...TEXTS_DE[type]];
