import { setTimeout as sleep } from 'node:timers/promises';
import type { Dice } from '../../support/dice.ts';
import type { Data } from '../../support/session.ts';
import type { Ledger } from './ledger.ts';
import { negotiate } from './negotiate.ts';
import { patientClient, type Outages } from './patient.ts';
import { createShopper, type NextNumber, type Shopper } from './shopper.ts';

export interface CrowdOptions {
  readonly url: string;
  readonly tokens: { readonly [person in 'bea' | 'cat' | 'gus' | 'ann' | 'sam']: string };
  readonly ledger: Ledger;
  readonly outages: Outages;
  readonly dice: Dice;
  /** Mutations a second, all together, while the server is up. */
  readonly rate: number;
}

export interface Crowd {
  /** The cart that several sessions change side by side. */
  readonly sharedCartId: string;
  /** Everyone finishes what they are at. */
  leave(): Promise<void>;
}

const SHARERS = 6;
const LANES = 3 + SHARERS;

/** Bea and Cat order carts, Gus negotiates his first, Ann's six sessions change one cart side by side. */
export async function gather({ url, tokens, ledger, outages, dice, rate }: CrowdOptions): Promise<Crowd> {
  let open = true;
  let number = 3;
  const nextNumber: NextNumber = () => ++number;
  const pace = async (began: number): Promise<void> => void (await sleep(Math.max(0, (LANES * 1000) / rate - (performance.now() - began))));
  const shopperOf = (person: keyof typeof tokens): Shopper => createShopper(person, patientClient(url, tokens[person], outages), ledger, dice, nextNumber);

  async function shop(person: 'bea' | 'cat' | 'gus'): Promise<void> {
    const shopper = shopperOf(person);
    while (open) {
      let cart = await shopper.open();
      for (let left = dice.between(3, 15); left > 0 && open; left--) {
        const began = performance.now();
        cart = await shopper.change(cart);
        await pace(began);
      }
      const { cart: filled, bolts } = await shopper.addBolts(cart);
      if (person !== 'gus') await shopper.order({ cartId: filled.id, priceHash: filled.priceHash }, bolts);
      else {
        const people = { buyer: patientClient(url, tokens.gus, outages), rep: patientClient(url, tokens.sam, outages) };
        const offer = await negotiate(filled.id, people, ledger);
        await shopper.order({ quoteId: offer.id, priceHash: offer.priceHash }, bolts);
      }
    }
  }

  async function share(cartId: string): Promise<void> {
    const shopper = shopperOf('ann');
    let line: Data = await shopper.addOwn(cartId);
    while (open) {
      const began = performance.now();
      line = await shopper.updateOwn(cartId, line);
      await pace(began);
    }
  }

  const { id: sharedCartId } = await shopperOf('ann').open();
  const lanes = [...Array.from({ length: SHARERS }, () => share(sharedCartId)), shop('bea'), shop('cat'), shop('gus')];
  for (const lane of lanes) lane.catch(() => undefined); // told when they leave
  return {
    sharedCartId,
    async leave() {
      open = false;
      await Promise.all(lanes);
    },
  };
}
