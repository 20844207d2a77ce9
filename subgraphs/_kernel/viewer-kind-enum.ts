import { registerEnumType } from 'type-graphql';
import { VIEWER_KINDS, type ViewerKind } from '#kernel/viewer.ts';

/** type-graphql wants an object for an enum; the union of literals stays the type. */
export const ViewerKindEnum = Object.fromEntries(VIEWER_KINDS.map((kind) => [kind, kind])) as { [K in ViewerKind]: K };
registerEnumType(ViewerKindEnum, { name: 'ViewerKind', description: 'What sort of person holds the token.' });
