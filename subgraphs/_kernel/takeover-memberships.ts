import type { Tx } from '#kernel/database.ts';
import { anyTable, type Takeover, type TakeoverPart, type Slice, type SliceFacts } from '#kernel/takeover.ts';
import { SHARE_ROLES, type ShareRole } from '#kernel/share-roles.ts';

interface Memberships<Tables> {
  readonly name: string;
  readonly table: string;
  /** The column with the id of what is shared, and the table of that. */
  readonly root: string;
  readonly rootTable: string;
  /** What is shared has one more version. */
  readonly touch: (tx: Tx<Tables>, rootId: string, takeover: Takeover, facts: SliceFacts) => Promise<void>;
}

interface Member {
  readonly id: string;
  readonly userId: string | null;
  readonly role: ShareRole;
  readonly version: number;
  readonly endedAt: Date | null;
}

/** What becomes of a membership whose user's place is taken by one who may be a member already. */
export type Joined = { readonly does: 'move' } | { readonly does: 'drop'; readonly theirRole: ShareRole | null };

/** It moves to the other, unless that one is a member (the higher role is kept) or the owner. [MERGE-04, V.37] */
export function joinMembership(role: ShareRole, theirs: ShareRole | null, theyOwnIt: boolean): Joined {
  if (theyOwnIt) return { does: 'drop', theirRole: null };
  if (theirs === null) return { does: 'move' };
  return { does: 'drop', theirRole: SHARE_ROLES.indexOf(role) > SHARE_ROLES.indexOf(theirs) ? role : null };
}

/** Memberships of people whose place others take. One that ended keeps its row, as what was. */
export function membershipsPart<Tables>({ name, table, root, rootTable, touch }: Memberships<Tables>): TakeoverPart<Tables> {
  async function join(tx: Tx<Tables>, member: Member, rootId: string, takeover: Takeover, now: Date): Promise<boolean> {
    const sql = anyTable(tx.sql);
    const write = async ({ id, version }: Member, changes: Record<string, unknown>): Promise<void> =>
      void (await sql.updateTable(table).set({ ...changes, version: version + 1, updatedById: takeover.actorId }).where('id', '=', id).execute());
    const end = { endedAt: now, endCause: 'MERGED' };
    const { to, email } = takeover.users.find(({ from }) => from === member.userId) ?? { to: '', email: null };
    const shared = await sql.selectFrom(rootTable).select('ownerId').where('id', '=', rootId).executeTakeFirst();
    const known = (await sql
      .selectFrom(table)
      .selectAll()
      .where(root, '=', rootId)
      .where('id', '<>', member.id)
      .where((eb) => eb.or([eb('userId', '=', to), ...(email === null ? [] : [eb('email', '=', email)])]))
      .executeTakeFirst()) as unknown as Member | undefined;
    const joined = joinMembership(member.role, known && known.endedAt == null ? known.role : null, shared?.ownerId === to || takeover.users.some(({ from, to: whose }) => from === shared?.ownerId && whose === to));
    if (joined.does === 'move' && !known) {
      await write(member, { userId: to, ...(email !== null && { email }) });
      return true;
    }
    await write(member, end);
    if (known && joined.does === 'move') await write(known, { userId: to, role: member.role, endedAt: null, endCause: null });
    if (known && joined.does === 'drop' && joined.theirRole) await write(known, { userId: to, role: joined.theirRole });
    return joined.does === 'move';
  }

  return {
    name,
    table,
    users: ['userId'],
    async slice(tx, takeover, facts): Promise<Slice> {
      const userIds = takeover.users.map(({ from }) => from);
      if (userIds.length === 0) return { moved: 0, dropped: 0, done: true };
      const members = await anyTable(tx.sql).selectFrom(table).selectAll().where('userId', 'in', userIds).where('endedAt', 'is', null).orderBy('id').limit(facts.limit).execute();
      let moved = 0;
      for (const member of members) {
        const rootId = String(member[root]);
        if (await join(tx, member as unknown as Member, rootId, takeover, facts.now)) moved++;
        await touch(tx, rootId, takeover, facts);
      }
      return { moved, dropped: members.length - moved, done: members.length < facts.limit };
    },
  };
}
