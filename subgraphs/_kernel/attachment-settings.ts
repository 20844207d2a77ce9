import { z } from 'zod';

/** The settings of whoever takes attachments. */
export const attachmentSettings = {
  /** The document category of attachments; without one there are none. [CART-75] */
  attachmentCategory: z.string().min(1).optional(),
  /** The largest attachment, and the largest upload, in KB. [CART-76] */
  uploadLimitKb: z.coerce.number().int().positive().default(15_000),
  /** What may be attached, as media types with commas between; nothing a browser would run. */
  attachmentTypes: z
    .string()
    .default('application/pdf,image/png,image/jpeg,image/gif,image/webp,text/plain,text/csv,application/zip')
    .transform((types) => types.toLowerCase().split(',').map((type) => type.trim())),
};
