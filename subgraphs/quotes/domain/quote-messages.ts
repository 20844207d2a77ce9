/** The messages that leave with a move, and the warning before the last, each for a destination of its own. [QUOTE-44] */
export const QUOTE_MESSAGES = ['quoteRequested', 'quotePublished', 'quoteRejected', 'quoteCanceled', 'quoteExpired', 'quoteExpiring'] as const;
export type QuoteMessage = (typeof QUOTE_MESSAGES)[number];

/** Where each message goes; undefined: nowhere. */
export type Destinations = { readonly [M in QuoteMessage]: string | undefined };

/** Reads bindings such as `quotePublished=crm.offers`; what is not named goes by its own name, what is bound to nothing nowhere. [QUOTE-46] */
export function bindMessages(bindings: readonly string[]): Destinations {
  const bound = Object.fromEntries(QUOTE_MESSAGES.map((message) => [message, message])) as { [M in QuoteMessage]: string | undefined };
  for (const binding of bindings) {
    const [message = '', destination] = binding.split('=', 2).map((part) => part.trim());
    if (!isMessage(message) || destination === undefined) throw new Error(`${binding} is no binding of a message; there are ${QUOTE_MESSAGES.join(', ')}.`);
    bound[message] = destination === '' ? undefined : destination;
  }
  return bound;
}

export const isMessage = (name: string): name is QuoteMessage => (QUOTE_MESSAGES as readonly string[]).includes(name);
