const FEWEST = 13;
const MOST = 19;

/**
 * Whether text holds what may be the number of a card, however it is written: 13 to 19 digits that pass the check of card
 * numbers, whatever stands between them but letters, or nothing but 12 digits and more.
 */
export function looksLikeCardNumber(text: string): boolean {
  const compact = text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]/gu, '');
  if (/^\d{12,}$/.test(compact)) return true;
  return (compact.match(/\d{13,}/g) ?? []).some(holdsNumber);
}

function holdsNumber(digits: string): boolean {
  for (let from = 0; from + FEWEST <= digits.length; from++) {
    for (let length = FEWEST; length <= MOST && from + length <= digits.length; length++) if (passesCheck(digits.slice(from, from + length))) return true;
  }
  return false;
}

/** Luhn: from the right every second digit counts twice, and all together are a multiple of ten. */
function passesCheck(digits: string): boolean {
  let sum = 0;
  for (const [i, digit] of [...digits].toReversed().entries()) {
    const counted = Number(digit) * (i % 2 === 0 ? 1 : 2);
    sum += counted > 9 ? counted - 9 : counted;
  }
  return sum % 10 === 0;
}
