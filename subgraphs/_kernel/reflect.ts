/*
 * type-graphql asks for decorator metadata at load, though every decorator here states its type. Answering "none"
 * is all it needs; imported first by each composition root.
 */
const reflect = Reflect as { getMetadata?: (...args: unknown[]) => unknown };
reflect.getMetadata ??= () => undefined;
export {};
