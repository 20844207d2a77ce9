/** A line of an order, or something that one is put together of. */
export interface TreeLine {
  readonly id: string;
  readonly parentLineId?: string | null;
  readonly depth: number;
  readonly itemType?: string | null;
  readonly modelKind?: string | null;
  readonly shippable: boolean;
}

export interface Shown {
  /** Whether classes of options stand between a model and its options. [ORD-48] */
  readonly optionClasses: boolean;
}

export const isComponent = ({ parentLineId }: Pick<TreeLine, 'parentLineId'>): boolean => parentLineId != null;

/** What was ordered, without what it is put together of: all the money is there. */
export const rootsOf = <Line extends Pick<TreeLine, 'parentLineId'>>(lines: readonly Line[]): Line[] => lines.filter((line) => !isComponent(line));

/** Everything within a line, however deep, in the order of the lines. */
export function within<Line extends TreeLine>(lines: readonly Line[], lineId: string): Line[] {
  const inside = new Set([lineId]);
  return lines.filter(({ id, parentLineId }) => parentLineId != null && inside.has(parentLineId) && inside.add(id)); // parents stand before what is in them
}

/** What a line is within, the nearest first. */
export function around<Line extends TreeLine>(lines: readonly Line[], { parentLineId }: Pick<TreeLine, 'parentLineId'>): Line[] {
  const parent = parentLineId == null ? undefined : lines.find(({ id }) => id === parentLineId);
  return parent ? [parent, ...around(lines, parent)] : [];
}

/** What a line is picked, packed and shipped with: the outermost thing around it that is sent. Undefined when it goes by itself. [ORD-44] */
export const goesWith = <Line extends TreeLine>(lines: readonly Line[], line: TreeLine): Line | undefined => around(lines, line).findLast(({ shippable }) => shippable);

const isHidden = ({ itemType }: TreeLine, { optionClasses }: Shown): boolean => !optionClasses && itemType === 'OPTION_CLASS';

/** What people see within a line. */
export const shownWithin = <Line extends TreeLine>(lines: readonly Line[], lineId: string, shown: Shown): Line[] => within(lines, lineId).filter((line) => !isHidden(line, shown));

/** The thing that people see a line directly within. */
export const shownParent = <Line extends TreeLine>(lines: readonly Line[], line: TreeLine, shown: Shown): Line | undefined => around(lines, line).find((each) => !isHidden(each, shown));

/** How far a line is indented: what is hidden does not count. */
export const shownDepth = (lines: readonly TreeLine[], line: TreeLine, shown: Shown): number => around(lines, line).filter((each) => !isHidden(each, shown)).length;

/** The lines of an order as its details list them: what was ordered; a telecom model with all that is in it. [ORD-43, ORD-44] */
export const listedLines = <Line extends TreeLine>(lines: readonly Line[], shown: Shown): Line[] =>
  rootsOf(lines).flatMap((root) => (root.modelKind === 'TELECOM_SERVICE' ? [root, ...shownWithin(lines, root.id, shown)] : [root]));
