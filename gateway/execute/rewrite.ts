import type { Rewrite, RewriteStep } from '../plan.ts';
import type { Supergraph } from '../supergraph.ts';
import { isObject } from './json.ts';

/** Applies the plan's corrections in place: a type name another subgraph knows, a key renamed to avoid a conflict. */
export function rewrite(value: unknown, rewrites: readonly Rewrite[], supergraph: Supergraph): void {
  for (const each of rewrites) apply(value, each, 0, supergraph);
}

function apply(value: unknown, rule: Rewrite, at: number, supergraph: Supergraph): void {
  if (Array.isArray(value)) {
    for (const item of value) apply(item, rule, at, supergraph);
    return;
  }
  if (!isObject(value)) return;
  const step = rule.path[at];
  if (step === undefined) return;
  if ('types' in step) {
    if (isOneOf(value.__typename, step, supergraph)) apply(value, rule, at + 1, supergraph);
    return;
  }
  if (at < rule.path.length - 1) return apply(value[step.key], rule, at + 1, supergraph);
  if (rule.kind === 'set') value[step.key] = rule.value;
  else if (step.key in value && step.key !== rule.to) {
    value[rule.to] = value[step.key];
    delete value[step.key];
  }
}

function isOneOf(name: unknown, step: RewriteStep & { types: readonly string[] }, supergraph: Supergraph): boolean {
  return typeof name === 'string' && step.types.some((type) => supergraph.isA(name, type));
}
