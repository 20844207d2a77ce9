import { Type, type EntityProperty, type MetadataStorage } from '@mikro-orm/core';

/** SQLite binds no booleans: the query builder writes them through this, as the unit of work does by itself. */
class FlagType extends Type<boolean | null | undefined, number | null | undefined> {
  override convertToDatabaseValue(value: boolean | null | undefined): number | null | undefined {
    return value == null ? value : Number(value);
  }

  override convertToJSValue(value: number | null | undefined): boolean | null | undefined {
    return value == null ? value : Boolean(value);
  }

  override compareAsType(): string {
    return 'boolean';
  }
}

/** A discovery hook: every boolean of every entity. */
export function bindFlags(metadata: MetadataStorage): void {
  for (const meta of metadata.getAll().values()) {
    for (const property of Object.values(meta.properties) as EntityProperty[]) {
      if (property.runtimeType === 'boolean') property.customType = new FlagType() as Type<unknown>;
    }
  }
}
