import { fakeClock, type FakeClock } from '#kernel/clock.ts';
import { pino } from 'pino';
import { startOutsideSystem, type OutsideSystem } from '../support/outside-system.ts';
import { startWorld, type World } from '../support/world.ts';

export const TIMEOUT_MS = 300;

export interface OutsideWorld extends AsyncDisposable {
  readonly world: World;
  readonly system: OutsideSystem;
  readonly clock: FakeClock;
  /** What the process logged as a warning. */
  readonly logged: Record<string, unknown>[];
}

/** The whole product, with a price system and an inventory system outside, and a tax system where the settings say so; all are `system`. */
export async function startOutsideWorld(wanted: NodeJS.ProcessEnv | ((system: OutsideSystem) => NodeJS.ProcessEnv) = {}): Promise<OutsideWorld> {
  const clock = fakeClock(new Date());
  const system = await startOutsideSystem(() => clock.now());
  const settings = typeof wanted === 'function' ? wanted(system) : wanted;
  const logged: Record<string, unknown>[] = [];
  const taxes = settings.CARTWRIGHT_CATALOG_TAX_PROVIDER === 'http' ? settingsOf('TAX_PROVIDER', system) : {};
  const env = { ...outsideSettings(system), ...taxes, ...settings };
  const logger = pino({ level: 'warn' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const world = await startWorld({ clock, env, logger });
  return {
    world,
    system,
    clock,
    logged,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await system[Symbol.asyncDispose]();
    },
  };
}

export const outsideSettings = (system: OutsideSystem): NodeJS.ProcessEnv => ({ ...settingsOf('PRICE_SOURCE', system), ...settingsOf('INVENTORY_SOURCE', system) });

const settingsOf = (name: string, { url, secret }: OutsideSystem): NodeJS.ProcessEnv => ({
  [`CARTWRIGHT_CATALOG_${name}`]: 'http',
  [`CARTWRIGHT_CATALOG_${name}_URL`]: url,
  [`CARTWRIGHT_CATALOG_${name}_SECRET`]: secret,
  [`CARTWRIGHT_CATALOG_${name}_TIMEOUT_MS`]: String(TIMEOUT_MS),
});

export const BUILTIN_STOCK: NodeJS.ProcessEnv = { CARTWRIGHT_CATALOG_INVENTORY_SOURCE: 'builtin' };
/** Only taxes come from outside. */
export const OUTSIDE_TAXES: NodeJS.ProcessEnv = { CARTWRIGHT_CATALOG_PRICE_SOURCE: 'builtin', CARTWRIGHT_CATALOG_INVENTORY_SOURCE: 'builtin', CARTWRIGHT_CATALOG_TAX_PROVIDER: 'http' };
export const BUILTIN_PRICES: NodeJS.ProcessEnv = { CARTWRIGHT_CATALOG_PRICE_SOURCE: 'builtin' };
