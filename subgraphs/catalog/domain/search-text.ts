/** What a product is found by. */
export const searchTextOf = (sku: string, name: string): string => foldForSearch(`${sku} ${name}`);

export const foldForSearch = (text: string): string => text.trim().toLowerCase();
