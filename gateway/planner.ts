import * as hive from '@graphql-hive/router-query-planner';
import type { EntityTarget, Path, PlanNode, Requirement, Rewrite, RewriteStep } from './plan.ts';

/** Turns a document into a plan. The only file that knows which library does it. */
export interface Planner {
  /** The schema clients see, as SDL. */
  readonly publicSdl: string;
  /** Progressive @override: labels that may be switched on, and the percentages in use. */
  readonly overrideLabels: readonly string[];
  readonly overridePercentages: readonly number[];
  plan(query: string, operationName: string | undefined, labels: ReadonlySet<string>, percentage: number): PlanNode | undefined;
}

export function createPlanner(supergraphSdl: string): Planner {
  const planner = new hive.QueryPlanner(supergraphSdl);
  return {
    publicSdl: planner.consumerSchema,
    overrideLabels: planner.overrideLabels,
    overridePercentages: planner.overridePercentages,
    plan(query, operationName, labels, percentage) {
      const { node } = planner.plan(query, operationName, new Set(labels), percentage);
      return node && translate(node, []);
    },
  };
}

function translate(node: hive.PlanNode, at: Path): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map((child) => translate(child, at)) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map((child) => translate(child, at)) };
    case 'Flatten':
      return translate(node.node, [...at, ...toPath(node.path)]);
    case 'Fetch':
      return translateFetch(node, at);
    case 'BatchFetch':
      return {
        kind: 'entities',
        ...upstream(node),
        targets: node.entityBatch.aliases.map((alias) => ({
          responseKey: alias.alias,
          variable: alias.representationsVariableName,
          paths: alias.paths.map((path) => [...at, ...toPath(path)]),
          requires: alias.requires.map(toRequirement),
          inputRewrites: toRewrites(alias.inputRewrites),
          outputRewrites: toRewrites(alias.outputRewrites),
        })),
      };
    case 'Subscription':
      return { kind: 'subscription', primary: translateRoot(node.primary, at) };
    case 'Condition': // settled before planning
    case 'Defer': // not in our schemas
      throw new Error(`The planner wrote a ${node.kind} node, which nobody asked for.`);
  }
}

function translateFetch(node: hive.FetchNode, at: Path): PlanNode {
  if (!node.requires?.length) return translateRoot(node, at);
  const target: EntityTarget = {
    responseKey: '_entities',
    variable: 'representations',
    paths: [at],
    requires: node.requires.map(toRequirement),
    inputRewrites: toRewrites(node.inputRewrites),
    outputRewrites: toRewrites(node.outputRewrites),
  };
  return { kind: 'entities', ...upstream(node), targets: [target] };
}

function translateRoot(node: hive.FetchNode, at: Path): PlanNode & { kind: 'fetch' } {
  return { kind: 'fetch', ...upstream(node), operationKind: node.operationKind ?? 'query', at, outputRewrites: toRewrites(node.outputRewrites) };
}

function upstream(node: hive.FetchNode | hive.BatchFetchNode) {
  return {
    subgraph: node.serviceName,
    operation: node.operation,
    operationName: node.operationName ?? undefined,
    variables: node.variableUsages ?? [],
  };
}

const toPath = (path: hive.FlattenNodePathSegment[]): Path =>
  path.map((step) => (step === '@' ? '@' : 'Field' in step ? { key: step.Field } : { types: step.TypeCondition }));

function toRequirement(node: hive.RequiresSelection): Requirement {
  if (node.kind === 'FragmentSpread') throw new Error('A requirement of the plan names a fragment.');
  if (node.kind === 'InlineFragment') return { kind: 'fragment', type: node.typeCondition, selections: node.selections.map(toRequirement) };
  return { kind: 'field', from: node.name, to: node.alias ?? node.name, selections: node.selections?.map(toRequirement) };
}

function toRewrites(rewrites: hive.FetchRewrite[] | undefined): Rewrite[] {
  return (rewrites ?? []).map((rewrite) => {
    if ('KeyRenamer' in rewrite) return { kind: 'rename', path: toSteps(rewrite.KeyRenamer.path), to: rewrite.KeyRenamer.renameKeyTo };
    const setter = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite; // the library writes it either way
    return { kind: 'set', path: toSteps(setter.path), value: setter.setValueTo };
  });
}

const toSteps = (path: hive.FetchNodePathSegment[]): RewriteStep[] =>
  path.map((step) => ('Key' in step ? { key: step.Key } : { types: step.TypenameEquals }));
