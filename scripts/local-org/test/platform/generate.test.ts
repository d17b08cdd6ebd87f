import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { readClassFile } from '../../src/platform/classfile';
import { generateSnapshots, snapshotText } from '../../src/platform/generate';

const folder = path.join(__dirname, '../../src/platform/snapshot');

describe('platform snapshot', () => {
  it('is what the installed type libraries give', async () => {
    const { classes, objects } = await generateSnapshots();
    assert.equal(snapshotText(classes), readFileSync(path.join(folder, 'classes.snapshot.json'), 'utf8'));
    assert.equal(snapshotText(objects), readFileSync(path.join(folder, 'objects.snapshot.json'), 'utf8'));
  });

  it('refuses bytes that are not a class file', () => {
    assert.throws(() => readClassFile(Buffer.from('not a class file')), /Not a Java class file/);
  });
});
