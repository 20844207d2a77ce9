import { microFrom, minorFrom, moneyOf, unitMoneyOf } from '#kernel/money.ts';
import { seesNetPrices, type Viewer } from '#kernel/viewer.ts';
import type { OutsideDetail, OutsideDocument } from '../domain/outside-document.ts';
import type { DocumentDetails } from '../use-cases/read-document.ts';
import type { OutsideDetailsType, OutsideDocumentType } from './outside-document.type.ts';

/** What somebody sees of it: who may not see net prices sees none, for nobody there knows list prices. */
export function outsideShown(document: OutsideDocument | OutsideDetail, viewer: Viewer | null): OutsideDocumentType {
  const { number, channel, status, placedAt, expiresAt, currency, total } = document;
  const net = seesNetPrices(viewer);
  const lines = 'lines' in document ? document.lines.map((line) => ({ ...line, unitPrice: net ? unitMoneyOf(microFrom(line.unitPrice), currency) : null, total: net ? moneyOf(minorFrom(line.total, currency), currency) : null })) : null;
  return { number, channel, status, placedAt: new Date(placedAt), expiresAt: expiresAt === null ? null : new Date(expiresAt), total: net ? moneyOf(minorFrom(total, currency), currency) : null, lines };
}

export const detailsShown = ({ document, state }: DocumentDetails, viewer: Viewer | null): OutsideDetailsType => ({ document: document && outsideShown(document, viewer), state });
