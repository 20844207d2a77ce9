import { print, separateOperations, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import type { PlanNode } from './plan.ts';
import type { Planner } from './planner.ts';
import { fillEmptySelections } from './settle-conditions.ts';
import { withRootFields, type Fragments, type RootField } from './split-root.ts';

export interface Plannable {
  readonly text: string;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly rootFields: readonly RootField[];
}

/** Plans what subgraphs must answer; introspection and the root's __typename are the gateway's own business. */
export function planOperation(planner: Planner, plannable: Plannable, labels: ReadonlySet<string>, percentage: number): PlanNode | undefined {
  const { operation, fragments, rootFields } = plannable;
  const ours = rootFields.filter((field) => !field.name.startsWith('__'));
  if (ours.length === 0) return undefined;
  const name = operation.name?.value;
  const text = ours.length === rootFields.length ? plannable.text : printOne(withRootFields(operation, fragments, ours));
  const plan = planner.plan(text, name, labels, percentage);
  if (operation.operation !== 'mutation' || !plan || countMutations(plan) < 2) return plan;
  // The planner lets entities of one mutation be fetched beside the next mutation; the law of the language is one after the other, whole.
  const nodes = groupByKey(ours).map((group) => planner.plan(printOne(withRootFields(operation, fragments, group)), name, labels, percentage));
  return { kind: 'sequence', nodes: nodes.filter((node) => node !== undefined) };
}

/** Unused fragments dropped: what is left must be a document of its own. */
const printOne = (document: DocumentNode): string => Object.values(separateOperations(document)).map((each) => print(fillEmptySelections(each))).join('\n');

function groupByKey(fields: readonly RootField[]): RootField[][] {
  const groups = new Map<string, RootField[]>();
  for (const field of fields) groups.set(field.key, [...(groups.get(field.key) ?? []), field]);
  return [...groups.values()];
}

function countMutations(node: PlanNode | undefined): number {
  if (!node) return 0;
  if (node.kind === 'fetch') return node.operationKind === 'mutation' ? 1 : 0;
  if (node.kind === 'sequence' || node.kind === 'parallel') return node.nodes.reduce((sum, child) => sum + countMutations(child), 0);
  return 0;
}
