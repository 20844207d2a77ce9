import { attachmentRoute } from '#kernel/attachment-route.ts';
import type { QuotesContext } from '../context.ts';
import { readQuoteAttachment } from '../use-cases/read-quote-attachment.ts';
import { allowQuoteUpload, receiveQuoteUploads } from '../use-cases/receive-quote-uploads.ts';

/** POST /quote-attachments?quoteId=… takes files in; GET /quote-attachments/ID gives one back. */
export const attachmentRoutes = [
  attachmentRoute<QuotesContext>({
    path: '/quote-attachments',
    parameter: 'quoteId',
    rules: ({ config }) => config,
    allow: allowQuoteUpload,
    receive: receiveQuoteUploads,
    read: readQuoteAttachment,
  }),
];
