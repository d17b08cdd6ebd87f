/**
 * System.Id.
 * Source: Apex Reference Guide, "Id Class".
 */
import { kernel } from '../../kernel';
import { SObjectTypeValue, throwNew, toId, tryToId } from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';

/** The object whose records have this key prefix. */
export function objectOfId(id: string): SObjectTypeValue {
  const prefix = id.slice(0, 3);
  for (const schema of kernel.org.schema.objects.values()) {
    if (schema.keyPrefix === prefix) return SObjectTypeValue.of(schema);
  }
  return throwNew('System.SObjectException', `Cannot locate Apex Type for ID: ${id}`);
}

function valueOf(text: string | null): string {
  return toId(nonNull(text))!;
}

platformClass('System.Id', {
  statics: { 'valueOf/1': valueOf, 'valueOf/2': valueOf },
  instance: {
    'getSObjectType/0': objectOfId,
    'to15/0': (self: string) => self.slice(0, 15),
    'equals/1': (self: string, other: unknown) => typeof other === 'string' && tryToId(other) === self
  },
  extends: ['System.String']
});
