/** An option of a model that a line takes: carried by carts, quotes and orders as it is, judged by the catalog. */
export interface OptionChoice {
  readonly optionClass: string;
  readonly sku: string;
  /** How many times what the model takes of it; decimal text, once when left out, 0 gives the default of the class up. */
  readonly quantity?: string | null;
}
