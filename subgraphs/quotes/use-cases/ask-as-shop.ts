/** Who acts for the shop where nobody in person does. */
export const SHOP = { viewer: { id: 'cpq', kind: 'ADMINISTRATOR', accountId: 'seller', permissions: [] }, requestId: 'cpq' } as const;
