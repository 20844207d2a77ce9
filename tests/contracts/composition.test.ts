import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'graphql';
import { expect, test } from 'vitest';
import { composeSchema } from '../../schema/compose-schema.ts';

const FOLDER = new URL('../../schema/', import.meta.url);
const made = await composeSchema();
const committed = readdirSync(FOLDER).filter((file) => file.endsWith('.graphql')).sort();

test('the committed schema files are those the code makes', () => {
  expect(committed).toEqual([...made.keys()].sort());
});

test.each([...made])('schema/%s is what the code makes (npm run schema writes it)', (file, sdl) => {
  expect(readFileSync(new URL(file, FOLDER), 'utf8')).toBe(sdl);
});

test('composing again makes the same text', async () => {
  expect(await composeSchema()).toEqual(made);
});

test('every schema parses', () => {
  for (const sdl of made.values()) expect(parse(sdl).definitions.length).toBeGreaterThan(0);
});
