import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Unreachable } from '../exit.ts';
import { createVersionLog, type VersionLog } from '../replay/version-log.ts';
import { Refused, type Product } from './ask.ts';

const CART_CHANGED = /* GraphQL */ `
  subscription WatchCart($cartId: ID!) {
    cartChanged(cartId: $cartId) { kind fromVersion version cart { version status } }
  }
`;

interface CartFrame {
  readonly cartChanged: {
    readonly kind: string;
    readonly fromVersion: number;
    readonly version: number;
    readonly cart: { readonly version: number; readonly status: string };
  };
}

export interface CartWatch {
  readonly log: VersionLog;
  /** The first frame is there: no later version can be missed. */
  readonly began: Promise<void>;
  /** The last version of a cart that was ordered or became a quote is there. */
  readonly ended: Promise<void>;
  close(): Promise<void>;
}

const CLOSED = new Set(['ORDERED', 'QUOTED', 'DELETED']);

/** Someone looks at a cart as it changes, over a WebSocket of their own. */
export function watchCart(product: Product, cartId: string): CartWatch {
  const client = createClient({
    url: product.url.replace(/^http/, 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${product.token}` },
    retryAttempts: 0,
  });
  const log = createVersionLog();
  const began = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<void>();
  const fail = (error: Error): void => {
    began.reject(error);
    ended.reject(error);
  };
  const loseContact = (cause: unknown): void => fail(new Unreachable(`The watcher of a cart lost ${product.url}: ${cause instanceof Error ? cause.message : JSON.stringify(cause)}`));
  for (const promise of [began.promise, ended.promise]) promise.catch(() => undefined); // whoever waits hears of it

  client.subscribe<CartFrame>(
    { query: CART_CHANGED, variables: { cartId } },
    {
      next({ data, errors }) {
        if (errors?.[0] || !data) return fail(new Refused(errors?.[0] ?? { message: 'A frame came without data.' }));
        const { cart, ...frame } = data.cartChanged;
        log.note(frame);
        began.resolve();
        if (CLOSED.has(cart.status) && frame.version >= cart.version) ended.resolve();
      },
      error: loseContact,
      complete: () => loseContact('the stream ended'),
    },
  );
  return { log, began: began.promise, ended: ended.promise, close: async () => void (await client.dispose()) };
}
