import type { Clock } from '#kernel/clock.ts';
import type { OutsideTools } from './ask-outside.ts';
import { openLine } from '#kernel/outside-line.ts';
import { httpInventory } from './http-inventory.ts';
import { httpPrices } from './http-prices.ts';
import { httpTaxes } from './http-taxes.ts';
import type { OutsideConfig } from './outside-config.ts';
import type { OutsideSystems } from './ports.ts';

export interface OutsideConfigs {
  readonly priceSource: OutsideConfig;
  readonly inventorySource: OutsideConfig;
  readonly taxProvider: OutsideConfig;
}

/** The outside systems the settings name; one a process, since they keep connections and answers. */
export function openOutsideSystems(configs: OutsideConfigs, clock: Clock, log: OutsideTools['log']): OutsideSystems {
  const opened: OutsideTools[] = [];
  function open<Port>(config: OutsideConfig, adapter: (tools: OutsideTools) => Port): Port | null {
    if (config.kind === 'builtin') return null;
    const tools = { config, clock, log, line: openLine(config, clock) };
    opened.push(tools);
    return adapter(tools);
  }
  return {
    prices: open(configs.priceSource, httpPrices),
    inventory: open(configs.inventorySource, httpInventory),
    taxes: open(configs.taxProvider, httpTaxes),
    async close() {
      await Promise.all(opened.map(({ line }) => line.close()));
    },
  };
}
