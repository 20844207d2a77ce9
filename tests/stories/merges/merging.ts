import { expect } from 'vitest';
import { sessionWith, type Session } from '../../support/session.ts';
import type { World } from '../../support/world.ts';

export const PASSWORD = 'correct horse battery';
const MERGE_FIELDS = 'id kind status step version fromId toId reason obstacles { code } parts { subgraph part moved dropped } audit { subgraph part givingBefore receivingBefore givingAfter receivingAfter }';
export const MERGE_PARTIES = `mutation ($fromId: ID!, $toId: ID!, $key: String!, $reason: String) { mergeParties(fromId: $fromId, toId: $toId, reason: $reason, idempotencyKey: $key) { ${MERGE_FIELDS} } }`;
export const MERGE_ACCOUNTS = `mutation ($fromId: ID!, $toId: ID!, $key: String!, $reason: String) { mergeAccounts(fromId: $fromId, toId: $toId, reason: $reason, idempotencyKey: $key) { ${MERGE_FIELDS} } }`;
export const PREVIEW = 'query ($kind: MergeKind!, $fromId: ID!, $toId: ID!) { mergePreview(kind: $kind, fromId: $fromId, toId: $toId) { reasons { code message } parts { subgraph part moved dropped giving receiving } } }';
export const MERGE = `query ($id: ID!) { merge(id: $id) { ${MERGE_FIELDS} requestedBy { name } finishedAt } }`;
const SIGN_IN = 'mutation ($email: String!, $password: String!, $site: String) { signIn(email: $email, password: $password, site: $site) { token } }';
const REGISTER_PERSON = 'mutation ($input: RegisterIndividualInput!) { registerIndividual(input: $input) { email } }';
const REGISTER = 'mutation ($input: RegisterOrganizationInput!) { registerOrganization(input: $input) { email } }';
const WHO = '{ viewer { id account { id } } }';

export interface Someone {
  readonly session: Session;
  readonly id: string;
  /** The account they came with, and so the party. */
  readonly accountId: string;
}

export async function known(session: Session): Promise<Someone> {
  const { viewer } = await session.ask(WHO);
  return { session, id: viewer.id, accountId: viewer.account.id };
}

export async function signedIn(world: World, email: string, password = PASSWORD, site?: string): Promise<Session> {
  return sessionWith(world.url, (await sessionWith(world.url, undefined).ask(SIGN_IN, { email, password, site })).signIn.token);
}

export const refusedAtSignIn = (world: World, email: string, password = PASSWORD, site?: string): Promise<{ code: string }> => sessionWith(world.url, undefined).refused(SIGN_IN, { email, password, site });

/** A private person beside the demo's, who came later. */
export async function registerPerson(world: World, name: string): Promise<Someone> {
  const email = `${name.toLowerCase()}@home.example`;
  await sessionWith(world.url, undefined).ask(REGISTER_PERSON, { input: { name, email, password: PASSWORD, country: 'GB' } });
  return known(await signedIn(world, email));
}

/** An organisation beside the demo's, approved, with its first user. */
export async function registerOrganisation(world: World, organizationName: string, name: string): Promise<Someone> {
  const email = `${name.toLowerCase()}@${organizationName.toLowerCase()}.example`;
  await sessionWith(world.url, undefined).ask(REGISTER, { input: { organizationName, name, email, password: PASSWORD, country: 'GB' } });
  const someone = await known(await signedIn(world, email));
  await (await world.as('olga')).ask('mutation ($id: ID!) { approveAccount(accountId: $id) { id } }', { id: someone.accountId });
  return someone;
}

/** The tables and columns in which a text stands anywhere, of all that the product keeps. */
export async function whereStands(world: World, text: string): Promise<string[]> {
  const found = new Set<string>();
  for (const { db } of world.embedded.subgraphs.values()) {
    const connection = db.orm.em.getConnection() as unknown as { execute<Row>(sql: string, values?: string[]): Promise<Row[]> };
    for (const { name } of await connection.execute<{ name: string }>("select name from sqlite_master where type = 'table'")) {
      const columns = await connection.execute<{ name: string }>(`pragma table_info('${name}')`);
      for (const column of columns) {
        const rows = await connection.execute(`select 1 from "${name}" where instr(cast("${column.name}" as text), ?) > 0 limit 1`, [text]);
        if (rows.length > 0) found.add(`${name}.${column.name}`);
      }
    }
  }
  return [...found].sort();
}

export const partOf = (merge: { parts: { part: string; moved: number; dropped: number }[] }, part: string): { moved: number; dropped: number } => {
  const { moved, dropped } = merge.parts.find((each) => each.part === part) ?? { moved: 0, dropped: 0 };
  return { moved, dropped };
};

export const expectMerged = (merge: { status: string; step: string }): void => expect(merge).toMatchObject({ status: 'MERGED', step: 'MERGED' });
