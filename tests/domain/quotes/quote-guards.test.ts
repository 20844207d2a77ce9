import { expect, test } from 'vitest';
import { judge } from '#kernel/lifecycle.ts';
import { nextRun } from '#kernel/schedule.ts';
import { QUOTE_COMMANDS, QUOTE_LIFECYCLE, type QuoteCommand, type QuoteFacts, type QuoteStatus } from '../../../subgraphs/quotes/domain/quote-lifecycle.ts';
import { QUOTE_UPDATES, QUOTE_WORKFLOWS } from '../../../subgraphs/quotes/domain/quote-rights.ts';
import { factsOf } from '../../../subgraphs/quotes/domain/quote-roles.ts';
import { readQuotesConfig } from '../../../subgraphs/quotes/config.ts';

const FACTS: QuoteFacts = { assignmentRequired: true, pastExpiry: false, sparedByJob: false, hold: 'none', unpricedLines: 0 };
const ALL = ['owner', 'rep', 'assignedRep', 'unboundRep', 'plainRep', 'job'] as const;

function codeOf(status: QuoteStatus, command: QuoteCommand, facts: Partial<QuoteFacts>): string {
  const judgement = judge(QUOTE_LIFECYCLE, { status, command, roles: ALL, facts: { ...FACTS, ...facts } });
  return judgement.allowed ? 'allowed' : judgement.code;
}

const moving = (hold: QuoteFacts['hold']): QuoteCommand[] => QUOTE_COMMANDS.filter((command) => codeOf('PUBLISHED', command, { hold, pastExpiry: true }) === 'allowed');

test('while a checkout holds a published quote, nothing moves it but that checkout [QUOTE-30, QUOTE-31]', () => {
  expect(moving('own')).toEqual(['submit']);
  expect(moving('foreign')).toEqual([]);
  const updating = QUOTE_WORKFLOWS.filter((command) => judge(QUOTE_UPDATES, { status: 'PUBLISHED', command, roles: ALL, facts: { ...FACTS, hold: 'foreign' } }).allowed);
  expect(updating).toEqual([]);
});

test('a published quote nobody has confirmed is not submitted', () => {
  expect(codeOf('PUBLISHED', 'submit', { hold: 'none' })).toBe('INVALID_STATE');
});

test('a rep who has to be assigned first is told so [QUOTE-23, QUOTE-38]', () => {
  expect(codeOf('QUOTE_REQUESTED', 'publish', {})).toBe('ASSIGNMENT_REQUIRED');
  expect(codeOf('QUOTE_REQUESTED', 'reject', {})).toBe('ASSIGNMENT_REQUIRED');
});

test('a quote with a custom item without a price is not published', () => {
  expect(codeOf('ASSIGNED', 'publish', { unpricedLines: 1 })).toBe('PRICE_NOT_FOUND');
});

test('the job expires what is past its end, and passes over the excluded statuses [QUOTE-33, QUOTE-35]', () => {
  const config = readQuotesConfig({});
  const expiring = (now: string): QuoteStatus[] =>
    (['QUOTE_REQUESTED', 'ASSIGNED', 'PUBLISHED', 'EDITING'] as const).filter((status) => {
      const facts = factsOf({ status, origin: 'BUYER', expiresAt: new Date('2026-02-01T00:00:00Z'), checkoutId: null, unpricedLines: 0 }, ['job'], config, new Date(now));
      return judge(QUOTE_LIFECYCLE, { status, command: 'expire', roles: ['job'], facts }).allowed;
    });
  expect(expiring('2026-01-31T23:59:59Z')).toEqual([]);
  expect(expiring('2026-02-01T00:00:00Z')).toEqual(['ASSIGNED', 'PUBLISHED', 'EDITING']);
});

test('an expired quote, and an offer past its end, say so at checkout [QUOTE-34]', () => {
  for (const status of ['EXPIRED', 'PUBLISHED'] as const) {
    const judgement = judge(QUOTE_UPDATES, { status, command: 'PROCESS_CHECKOUT', roles: ['owner'], facts: { ...FACTS, pastExpiry: true } });
    expect(judgement.allowed ? 'allowed' : judgement.code).toBe('QUOTE_EXPIRED');
  }
});

test('the exclusions are a comma-separated setting; a wrong status is named at the start [QUOTE-36]', () => {
  expect(readQuotesConfig({ CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS: 'DRAFTING, EXPIRED' }).expiryExclusions).toEqual(['DRAFTING', 'EXPIRED']);
  expect(readQuotesConfig({}).expiryExclusions).toEqual(['DRAFTING', 'EXPIRED', 'REJECTED', 'CANCELED', 'QUOTE_REQUESTED']);
  expect(() => readQuotesConfig({ CARTWRIGHT_QUOTES_EXPIRY_EXCLUSIONS: 'DRAFT' })).toThrow('DRAFTING');
});

test('the job goes by a cron expression and a time zone; what is neither is named at the start [QUOTE-36]', () => {
  expect(readQuotesConfig({})).toMatchObject({ expirySchedule: '* * * * *', expiryTimeZone: 'UTC' });
  const nightly = readQuotesConfig({ CARTWRIGHT_QUOTES_EXPIRY_SCHEDULE: '30 2 * * 1-5', CARTWRIGHT_QUOTES_EXPIRY_TIME_ZONE: 'Europe/London' });
  const saturday = new Date('2026-07-04T12:00:00Z');
  expect(nextRun(nightly.expirySchedule, nightly.expiryTimeZone, saturday)?.toISOString(), 'Monday, half past two in summer time').toBe('2026-07-06T01:30:00.000Z');
  expect(nextRun(nightly.expirySchedule, 'UTC', saturday)?.toISOString()).toBe('2026-07-06T02:30:00.000Z');
  for (const schedule of ['every minute', '61 * * * *', '0 0 30 2 *']) expect(() => readQuotesConfig({ CARTWRIGHT_QUOTES_EXPIRY_SCHEDULE: schedule }), schedule).toThrow('expirySchedule');
  expect(() => readQuotesConfig({ CARTWRIGHT_QUOTES_EXPIRY_TIME_ZONE: 'Mars/Olympus' })).toThrow('expiryTimeZone');
});
