import { attachmentRoute } from '#kernel/attachment-route.ts';
import type { CartsContext } from '../context.ts';
import { readAttachment } from '../use-cases/read-attachment.ts';
import { allowUpload, receiveUploads } from '../use-cases/receive-uploads.ts';

/** POST /attachments?cartId=… takes files in; GET /attachments/ID gives one back. */
export const attachmentRoutes = [
  attachmentRoute<CartsContext>({
    path: '/attachments',
    parameter: 'cartId',
    rules: ({ config }) => config,
    allow: allowUpload,
    receive: receiveUploads,
    read: readAttachment,
  }),
];
