/**
 * Global variables of formulas: `$User.Id`, `$Profile.Name`, `$Setup.Setting__c.Field__c`, `$Label.x`, `$Permission.x`.
 */
import type { FieldSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import { decode, isComputed, quote, readExpression, type SqlValue } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import { FormulaError } from './ast';
import type { FormulaValue } from './evaluate';
import { toFormulaValue } from './fieldValue';

/** @throws FormulaError for a variable that the local org does not know */
export function globalValue(database: OrgDatabase, path: readonly string[]): FormulaValue {
  const [root, first = '', second = '', third = ''] = path;
  const { user } = kernel.tx;
  switch (root!.toLowerCase()) {
    case '$user':
      return recordField(database, 'User', user.id, first);
    case '$profile':
      return recordField(database, 'Profile', user.profileId, first);
    case '$userrole':
      return user.roleId === null ? null : recordField(database, 'UserRole', user.roleId, first);
    case '$organization':
      return recordField(database, 'Organization', user.organizationId, first);
    case '$permission':
      return kernel.services.permissions.hasCustomPermission(first);
    case '$label':
      return labelText(database, first);
    case '$setup':
      return settingValue(database, first, second);
    case '$custommetadata':
      return metadataValue(database, first, second, third);
    default:
      throw new FormulaError(`The local org does not know the global variable ${path.join('.')}`);
  }
}

function fieldOf(database: OrgDatabase, object: string, name: string): FieldSchema {
  const field = database.findObject(object)?.fields.get(name.toLowerCase());
  if (!field || isComputed(field)) throw new FormulaError(`Field ${name} does not exist on ${object}`);
  return field;
}

function recordField(database: OrgDatabase, object: string, id: string, name: string): FormulaValue {
  return select(database, object, fieldOf(database, object, name), '"Id" = ?', [id]) ?? null;
}

/** Undefined when no record matches. */
function select(
  database: OrgDatabase,
  object: string,
  field: FieldSchema,
  where: string,
  params: SqlValue[]
): FormulaValue | undefined {
  const sql = `SELECT ${readExpression(field, quote(field.name))} FROM ${quote(object)} WHERE ${where}`;
  const row = database.all(sql, params)[0];
  return row ? toFormulaValue(field, decode(field, row[0]!)) : undefined;
}

function labelText(database: OrgDatabase, name: string): string {
  const label = database.schema.labels.get(name.toLowerCase());
  if (!label) throw new FormulaError(`The custom label ${name} does not exist`);
  return label.translations[kernel.tx.user.language] ?? label.value;
}

/** A hierarchy setting: the user's own value, else the profile's, else the org's; each field by itself. */
function settingValue(database: OrgDatabase, object: string, name: string): FormulaValue {
  const schema = database.findObject(object);
  if (schema?.settingType !== 'Hierarchy') throw new FormulaError(`${object} is not a hierarchy custom setting`);
  const field = fieldOf(database, schema.name, name);
  const { user } = kernel.tx;
  for (const owner of [user.id, user.profileId, user.organizationId]) {
    const value = select(database, schema.name, field, '"SetupOwnerId" = ? AND "IsDeleted" = 0', [owner]);
    if (value !== undefined && value !== null) return value;
  }
  return field.type === 'BOOLEAN' ? false : null;
}

function metadataValue(database: OrgDatabase, object: string, record: string, name: string): FormulaValue {
  const schema = database.findObject(object);
  if (schema?.sort !== 'customMetadata') throw new FormulaError(`${object} is not a custom metadata type`);
  const value = select(database, schema.name, fieldOf(database, schema.name, name), '"DeveloperName" = ?', [record]);
  if (value === undefined) throw new FormulaError(`${object} has no record ${record}`);
  return value;
}
