/** How many lines at the start are the very same: in a cart of many lines an edit leaves most as they are. */
export function sameStart(before: readonly unknown[], after: readonly unknown[]): number {
  let same = 0;
  while (same < before.length && same < after.length && before[same] === after[same]) same++;
  return same;
}
