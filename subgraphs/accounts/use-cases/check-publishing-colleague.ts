import type { AccountsContext } from '../context.ts';

/** Whether someone could take a quote in the viewer's place; of people of other accounts nothing is told. */
export async function checkPublishingColleague({ viewer, loaders }: AccountsContext, userId: string): Promise<boolean> {
  const user = viewer?.kind === 'SALES_REP' ? await loaders.userById.load(userId) : undefined;
  return user?.kind === 'SALES_REP' && user.accountId === viewer?.accountId && user.permissions.includes('PUBLISH_QUOTE');
}
