import { isRefusal, refuse } from '#kernel/errors.ts';
import type { Viewer } from '#kernel/viewer.ts';
import { ACTION_RULES, type ActionInputs, type ActionName, type CartAction, type Editing } from './cart-actions.ts';
import type { CartDraft } from './cart-draft.ts';
import type { CartPricing } from './price-cart.ts';
import type { WantedParty } from './settle-party.ts';

const MAX_ACTIONS = 100;

/** One action, ready to be done. */
export interface NamedAction {
  readonly name: ActionName;
  readonly input: unknown;
}

export interface Applied {
  readonly draft: CartDraft;
  /** Which action put or changed each line that is not as it was; the last of them. */
  readonly changedBy: ReadonlyMap<string, number>;
}

/** The input says that exactly one of its fields is given; whoever comes past the schema is told again. */
export function readActions(actions: readonly CartAction[]): NamedAction[] {
  if (actions.length === 0 || actions.length > MAX_ACTIONS) throw refuse('BAD_USER_INPUT', `Send between 1 and ${MAX_ACTIONS} actions at once.`, { actions: actions.length });
  return actions.map((action, at) => {
    const given = Object.entries(action).filter(([, input]) => input != null);
    const [only] = given;
    if (given.length !== 1 || !only || !Object.hasOwn(ACTION_RULES, only[0])) throw refuse('BAD_USER_INPUT', 'An action is exactly one thing to do.', { action: at });
    return { name: only[0] as ActionName, input: only[1] };
  });
}

/** Does all actions in their order, each on top of the one before. @param numbered a refusal says by which action */
export function applyActions(before: CartDraft, actions: readonly NamedAction[], editing: Editing, numbered: boolean): Applied {
  const changedBy = new Map<string, number>();
  let draft = before;
  actions.forEach((action, at) => {
    const next = naming(numbered ? at : undefined, () => ruleOf(action).apply(draft, action.input, editing));
    const known = new Set(draft.lines);
    for (const line of next.lines) if (!known.has(line)) changedBy.set(line.id, at);
    draft = next;
  });
  return { draft, changedBy };
}

/** Lets each action look at what the cart costs now. */
export function acceptPricing(pricing: CartPricing, actions: readonly NamedAction[], numbered: boolean): void {
  actions.forEach((action, at) => naming(numbered ? at : undefined, () => ruleOf(action).accept?.(pricing, action.input)));
}

interface AnyRule {
  apply(draft: CartDraft, input: unknown, editing: Editing): CartDraft;
  accept?(pricing: CartPricing, input: unknown): void;
}

/** The reader has matched name and input. */
const ruleOf = ({ name }: NamedAction): AnyRule => ACTION_RULES[name] as unknown as AnyRule;

/** What is refused on the way says by which action. */
export function naming<T>(action: number | undefined, attempt: () => T): T {
  try {
    return attempt();
  } catch (error) {
    if (!isRefusal(error) || action === undefined) throw error;
    throw refuse(error.code, error.message, { ...error.details, action });
  }
}

/** The ways to pay that actions speak of; undefined when none does. */
export function wantedPayments(actions: readonly NamedAction[]): string[] | undefined {
  const wanted = actions.filter(({ name }) => name === 'setPayment').map(({ input }) => input as ActionInputs['setPayment']);
  return wanted.length === 0 ? undefined : [...new Set(wanted.flatMap(({ type, paymentMethodId }) => (type == null ? (paymentMethodId ?? []) : [])))];
}

export interface NamedParties {
  readonly customers: readonly string[];
  readonly contacts: readonly string[];
  readonly addresses: readonly string[];
}

/** Whom and what places actions speak of; who names their own company names themselves. */
export function namedParties(actions: readonly NamedAction[], { id }: Viewer): NamedParties {
  const named = (key: keyof WantedParty): string[] => [...new Set(actions.map(({ input }) => (input as WantedParty | null)?.[key]).filter((id) => id != null))];
  return { customers: named('customerId'), contacts: [...named('contactId'), ...(usesMyCompany(actions) ? [id] : [])], addresses: named('addressId') };
}

export const usesMyCompany = (actions: readonly NamedAction[]): boolean => actions.some(({ name }) => name === 'useMyCompany');
