import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ALL, missingSet, stampFile, START, wantedStamp } from '../../build/install.js';
import { projectWith } from './project';

function installedProject(context: TestContext, ...sets: string[]): string {
  const root = projectWith(context, { 'package-lock.json': '{"lockfileVersion":3}' });
  mkdirSync(join(root, 'node_modules'));
  for (const set of sets) writeFileSync(stampFile(root, set), wantedStamp(root));
  return root;
}

describe('install', () => {
  it('installs the set that is missing', (context) => {
    const root = installedProject(context);
    assert.equal(missingSet(root, START), START);
    assert.equal(missingSet(root, ALL), ALL);
  });

  it('installs nothing that is there, and the rest when more is needed', (context) => {
    const root = installedProject(context, START);
    assert.equal(missingSet(root, START), undefined);
    assert.equal(missingSet(root, ALL), ALL);
  });

  it('lets a complete installation serve everything, and never cuts it back', (context) => {
    const root = installedProject(context, ALL);
    assert.equal(missingSet(root, START), undefined);
    writeFileSync(join(root, 'package-lock.json'), '{"lockfileVersion":3,"packages":{}}');
    assert.equal(missingSet(root, START), ALL);
  });

  it('installs again when somebody has removed node_modules', (context) => {
    const root = installedProject(context, START, ALL);
    rmSync(join(root, 'node_modules'), { recursive: true });
    assert.equal(missingSet(root, START), START);
  });
});
