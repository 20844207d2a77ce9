export type CodeKind = 'goods' | 'carriage' | 'charge' | 'voucher' | 'never sold';

interface CodeRule {
  readonly code: RegExp;
  readonly kind: CodeKind;
  readonly about: string;
}

/** Stock codes that are no article of the warehouse, and what becomes of them. Everything else is goods. */
export const CODE_RULES: readonly CodeRule[] = [
  { code: /^POST$/, kind: 'carriage', about: 'Postage.' },
  { code: /^DOT$/, kind: 'carriage', about: 'Postage of the web shop.' },
  { code: /^C2$/, kind: 'carriage', about: 'Carriage.' },
  { code: /^M$/i, kind: 'charge', about: 'An amount entered by hand.' },
  { code: /^S$/, kind: 'charge', about: 'Samples.' },
  { code: /^BANK CHARGES$/, kind: 'charge', about: 'Bank charges passed on.' },
  { code: /^AMAZONFEE$/, kind: 'charge', about: "A market place's fee passed on." },
  { code: /^gift_0001_\d+$/, kind: 'voucher', about: 'A gift voucher.' },
  { code: /^D$/, kind: 'never sold', about: 'A discount: only ever negative.' },
  { code: /^CRUK$/, kind: 'never sold', about: 'A commission to a charity: only ever negative.' },
  { code: /^B$/, kind: 'never sold', about: 'A bad debt, corrected in the books.' },
];

const GOODS: Pick<CodeRule, 'kind' | 'about'> = { kind: 'goods', about: '' };

export function ruleOf(stockCode: string): Pick<CodeRule, 'kind' | 'about'> {
  return CODE_RULES.find(({ code }) => code.test(stockCode)) ?? GOODS;
}
