import {
  getOperationAST, GraphQLError, Kind, NoSchemaIntrospectionCustomRule, OperationTypeNode, parse, specifiedRules, validate, visit,
  type DocumentNode, type GraphQLObjectType, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql';
import { wireError, type WireError } from './execute/errors.ts';
import { compileShape, type ObjectShape } from './execute/shape.ts';
import { refuseDocument, type Limits } from './limits/limits.ts';
import { createLru } from './lru.ts';
import type { PlanNode } from './plan.ts';
import { splitRoot, type Fragments, type RootField } from './split-root.ts';

/** A document and one of its operations, read, judged and ready; shared by every request that sends the same text. */
export interface Operation {
  readonly text: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
  readonly fragments: Fragments;
  readonly rootFields: readonly RootField[];
  readonly introspects: boolean;
  /** Names of the variables that @include and @skip read. */
  readonly conditions: readonly string[];
  /** One plan for each state of progressive overrides. */
  readonly plans: Map<string, PlanNode | undefined>;
  /** The client's selection, compiled for these variables' values. */
  shapeFor(variables: Readonly<Record<string, unknown>>): ObjectShape;
}

export interface ReadRules {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly introspection: boolean;
}

const MAX_VALIDATION_ERRORS = 5;
const SHAPES_KEPT = 16;

/** Parse, limits, validation, in the order of their cost. */
export function readOperation(text: string, operationName: string | undefined, rules: ReadRules): Operation | readonly WireError[] {
  const document = tryParse(text, rules.limits.tokens);
  if (!('kind' in document)) return document;
  const refusal = refuseDocument(document, rules.limits);
  if (refusal) return [wireError(refusal, 'GRAPHQL_VALIDATION_FAILED')];
  const validationRules = rules.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const mistakes = validate(rules.schema, document, validationRules, { maxErrors: MAX_VALIDATION_ERRORS });
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

/** Where the schema may not be explored, suggestions would explore it for the asker. */
function toValidationError(error: GraphQLError, introspection: boolean): WireError {
  const message = introspection ? error.message : error.message.replace(/ Did you mean .*$/s, '');
  return wireError(message, 'GRAPHQL_VALIDATION_FAILED', { locations: error.locations });
}

function compile(text: string, document: DocumentNode, definition: OperationDefinitionNode, schema: GraphQLSchema): Operation {
  const fragments: Record<string, Fragments[string]> = {};
  for (const each of document.definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments[each.name.value] = each;
  const rootType = schema.getRootType(definition.operation) as GraphQLObjectType; // validation has found it
  const rootFields = splitRoot(definition, fragments);
  const conditions = conditionVariables(document);
  const shapes = createLru<ObjectShape>(SHAPES_KEPT);
  return {
    text,
    document,
    definition,
    fragments,
    rootFields,
    introspects: definition.operation === OperationTypeNode.QUERY && rootFields.some((field) => field.name === '__schema' || field.name === '__type'),
    conditions,
    plans: new Map(),
    shapeFor(variables) {
      const key = conditions.map((name) => variables[name] === true).join();
      const known = shapes.get(key);
      if (known) return known;
      const source = { schema, fragments, conditions: Object.fromEntries(conditions.map((name) => [name, variables[name]])) };
      const shape = compileShape(source, rootType, [definition.selectionSet]);
      if (shape.kind !== 'composite' || !shape.only) throw new Error('The root of an operation is an object.');
      shapes.set(key, shape.only);
      return shape.only;
    },
  };
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
