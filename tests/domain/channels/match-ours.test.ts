import { expect, test } from 'vitest';
import { matchOurs } from '../../../subgraphs/channels/domain/match-ours.ts';
import type { OutsideDocument } from '../../../subgraphs/channels/domain/outside-document.ts';

const document = (number: string, reference: string | null = null): OutsideDocument => ({ number, customer: 'acme', buyer: null, reference, channel: null, placedAt: '2026-01-01T00:00:00Z', expiresAt: null, status: 'NEW', currency: 'GBP', total: '1.00' });
const OURS = [{ id: 'known', accountId: 'acme', number: 'SO-1' }, { id: 'waiting', accountId: 'acme', number: null }, { id: 'stranger', accountId: 'globex', number: 'SO-9' }];

test.each([
  ['under the number we were told', document('SO-1'), { ofOurs: ['known'], others: [], leftOut: 0 }],
  ['under that, and naming us', document('SO-1', 'known'), { ofOurs: ['known'], others: [], leftOut: 0 }],
  ['naming one whose number we have not heard of yet', document('SO-2', 'waiting'), { ofOurs: ['waiting'], others: [], leftOut: 0 }],
  ['naming nothing', document('SO-3'), { ofOurs: [], others: ['SO-3'], leftOut: 0 }],
  ['naming something that is not ours', document('SO-3', 'elsewhere'), { ofOurs: [], others: ['SO-3'], leftOut: 0 }],
  ['naming ours under another number', document('SO-3', 'known'), { ofOurs: [], others: [], leftOut: 1 }],
  ['under the number of one, naming another', document('SO-1', 'waiting'), { ofOurs: [], others: [], leftOut: 1 }],
  ["naming somebody else's", document('SO-3', 'stranger'), { ofOurs: [], others: [], leftOut: 1 }],
  ["under somebody else's number", document('SO-9'), { ofOurs: [], others: [], leftOut: 1 }],
])('a document %s', (_name, told, expected) => {
  const { ofOurs, others, leftOut } = matchOurs([told], OURS, 'acme');
  expect({ ofOurs: [...ofOurs.keys()], others: others.map(({ number }) => number), leftOut }).toEqual(expected);
});
