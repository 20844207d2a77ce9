import { Partner, PartnerSchema } from './partner.ts';
import { PriceOffer, PriceOfferSchema } from './price-offer.ts';
import { ReceivedParty, ReceivedPartySchema } from './received-party.ts';
import { ReceivedTransfer, ReceivedTransferSchema } from './received-transfer.ts';
import { TransferKey, TransferKeySchema } from './transfer-key.ts';
import { Transfer, TransferSchema } from './transfer.ts';
import { TrustedSender, TrustedSenderSchema } from './trusted-sender.ts';

export interface PartnersTables {
  Partner: Partner;
  Transfer: Transfer;
  TransferKey: TransferKey;
  TrustedSender: TrustedSender;
  ReceivedTransfer: ReceivedTransfer;
  ReceivedParty: ReceivedParty;
  PriceOffer: PriceOffer;
}

export const partnersEntities = [PartnerSchema, TransferSchema, TransferKeySchema, TrustedSenderSchema, ReceivedTransferSchema, ReceivedPartySchema, PriceOfferSchema];
