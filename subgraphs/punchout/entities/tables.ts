import { PunchoutMessage, PunchoutMessageSchema } from './punchout-message.ts';
import { PunchoutPartner, PunchoutPartnerSchema } from './punchout-partner.ts';
import { PunchoutSession, PunchoutSessionSchema } from './punchout-session.ts';

export interface PunchoutTables {
  PunchoutPartner: PunchoutPartner;
  PunchoutSession: PunchoutSession;
  PunchoutMessage: PunchoutMessage;
}

export const punchoutEntities = [PunchoutPartnerSchema, PunchoutSessionSchema, PunchoutMessageSchema];
