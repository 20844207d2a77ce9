import type { DocumentNode } from 'graphql';
import { refuseAliases } from './aliases.ts';
import { refuseDepth } from './depth.ts';
import { refuseDirectives } from './directives.ts';
import { refuseRootFields } from './root-fields.ts';
import { refuseSelections } from './selections.ts';

export interface Limits {
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  /** Lexical tokens of the document. */
  readonly tokens: number;
  /** Fields selected once fragments are written out. */
  readonly selections: number;
  /** Values inside the variables. */
  readonly variables: number;
  /** Bytes of an HTTP body. */
  readonly body: number;
}

/** For a product whose clients are known in kind. */
export const STRICT_LIMITS: Limits = { depth: 20, aliases: 200, rootFields: 50, directives: 100, tokens: 10_000, selections: 5_000, variables: 10_000, body: 1_048_576 };

/** For a gateway before graphs we have not seen. */
export const GENEROUS_LIMITS: Limits = { depth: 100, aliases: 2_000, rootFields: 500, directives: 1_000, tokens: 100_000, selections: 50_000, variables: 100_000, body: 1_048_576 };

/** Why the document is refused before anything costly is done with it; undefined when it is fine. */
export function refuseDocument(document: DocumentNode, limits: Limits): string | undefined {
  return (
    refuseSelections(document, limits.selections) ??
    refuseDepth(document, limits.depth) ??
    refuseRootFields(document, limits.rootFields) ??
    refuseAliases(document, limits.aliases) ??
    refuseDirectives(document, limits.directives)
  );
}
