import { expect, test } from 'vitest';
import { maySee, rolesOf, seesWholeAccount, waitingFor } from '../../../subgraphs/returns/domain/return-rights.ts';
import { RETURN_STATUSES, type ReturnStatus } from '../../../subgraphs/returns/domain/return-lifecycle.ts';
import { someone } from '../orders/shop.ts';

const owner = someone('BUYER', ['CREATE_RETURN'], 'acme');
const of = (status: ReturnStatus) => ({ accountId: 'acme', ownerId: owner.id, status, approvers: ['PUBLISH_QUOTE', 'ADMINISTRATOR'], agreedSteps: 0 });
const colleague = someone('BUYER', ['CREATE_RETURN'], 'acme');
const reader = someone('BUYER', ['VIEW_RETURN_ORDER'], 'acme');
const stranger = someone('BUYER', ['VIEW_RETURN_ORDER'], 'globex');
const [privately, rep, publisher, administrator, guest] = [someone('INDIVIDUAL', [], 'home'), someone('SALES_REP'), someone('SALES_REP', ['PUBLISH_QUOTE']), someone('ADMINISTRATOR'), someone('GUEST', [], 'guest')];

test('VIEW_RETURN_ORDER shows the returns of the organisation; without it there are only one’s own; nobody else’s account ever [RET-04]', () => {
  const sees = (status: ReturnStatus) => [owner, colleague, reader, stranger, privately, guest, rep].map((viewer) => maySee(viewer, of(status)));
  expect(sees('PENDING')).toEqual([true, false, false, false, false, false, false]);
  for (const status of RETURN_STATUSES.filter((each) => each !== 'PENDING')) expect(sees(status), status).toEqual([true, false, true, false, false, false, true]);
  expect([colleague, reader, privately].map(seesWholeAccount)).toEqual([false, true, true]);
});

test('whoever holds the role that is asked now approves, and nobody else of the seller; a role named twice is asked twice [RET-37]', () => {
  const may = (agreedSteps: number) => [owner, rep, publisher, administrator].map((viewer) => rolesOf(viewer, { ...of('PENDING_APPROVAL'), agreedSteps }).includes('approver'));
  expect(may(0)).toEqual([false, false, true, false]);
  expect(may(1)).toEqual([false, false, false, true]);
  expect(may(2)).toEqual([false, true, true, true]);
  expect(rolesOf(someone('BUYER', ['PUBLISH_QUOTE'], 'acme'), of('PENDING_APPROVAL'))).toEqual([]);
  expect(RETURN_STATUSES.map((status) => waitingFor(of(status))).filter((role) => role !== null)).toEqual(['PUBLISH_QUOTE']);
});
