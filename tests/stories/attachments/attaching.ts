import type { Session } from '../../support/session.ts';

export const CATEGORY = { CARTWRIGHT_CARTS_ATTACHMENT_CATEGORY: 'documents' };
export const SMALL = { ...CATEGORY, CARTWRIGHT_CARTS_UPLOAD_LIMIT_KB: '8' };
export const APPLY = 'mutation ($cartId: ID!, $add: [AttachmentInput!], $remove: [ID!], $expectedVersion: Int) { applyAttachments(cartId: $cartId, add: $add, remove: $remove, expectedVersion: $expectedVersion) { id version attachments { id name description contentType bytes url } } }';
export const ATTACHED = 'query ($cartId: ID!) { cart(id: $cartId) { version attachments { id name description contentType bytes url } } }';

export interface UploadAnswer {
  readonly status: number;
  readonly uploads: { readonly id: string; readonly name: string; readonly contentType: string; readonly bytes: number }[];
  readonly code?: string;
  readonly details?: Record<string, unknown>;
}

interface FormFile {
  readonly name: string;
  readonly content: string | Buffer;
  readonly type?: string;
}

type Body = string | FormData | Uint8Array<ArrayBuffer>;

export const fill = async (session: Session): Promise<string> => (await session.ask('mutation { addCartLines(lines: [{ sku: "MUG-RED" }]) { id } }')).addCartLines.id;

const at = ({ url }: Session, path: string): URL => new URL(path, url);
const bearer = ({ token }: Session): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {});

/** As a form of a browser sends them. */
export const upload = (session: Session, cartId: string, ...files: readonly FormFile[]): Promise<UploadAnswer> => uploadTo(session, `/attachments?cartId=${cartId}`, ...files);

export function uploadTo(session: Session, path: string, ...files: readonly FormFile[]): Promise<UploadAnswer> {
  const form = new FormData();
  form.set('note', 'a field that is no file');
  for (const { name, content, type = 'application/pdf' } of files) form.append('file', new Blob([new Uint8Array(Buffer.from(content))], { type }), name);
  return postTo(session, path, form);
}

/** As a body of its own. */
export const uploadRaw = (session: Session, cartId: string, name: string, content: string | Buffer, type = 'text/plain'): Promise<UploadAnswer> =>
  post(session, cartId, new Uint8Array(Buffer.from(content)), { 'content-type': type, 'x-file-name': name });

export const post = (session: Session, cartId: string, body: Body, headers: Record<string, string> = {}): Promise<UploadAnswer> => postTo(session, `/attachments?cartId=${cartId}`, body, headers);

async function postTo(session: Session, path: string, body: Body, headers: Record<string, string> = {}): Promise<UploadAnswer> {
  const response = await fetch(at(session, path), { method: 'POST', body, headers: { ...bearer(session), ...headers } });
  const { uploads = [], errors } = (await response.json()) as { uploads?: UploadAnswer['uploads']; errors?: { extensions: { code: string; details: Record<string, unknown> } }[] };
  return { status: response.status, uploads, ...errors?.[0]?.extensions };
}

export const download = (session: Session, url: string): Promise<Response> => fetch(at(session, url), { headers: bearer(session) });
