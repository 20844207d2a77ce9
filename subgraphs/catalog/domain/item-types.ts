export const ITEM_TYPES = ['STANDARD', 'SERVICEABLE', 'SERVICE', 'KIT', 'MODEL', 'OPTION_CLASS'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** How a model comes about, where that makes a difference to how orders show it. */
export const MODEL_KINDS = ['ASSEMBLE_TO_ORDER', 'PICK_TO_ORDER', 'TELECOM_SERVICE'] as const;
export type ModelKind = (typeof MODEL_KINDS)[number];

/** Types that are made of other products. */
const COMPOSED: ReadonlySet<ItemType> = new Set<ItemType>(['KIT', 'MODEL', 'OPTION_CLASS']);

export const isComposed = (type: ItemType): boolean => COMPOSED.has(type);
