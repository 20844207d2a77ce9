import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newId } from '#kernel/ids.ts';
import { judge } from '#kernel/lifecycle.ts';
import { readQuotesConfig } from '../../../subgraphs/quotes/config.ts';
import { QUOTE_LIFECYCLE, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { mayRead, QUOTE_UPDATES } from '../../../subgraphs/quotes/domain/quote-rights.ts';
import { factsOf, JOB, rolesOn } from '../../../subgraphs/quotes/domain/quote-roles.ts';
import { markStale } from '../../../subgraphs/quotes/use-cases/mark-stale.ts';
import { openDesk, PEOPLE, type Desk } from './desk.ts';
import { actOn, marksOf, type QuoteMarks } from './quote-marks.ts';
import { after, chosen, DAY, isAskable, NEW, stories, type Deed, type Model, type Player, type Step } from './quote-model.ts';

const RULES = readQuotesConfig({});
/** Ten thousand by `STORIES=10000`, which takes minutes. */
const STORIES = Number(process.env.STORIES ?? 500);
const START = Date.parse('2026-01-05T09:00:00Z');
const STANDS: readonly QuoteStatus[] = ['PUBLISHED', 'SUBMITTED', 'EXPIRED'];
const UPDATES = { hold: 'PROCESS_CHECKOUT', change: 'CHANGE_LINES', note: 'ADD_NOTE' } as const;

/** The rules of the product as they decide, without its database. @returns the status after the deed; undefined: refused */
function decide(model: Model, player: Player, deed: Deed, now: number): QuoteStatus | undefined {
  if (model.gone) return undefined;
  const { status } = model;
  const roles = player === 'job' ? JOB.roles : rolesOn(PEOPLE[player], { ownerId: 'bea', salesRepId: model.rep }, RULES);
  if (player !== 'job' && !mayRead(status, roles)) return undefined;
  const quote = { status, origin: 'BUYER' as const, expiresAt: model.endsAt === null ? null : new Date(model.endsAt), checkoutId: model.held ? 'c' : null, unpricedLines: 0 };
  const facts = factsOf(quote, roles, RULES, new Date(now), deed === 'hold' || deed === 'order' || deed === 'release' ? 'c' : undefined);
  if (deed === 'release') return judge(QUOTE_LIFECYCLE, { status, command: 'submit', roles, facts }).allowed ? status : undefined;
  const judgement = deed in UPDATES
    ? judge(QUOTE_UPDATES, { status, command: UPDATES[deed as keyof typeof UPDATES], roles, facts })
    : judge(QUOTE_LIFECYCLE, { status, command: deed === 'order' ? 'submit' : (deed as Exclude<Deed, keyof typeof UPDATES | 'order' | 'release'>), roles, facts });
  return judgement.allowed ? judgement.move.to : undefined;
}

test('in 10,000 stories of six actors and a moving clock the rules allow exactly the moves of section R [QUOTE-02, QUOTE-03]', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(stories(40), (story) => {
      let model = NEW;
      let now = START;
      for (const step of story) {
        if (step.kind === 'wait') now += step.days * DAY;
        if (step.kind === 'wait' || step.kind === 'prices move') continue;
        const { player, deed } = chosen(model, step, now);
        if (!isAskable(player, deed)) continue;
        const next = after(model, player, deed, now);
        expect(decide(model, player, deed, now), `${player} does ${deed} in ${model.status}`).toBe(next?.status);
        model = next ?? model;
      }
    }),
    { numRuns: 10_000 },
  );
});

/** Marks left by the product must be those of the model. */
function compare(marks: QuoteMarks, model: Model, told: string): void {
  expect({ status: marks.status, version: marks.version, gone: marks.gone }, told).toEqual({ status: model.status, version: model.version, gone: model.gone });
  expect(marks.audits.map(({ to }) => to), `${told}: an audit a move`).toEqual(model.moves);
  expect(marks.audits.slice(1).map(({ from }) => from), `${told}: each from where the last led`).toEqual(model.moves.slice(0, -1));
  expect(marks.events.map(({ version }) => version), `${told}: an event a version`).toEqual(Array.from({ length: model.version }, (_each, i) => i + 1));
  expect(marks.events.filter(({ type }) => marks.audits.some(({ action }) => action === type)).map(({ type }) => type), `${told}: events are the moves`).toEqual(marks.audits.map(({ action }) => action));
}

async function play(desk: Desk, story: readonly Step[], id: string): Promise<void> {
  let model = NEW;
  let offer: string | undefined;
  const checkoutId = newId();
  for (const step of story) {
    if (step.kind === 'wait') desk.clock.advance(step.days * DAY);
    if (step.kind === 'prices move') {
      desk.setPrice((step.cents / 100).toFixed(2));
      await desk.contextOf('bea').db.transact((tx) => markStale(tx, 'all'));
    }
    if (step.kind === 'any' || step.kind === 'likely') {
      const now = desk.clock.now().getTime();
      const { player, deed } = chosen(model, step, now);
      if (!isAskable(player, deed)) continue;
      const next = after(model, player, deed, now);
      const told = `${player} does ${deed} in ${model.status}`;
      const before = await marksOf(desk, id);
      const done = await actOn(desk, id, player, deed, checkoutId);
      const marks = await marksOf(desk, id);
      // Prices of the day make a version of their own when a draft is asked for.
      const repriced = marks.events.filter(({ type }) => type === 'REPRICED').length - before.events.filter(({ type }) => type === 'REPRICED').length;
      expect(done, told).toBe(next !== undefined);
      model = { ...(next ?? model), version: (next ?? model).version + repriced };
      compare(marks, model, told);
      if (deed === 'publish' && done) offer = marks.priceHash;
    }
    if (!STANDS.includes(model.status)) offer = undefined; // taken back: what expires then is no offer
    if (offer !== undefined) expect((await marksOf(desk, id)).priceHash, 'a published offer stands').toBe(offer);
  }
}

test('the product does the same with its database: an audit and an event a move, none for a refusal, and no published price moves by itself [QUOTE-05, QUOTE-25, QUOTE-45]', { timeout: 600 * STORIES }, async () => {
  await using desk = await openDesk();
  await fc.assert(
    fc.asyncProperty(stories(25), async (story) => {
      await play(desk, story, await desk.quoteAfter());
    }),
    { numRuns: STORIES },
  );
});
