const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

export const isDecimal = (text: string): boolean => DECIMAL.test(text);

/** Decimal text as a count of units of 10^-scale: "2.5" at scale 6 is 2500000n. Undefined when it is none, or needs more decimals. */
export function readScaled(text: string, scale: number): bigint | undefined {
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const needed = decimals.length > scale ? decimals.replace(/0+$/, '') : decimals;
  if (needed.length > scale) return undefined;
  const size = BigInt(whole + needed.padEnd(scale, '0'));
  return sign === '-' ? -size : size;
}

/** The way back, with no more decimals than it takes, and no fewer than asked for. */
export function scaledText(value: bigint, scale: number, minDecimals: number): string {
  const negative = value < 0n;
  const digits = (negative ? -value : value).toString().padStart(scale + 1, '0');
  let end = digits.length;
  while (end > digits.length - scale + minDecimals && digits[end - 1] === '0') end--;
  const point = digits.length - scale;
  return `${negative ? '-' : ''}${digits.slice(0, point)}${end > point ? `.${digits.slice(point, end)}` : ''}`;
}
