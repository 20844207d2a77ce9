import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  validateSchema,
  type DefinitionNode,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { createPlanner } from '../../gateway/planner.ts';
import { buildPublicSchema } from '../../gateway/supergraph.ts';
import { composeSchema } from '../../schema/compose-schema.ts';

const made = await composeSchema();
const publicSchema = buildPublicSchema(createPlanner(made.get('supergraph.graphql') ?? '').publicSdl);
const contract = buildASTSchema(parse(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8')));

interface Element {
  readonly name: string;
  readonly description: string | null | undefined;
}

const isOurs = (type: string): boolean => !/^(__|join__)/.test(type);

/** Types, fields, arguments, input fields and enums that are ours, by coordinate. */
function elementsOf(schema: GraphQLSchema): Element[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => isOurs(type.name) && !['String', 'Int', 'Float', 'Boolean', 'ID', 'Query', 'Mutation', 'Subscription'].includes(type.name))
    .map((type): Element => ({ name: type.name, description: type.description }))
    .concat(
      Object.values(schema.getTypeMap())
        .filter((type) => (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) && isOurs(type.name))
        .flatMap((type) => ('getFields' in type ? Object.values(type.getFields()).map((field) => ({ type, field })) : []))
        .flatMap(({ type, field }) => [
          { name: `${type.name}.${field.name}`, description: field.description },
          ...('args' in field ? (field as GraphQLField<unknown, unknown>).args : []).map((argument) => ({ name: `${type.name}.${field.name}(${argument.name}:)`, description: argument.description })),
        ]),
    );
}

describe('the public schema', () => {
  test('is valid', () => expect(validateSchema(publicSchema)).toEqual([]));

  test('takes every document that the contract takes', () => {
    expect(findBreakingChanges(contract, publicSchema).map((change) => change.description)).toEqual([]);
  });

  test('keeps the defaults of the contract', () => {
    const moved = findDangerousChanges(contract, publicSchema).filter((change) => change.type === DangerousChangeType.ARG_DEFAULT_VALUE_CHANGE);
    expect(moved.map((change) => change.description)).toEqual([]);
    const inputs = Object.values(contract.getTypeMap()).filter(isInputObjectType);
    const wrong = inputs.flatMap((input) => {
      const ours = publicSchema.getType(input.name);
      return Object.values(input.getFields())
        .filter((field) => field.defaultValue !== undefined && isInputObjectType(ours) && ours.getFields()[field.name]?.defaultValue !== field.defaultValue)
        .map((field) => `${input.name}.${field.name}`);
    });
    expect(wrong).toEqual([]);
  });

  test('describes everything a client can name', () => {
    expect(elementsOf(publicSchema).filter(({ description }) => !description?.trim()).map(({ name }) => name)).toEqual([]);
  });

  test('describes it in sentences', () => {
    const wrong = elementsOf(publicSchema).filter(({ description }) => description && !/^[A-Z`"'0-9][^]*[.!?)…]$/.test(description.trim()));
    expect(wrong.map(({ name, description }) => `${name}: ${description}`)).toEqual([]);
  });

  test('has no Float: neither money nor quantities may be one', () => {
    const floats = Object.values(publicSchema.getTypeMap()).flatMap((type) =>
      isObjectType(type) || isInputObjectType(type) ? Object.values(type.getFields()).filter((field) => /\bFloat\b/.test(String(field.type))).map((field) => `${type.name}.${field.name}`) : [],
    );
    expect(floats).toEqual([]);
  });
});

describe('what is for peers only', () => {
  const hidden = [...made].filter(([file]) => file !== 'supergraph.graphql').flatMap(([, sdl]) => parse(sdl).definitions.flatMap(hiddenIn));
  const open = new Set([...elementsOf(publicSchema).map(({ name }) => name), ...enumValuesOf(publicSchema)]);

  test('is there at all', () => expect(hidden.length).toBeGreaterThan(5));

  test('cannot be reached by clients', () => {
    expect(hidden.filter((name) => open.has(name))).toEqual([]);
  });

  test('is what says so', () => {
    expect(elementsOf(publicSchema).filter(({ description }) => /for peers/i.test(description ?? '')).map(({ name }) => name)).toEqual([]);
  });

  test('brings no machinery of federation into the open', () => {
    const machinery = Object.keys(publicSchema.getTypeMap()).filter((name) => /^(_|join__|link__|core__)/.test(name) && !name.startsWith('__'));
    expect([machinery, publicSchema.getQueryType()?.getFields()._entities, publicSchema.getQueryType()?.getFields()._service]).toEqual([[], undefined, undefined]);
  });
});

const isHidden = (node: { readonly directives?: readonly { readonly name: { readonly value: string } }[] }): boolean => node.directives?.some((directive) => directive.name.value === 'inaccessible') === true;

function hiddenIn(definition: DefinitionNode): string[] {
  if (!('name' in definition) || !definition.name || definition.kind === Kind.OPERATION_DEFINITION) return [];
  const type = definition.name.value;
  if ('directives' in definition && isHidden(definition)) return [type];
  if ('values' in definition) return (definition.values ?? []).filter(isHidden).map((value) => `${type}.${value.name.value}`);
  if (!('fields' in definition)) return [];
  return (definition.fields ?? []).flatMap((field) => {
    if (isHidden(field)) return [`${type}.${field.name.value}`];
    return 'arguments' in field ? (field.arguments ?? []).filter(isHidden).map((argument) => `${type}.${field.name.value}(${argument.name.value}:)`) : [];
  });
}

function enumValuesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap()).filter(isEnumType).flatMap((type) => type.getValues().map((value) => `${type.name}.${value.name}`));
}
