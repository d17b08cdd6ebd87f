/** Small projects that tests serve to components. */
import { openOrg, type LocalOrg } from '../../src/org';
import { emptyConfig } from '../../src/http/config';
import { withTransaction } from '../../src/runtime/kernel';
import type { UserContext } from '../../src/runtime/user';
import { metadata, sourceFolder } from '../schema/folder';

/** Opens an org of the files (path -> text). @throws Error naming what does not deploy */
export function openProject(files: Record<string, string>): LocalOrg {
  const org = openOrg({ dirs: [sourceFolder(files)], callouts: emptyConfig() });
  const { compileErrors, metadataErrors } = org.problems;
  const first = [...compileErrors, ...metadataErrors][0];
  if (first) throw new Error(`${first.file}:${first.line} ${first.message}`);
  return org;
}

/** Runs anonymous Apex as the administrator. */
export function apex(org: LocalOrg, source: string): void {
  const { run, errors } = org.compile(source);
  if (!run) throw new Error(errors[0]?.message);
  withTransaction({ kind: 'ANONYMOUS', user: org.data.adminUser() }, run);
}

/** A new user of the profile Standard User with these permission sets. */
export function standardUser(org: LocalOrg, name: string, ...permissionSets: string[]): UserContext {
  apex(
    org,
    `insert new User(Username = '${name}@web.example', LastName = '${name}', Alias = '${name}', Email = '${name}@web.example',
       ProfileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id, TimeZoneSidKey = 'Asia/Tokyo',
       LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');`
  );
  const user = org.data.userByName(`${name}@web.example`);
  org.data.assignPermissionSets(user.id, permissionSets);
  return user;
}

/** File of a permission set. */
export function permissionSet(name: string, body: string): Record<string, string> {
  return {
    [`permissionsets/${name}.permissionset-meta.xml`]: metadata('PermissionSet', `<label>${name}</label>${body}`)
  };
}
