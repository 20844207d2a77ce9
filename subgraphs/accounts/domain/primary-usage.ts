export const PRIMARY_USAGES = ['SHIP_TO', 'BILL_TO'] as const;
export type PrimaryUsage = (typeof PRIMARY_USAGES)[number];
