/**
 * Users as transactions run in their name.
 */
import type { UserContext } from '../runtime/user';
import { throwNew } from '../runtime/values/exception';
import type { DataContext } from './dataContext';

const COLUMNS = [
  'Id',
  'Username',
  'FirstName',
  'LastName',
  'Name',
  'Email',
  'ProfileId',
  'UserRoleId',
  'UserType',
  'TimeZoneSidKey',
  'LocaleSidKey',
  'LanguageLocaleKey',
  'IsActive'
];

/** The user of that id. @throws System.NoDataFoundException when there is none */
export function loadUser(data: DataContext, id: string): UserContext {
  const { database } = data;
  const row = database.all(`SELECT ${COLUMNS.map((c) => `u."${c}"`).join(', ')} FROM "User" u WHERE u."Id" = ?`, [
    id
  ])[0];
  if (!row) throwNew('System.NoDataFoundException', `The user ${id} does not exist`);
  const [
    userId,
    username,
    firstName,
    lastName,
    name,
    email,
    profileId,
    roleId,
    userType,
    zone,
    locale,
    language,
    isActive
  ] = row;
  const text = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise);
  const organization = database.all('SELECT "Id", "Name" FROM "Organization"')[0];
  const profile = database.all('SELECT "Name" FROM "Profile" WHERE "Id" = ?', [text(profileId)])[0];
  return {
    id: text(userId),
    username: text(username),
    firstName: typeof firstName === 'string' ? firstName : null,
    lastName: text(lastName),
    name: text(name),
    email: text(email),
    profileId: text(profileId),
    profileName: text(profile?.[0]),
    roleId: typeof roleId === 'string' ? roleId : null,
    userType: text(userType, 'Standard'),
    timeZone: text(zone, 'GMT'),
    locale: text(locale, 'en_US'),
    language: text(language, 'en_US'),
    isActive: isActive === 1,
    defaultCurrency: 'USD',
    organizationId: text(organization?.[0]),
    organizationName: text(organization?.[1]),
    sessionId: null
  };
}

/** Id of the user with that username, or of the first administrator; the user in whose name the org is set up. */
export function adminUserId(data: DataContext): string {
  const row = data.database.all(
    `SELECT u."Id" FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId"
     WHERE p."Name" = 'System Administrator' AND u."IsActive" = 1 ORDER BY u."Id" LIMIT 1`
  )[0];
  if (!row) throw new Error('The org has no active System Administrator');
  return String(row[0]);
}
