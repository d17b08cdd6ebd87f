import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import {
  findProjectRoot,
  listFiles,
  MissingPathError,
  packageDirectories,
  readApexSources
} from '../../src/project/files';
import { folderWith } from '../cli/support';

const meta = (version: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>${version}</apiVersion></ApexClass>`;

describe('Apex sources of a folder', () => {
  it('are its classes and triggers, in a stable order, each with its API version', (context) => {
    const root = folderWith(context, {
      'b/B.cls': '\uFEFFclass B {}',
      'b/B.cls-meta.xml': meta('59.0'),
      'a/T.trigger': 'trigger T on Account (before insert) {}',
      'a/A.cls': 'class A {}',
      'a/readme.md': 'no Apex'
    });
    const sources = readApexSources([root]);
    assert.deepEqual(
      sources.map(({ file, kind, apiVersion }) => [path.relative(root, path.resolve(file)), kind, apiVersion]),
      [
        ['a/A.cls', 'class', undefined],
        ['a/T.trigger', 'trigger', undefined],
        ['b/B.cls', 'class', 59]
      ]
    );
    assert.equal(sources[2]?.source, 'class B {}', 'without the byte order mark');
  });

  it('have no API version where the metadata file has none that can be read', (context) => {
    const root = folderWith(context, {
      'A.cls': '',
      'A.cls-meta.xml': 'no XML',
      'B.cls': '',
      'B.cls-meta.xml': meta('x')
    });
    assert.deepEqual(
      readApexSources([root]).map((source) => source.apiVersion),
      [undefined, undefined]
    );
  });

  it('are read once when folders overlap, and never from folders of tools', (context) => {
    const root = folderWith(context, {
      'main/A.cls': '',
      'node_modules/x/B.cls': '',
      '.sfdx/C.cls': '',
      'lwc/c/__tests__/D.cls': ''
    });
    const files = listFiles([root, path.join(root, 'main')]);
    assert.deepEqual(files, [path.join(root, 'main', 'A.cls')]);
  });

  it('name the folder that does not exist', (context) => {
    const missing = path.join(folderWith(context, {}), 'nowhere');
    assert.throws(
      () => listFiles([missing]),
      (error) => error instanceof MissingPathError && error.message.includes(missing)
    );
  });
});

describe('the project around a folder', () => {
  it('is the nearest folder upwards with a sfdx-project.json', (context) => {
    const root = folderWith(context, { 'sfdx-project.json': '{}', 'force-app/main/A.cls': '' });
    assert.equal(findProjectRoot(path.join(root, 'force-app', 'main')), root);
    assert.equal(findProjectRoot(root), root);
  });

  it('does not exist for loose folders', (context) => {
    assert.equal(findProjectRoot(folderWith(context, {})), undefined);
  });

  it('names its package directories', (context) => {
    const project = { packageDirectories: [{ path: 'force-app', default: true }, { path: 'examples/a' }] };
    const root = folderWith(context, { 'sfdx-project.json': JSON.stringify(project) });
    assert.deepEqual(packageDirectories(root), [path.join(root, 'force-app'), path.join(root, 'examples', 'a')]);
  });

  it('refuses a project file that lists none, or is no JSON, by its name', (context) => {
    const none = folderWith(context, { 'sfdx-project.json': '{"packageDirectories":[]}' });
    assert.throws(() => packageDirectories(none), /sfdx-project\.json lists no packageDirectories/);
    const pathless = folderWith(context, { 'sfdx-project.json': '{"packageDirectories":[{}]}' });
    assert.throws(() => packageDirectories(pathless), /sfdx-project\.json lists no packageDirectories/);
    const broken = folderWith(context, { 'sfdx-project.json': '{' });
    assert.throws(() => packageDirectories(broken), /sfdx-project\.json is not valid JSON/);
  });
});
