/**
 * System.Boolean.
 * Source: Apex Reference Guide, "Boolean Class".
 */
import { throwNew, typeNameOf } from '../../values';
import { argumentNull } from '../args';
import { platformClass } from '../registry';

function valueOf(value: unknown): boolean {
  if (value === null) return argumentNull();
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return value.toLowerCase() === 'true';
  return throwNew('System.TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to Boolean`);
}

platformClass('System.Boolean', { statics: { 'valueOf/1': valueOf } });
