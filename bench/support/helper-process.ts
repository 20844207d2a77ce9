import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Clients live in a process of their own: their work must not be counted as the server's. */
export interface HelperProcess<Order> extends AsyncDisposable {
  ask<Answer>(order: Order): Promise<Answer>;
}

interface Reply {
  readonly id: number;
  readonly answer?: unknown;
  readonly error?: string;
}

export function startHelper<Order>(file: string): HelperProcess<Order> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' });
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let orders = 0;
  child.on('message', ({ id, answer, error }: Reply) => {
    if (error === undefined) waiting.get(id)?.resolve(answer);
    else waiting.get(id)?.reject(new Error(error));
    waiting.delete(id);
  });
  child.on('exit', () => waiting.forEach(({ reject }) => reject(new Error(`${file} ended.`))));
  return {
    ask<Answer>(order: Order) {
      const reply = Promise.withResolvers<unknown>();
      waiting.set(++orders, reply);
      child.send({ id: orders, order });
      return reply.promise as Promise<Answer>;
    },
    async [Symbol.asyncDispose]() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}

/** The other side of it: answers orders until the parent lets go. */
export function answerOrders<Order>(answer: (order: Order) => Promise<unknown>): void {
  process.on('message', ({ id, order }: { id: number; order: Order }) => {
    answer(order).then(
      (result) => process.send?.({ id, answer: result }),
      (error: unknown) => process.send?.({ id, error: String(error) }),
    );
  });
  process.on('disconnect', () => process.exit(0));
}
