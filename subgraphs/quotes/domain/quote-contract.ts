/** The terms and conditions a quote was given when assistance made it of a cart, word for word; no later template replaces them. [ASSIST-07, TC-09] */
export interface QuoteContract {
  readonly template: string;
  readonly templateVersion: number;
  readonly text: string;
  readonly hash: string;
}
