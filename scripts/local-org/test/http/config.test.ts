import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, it } from 'node:test';
import { emptyConfig, readCalloutConfig } from '../../src/http/config';
import { mayUsePrincipal } from '../../src/http/principals';
import { load, metadata } from '../schema/folder';

function configFile(text: string): string {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'local-org-http-')), 'local-org.json');
  writeFileSync(file, text);
  return file;
}

describe('callout configuration', () => {
  it('maps nothing without a file', () =>
    assert.deepEqual(readCalloutConfig('/nowhere/local-org.json'), emptyConfig()));

  it('is read from the part `callouts`', () => {
    const file = configFile('{"callouts":{"namedCredentials":{"Api":"http://127.0.0.1:1"}},"other":1}');
    assert.deepEqual(readCalloutConfig(file), { ...emptyConfig(), namedCredentials: { Api: 'http://127.0.0.1:1' } });
  });

  it('names the file and the setting that is wrong', () => {
    assert.throws(() => readCalloutConfig(configFile('{')), /local-org\.json is not valid JSON/);
    assert.throws(
      () => readCalloutConfig(configFile('{"callouts":{"namedCredentials":{"Api":1}}}')),
      /callouts\.namedCredentials must map/
    );
    assert.throws(
      () => readCalloutConfig(configFile('{"callouts":{"externalCredentials":{"E":{}}}}')),
      /externalCredentials\.E must have principals/
    );
  });
});

describe('principals of external credentials', () => {
  it('are open to users with a permission set that names them', () => {
    const { access } = load({
      'externalCredentials/E.externalCredential-meta.xml': metadata(
        'ExternalCredential',
        `<authenticationProtocol>Oauth</authenticationProtocol><label>E</label><externalCredentialParameters>
          <parameterName>Main</parameterName><parameterType>NamedPrincipal</parameterType></externalCredentialParameters>`
      ),
      'permissionsets/P.permissionset-meta.xml': metadata(
        'PermissionSet',
        `<label>P</label><externalCredentialPrincipalAccesses><enabled>true</enabled>
          <externalCredentialPrincipal>E-Main</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`
      )
    });
    const assigned = (...names: string[]) => ({ permissionSets: new Set(names), profile: 'System Administrator' });
    assert.equal(mayUsePrincipal(access, assigned('P'), 'E', 'Main'), true);
    assert.equal(mayUsePrincipal(access, assigned('P'), 'E', 'Other'), false);
    assert.equal(mayUsePrincipal(access, assigned(), 'E', 'Main'), false);
  });
});
