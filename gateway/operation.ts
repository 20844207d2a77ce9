import {
  getOperationAST, GraphQLError, Kind, NoSchemaIntrospectionCustomRule, OperationTypeNode, parse, print, specifiedRules, validate, visit,
  type DocumentNode, type GraphQLObjectType, type GraphQLSchema, type OperationDefinitionNode, type ValidationRule,
} from 'graphql';
import { wireError, type WireError } from './execute/errors.ts';
import { compileShape, type ObjectShape } from './execute/shape.ts';
import { refuseDocument, type Limits } from './limits/limits.ts';
import { createLru } from './lru.ts';
import type { PlanNode } from './plan.ts';
import { fillEmptySelections, settleConditions } from './settle-conditions.ts';
import { splitRoot, type Fragments, type RootField } from './split-root.ts';

/** A document and one of its operations, read, judged and ready; shared by every request that sends the same text. */
export interface Operation {
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  /** The operation as it stands for these variables. */
  variantFor(variables: Readonly<Record<string, unknown>>): Variant;
}

/** An operation with its conditions settled: what is really asked for. */
export interface Variant {
  /** The document to plan. */
  readonly text: string;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly rootFields: readonly RootField[];
  readonly introspects: boolean;
  /** The client's selection, compiled. */
  readonly shape: ObjectShape;
  /** One plan for each state of progressive overrides. */
  readonly plans: Map<string, PlanNode | undefined>;
}

export interface ReadRules {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly introspection: boolean;
}

const MAX_VALIDATION_ERRORS = 5;
const VARIANTS_KEPT = 16;

/** Parse, limits, validation, in the order of their cost. */
export function readOperation(text: string, operationName: string | undefined, rules: ReadRules): Operation | readonly WireError[] {
  const document = tryParse(text, rules.limits.tokens);
  if (!('kind' in document)) return document;
  const refusal = refuseDocument(document, rules.limits);
  if (refusal) return [wireError(refusal, 'GRAPHQL_VALIDATION_FAILED')];
  const validationRules = rules.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const mistakes = tryValidate(document, rules.schema, validationRules);
  if (mistakes.length > 0) return mistakes.map((mistake) => toValidationError(mistake, rules.introspection));
  const definition = getOperationAST(document, operationName);
  if (!definition) return [wireError(operationName ? `Unknown operation named "${operationName}".` : 'Must provide operation name if query contains multiple operations.', 'OPERATION_RESOLUTION_FAILURE')];
  return compile(text, document, definition, rules.schema);
}

function tryParse(text: string, maxTokens: number): DocumentNode | WireError[] {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) return [wireError(error.message, 'GRAPHQL_PARSE_FAILED', { locations: error.locations })];
    return [wireError('The document is nested too deep to be read.', 'GRAPHQL_PARSE_FAILED')]; // the parser ran out of stack
  }
}

/** A rule of the library throws when the root of a subscription hangs on a variable, which the language forbids anyway. */
function tryValidate(document: DocumentNode, schema: GraphQLSchema, rules: readonly ValidationRule[]): readonly GraphQLError[] {
  try {
    return validate(schema, document, rules, { maxErrors: MAX_VALIDATION_ERRORS });
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}

/** Where the schema may not be explored, suggestions would explore it for the asker. */
function toValidationError(error: GraphQLError, introspection: boolean): WireError {
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*$/s, '');
  return wireError(message, 'GRAPHQL_VALIDATION_FAILED', { locations: error.locations });
}

function compile(text: string, document: DocumentNode, definition: OperationDefinitionNode, schema: GraphQLSchema): Operation {
  const conditions = conditionVariables(document);
  const variants = createLru<Variant>(VARIANTS_KEPT);
  return {
    document,
    definition,
    variantFor(variables) {
      const key = conditions.map((name) => variables[name] === true).join();
      const known = variants.get(key);
      if (known) return known;
      const variant = hasConditions(document) ? settle(document, definition, variables, schema) : compileVariant(text, definition, document, schema);
      variants.set(key, variant);
      return variant;
    },
  };
}

function settle(document: DocumentNode, definition: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>, schema: GraphQLSchema): Variant {
  const operation = settleConditions(definition, variables);
  const fragments = document.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => settleConditions(each, variables));
  const settled: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  return compileVariant(print(fillEmptySelections(settled)), operation, settled, schema);
}

function compileVariant(text: string, operation: OperationDefinitionNode, document: DocumentNode, schema: GraphQLSchema): Variant {
  const fragments: Record<string, Fragments[string]> = {};
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const rootType = schema.getRootType(operation.operation) as GraphQLObjectType; // validation has found it
  const rootFields = splitRoot(operation, fragments);
  const shape = compileShape({ schema, fragments }, rootType, [operation.selectionSet]);
  if (shape.kind !== 'composite' || !shape.only) throw new Error('The root of an operation is an object.');
  const introspects = operation.operation === OperationTypeNode.QUERY && rootFields.some((field) => field.name === '__schema' || field.name === '__type');
  return { text, operation, fragments, rootFields, introspects, shape: shape.only, plans: new Map() };
}

function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive({ name }) {
      found ||= name.value === 'skip' || name.value === 'include';
    },
  });
  return found;
}

/** Names of the variables that @include and @skip read. */
function conditionVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive(directive) {
      for (const { value } of directive.arguments ?? []) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
