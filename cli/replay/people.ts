import { Differs, type People } from './replay-sale.ts';
import type { Product } from '../product/ask.ts';
import type { Mint } from '../product/mint-tokens.ts';
import { UsageError } from '../exit.ts';
import { emailOfCustomer } from '../uci/email.ts';

const GUEST = /* GraphQL */ `
  mutation NewGuest { startGuestSession { token } }
`;

/** Customers come with tokens made here: they have no passwords. A guest is a new one each time. */
export function invitePeople(nobody: Product, mint: Mint, repEmail: string): People {
  return {
    async buyerOf(customerId) {
      if (customerId === undefined) return nobody.as((await nobody.ask<{ startGuestSession: { token: string } }>(GUEST)).startGuestSession.token);
      const token = await mint.tokenFor(emailOfCustomer(customerId));
      if (!token) throw new Differs(`There is no customer ${customerId}; import the customers first.`);
      return nobody.as(token);
    },
    async rep() {
      const token = await mint.tokenFor(repEmail);
      if (!token) throw new UsageError(`There is no sales rep ${repEmail}; name one with --rep.`);
      return nobody.as(token);
    },
  };
}
