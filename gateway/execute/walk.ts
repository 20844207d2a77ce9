import type { PlanNode } from '../plan.ts';
import { fetchEntities } from './fetch-entities.ts';
import { fetchRoot } from './fetch-root.ts';
import type { ExecutionState } from './state.ts';

/** Executes a plan: what a node needs is there when its turn comes; what it brings is merged into the state. */
export async function walk(node: PlanNode, state: ExecutionState): Promise<void> {
  switch (node.kind) {
    case 'fetch':
      return fetchRoot(node, state);
    case 'entities':
      return fetchEntities(node, state);
    case 'sequence':
      for (const child of node.nodes) await walk(child, state);
      return;
    case 'parallel':
      await Promise.all(node.nodes.map((child) => walk(child, state)));
      return;
    case 'subscription':
      return; // its event is in the state already: what follows it runs once for each event
  }
}
