import type { Migration } from '#kernel/migrations.ts';
import { first } from './0001-first.ts';

export const punchoutMigrations: readonly Migration[] = [first];
