import { refuse } from '#kernel/errors.ts';
import { looksLikeId } from '#kernel/ids.ts';
import { requireViewer } from '#kernel/viewer-guard.ts';
import type { TimelineContext } from '../context.ts';
import { readAbout, unknown, type About } from '../domain/about.ts';
import type { Member } from '../domain/deal-links.ts';
import { askReadable } from '../peers/readable.ts';

/** What is asked about, if the viewer may read it now; a stranger learns nothing. */
export async function checkReadable(context: TimelineContext, about: About): Promise<Member> {
  requireViewer(context);
  if (!context.config.enabled) throw refuse('OPERATION_DISABLED', 'Timelines are switched off.');
  const member = readAbout(about);
  const readable = looksLikeId(member.aggregateId) ? await askReadable(context.ask, [member]) : new Set();
  if (!readable.has(member.aggregateId)) throw unknown(member);
  return member;
}
