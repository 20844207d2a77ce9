import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestGraph } from './compose.ts';
import { httpWorld, localWorld, type World } from './world.ts';

export interface Case {
  readonly title: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
  /** [path, code] of each error, in any order; absent = no error at all. */
  readonly errors?: readonly (readonly [path: string, code?: string])[];
}

/** Runs each case over HTTP and in process: both transports must tell the same story. */
export function federationCases(theme: string, graph: TestGraph, cases: readonly Case[]): void {
  describe.each([['over HTTP', httpWorld], ['in process', localWorld]] as const)(`${theme} %s`, (_, start) => {
    let world: World;
    beforeAll(async () => void (world = await start(graph)));
    afterAll(async () => world?.[Symbol.asyncDispose]());

    test.each(cases)('$title', async ({ query, variables, data, errors = [] }) => {
      const answer = await world.ask(query, variables);
      expect(answer.data).toEqual(data);
      const found = (answer.errors ?? []).map((error) => [error.path?.join('.') ?? '', error.extensions?.code]);
      expect(sorted(found)).toEqual(sorted(errors.map(([path, code]) => [path, code])));
    });
  });
}

const sorted = (list: readonly unknown[]): unknown[] => [...list].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
