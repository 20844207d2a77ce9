export const ITEM_TYPES = ['STANDARD', 'SERVICEABLE', 'SERVICE', 'KIT', 'MODEL', 'OPTION_CLASS'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Types that are made of other products. */
const COMPOSED: ReadonlySet<ItemType> = new Set<ItemType>(['KIT', 'MODEL', 'OPTION_CLASS']);

export const isComposed = (type: ItemType): boolean => COMPOSED.has(type);
