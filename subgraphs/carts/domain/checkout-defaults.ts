import type { CartSettings } from './cart-draft.ts';
import { paymentWith, type KnownMethod } from './cart-payment.ts';

/** What a cart is filled with where nobody said anything. */
export type CheckoutDefaults = Partial<Pick<CartSettings, 'shipToAddressId' | 'shipToCountry' | 'billToAddressId' | 'shippingMethod' | 'payment'>>;

/** A way to ship that may be chosen. */
export interface ServedMethod {
  readonly code: string;
  /** Where it goes; null: everywhere. */
  readonly countries: readonly string[] | null;
}

const serves = ({ countries }: ServedMethod, country: string | null | undefined): boolean => countries === null || country == null || countries.includes(country);

/** The preferred way if there is it and it goes there; at the checkout otherwise the first that does. [CHK-11, CHK-49] */
export function defaultMethod(methods: readonly ServedMethod[], country: string | null | undefined, preferred: string | null, first: boolean): string | null {
  const served = methods.filter((method) => serves(method, country));
  const liked = served.find(({ code }) => code === preferred);
  return (liked ?? (first ? served[0] : undefined))?.code ?? null;
}

/** In this order; a check has a number that only its buyer knows. [CHK-12, V.19] */
const WITHOUT_CARD = ['INVOICE', 'CASH'] as const;

/** The default card; without one a new card, and where cards are not taken the first of the others. [CHK-12] */
export function defaultPayment(types: readonly string[], card: KnownMethod | null, payerId: string): CartSettings['payment'] {
  if (types.includes('CARD')) return paymentWith('CARD', card ?? undefined, payerId);
  const type = WITHOUT_CARD.find((each) => types.includes(each));
  return type === undefined ? null : paymentWith(type, undefined, payerId);
}

/** Never over a value, and no address of the organisation for somebody else; a country is that of an address that was filled in. [CHK-09] */
export function fillDefaults(settings: CartSettings, defaults: CheckoutDefaults): CartSettings {
  const { shipToAddressId = null, shipToCountry = null, billToAddressId = null, shippingMethod = null, payment = null } = defaults;
  return {
    ...settings,
    ...(saysNobody(settings.shipToAddressId, settings.shipToCustomerId, settings.shipToContactId) && shipToAddressId !== null && { shipToAddressId, shipToCountry }),
    ...(saysNobody(settings.billToAddressId, settings.billToCustomerId, settings.billToContactId) && { billToAddressId }),
    shippingMethod: settings.shippingMethod ?? shippingMethod,
    payment: settings.payment ?? payment,
  };
}

const saysNobody = (...said: readonly (string | null | undefined)[]): boolean => said.every((each) => each == null);

/** Whether there is anything to fill in. */
export const fillsSomething = (settings: CartSettings, defaults: CheckoutDefaults): boolean => {
  const filled = fillDefaults(settings, defaults);
  return (Object.keys(defaults) as (keyof CheckoutDefaults)[]).some((name) => (filled[name] ?? null) !== (settings[name] ?? null));
};
