import assert from 'node:assert/strict';
import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import { it } from 'node:test';
import { ApexBlob } from '../../src/runtime/values';
import { callStatic, thrownBy } from './support';

interface KeyPair {
  publicKey: Buffer;
  privateKey: Buffer;
}

function encoded(pair: KeyPairKeyObjectResult): KeyPair {
  return {
    publicKey: pair.publicKey.export({ type: 'spki', format: 'der' }),
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' })
  };
}

const rsa = encoded(generateKeyPairSync('rsa', { modulusLength: 2048 }));
const ec = encoded(generateKeyPairSync('ec', { namedCurve: 'P-256' }));

function sign(name: string, text: string, key: Buffer): ApexBlob {
  return callStatic('System.Crypto', 'sign', name, new ApexBlob(Buffer.from(text)), new ApexBlob(key)) as ApexBlob;
}
function verify(name: string, text: string, signature: ApexBlob, key: Buffer): unknown {
  return callStatic('System.Crypto', 'verify', name, new ApexBlob(Buffer.from(text)), signature, new ApexBlob(key));
}

// Apex Reference Guide, "Crypto Class".
it('signs and verifies with RSA and elliptic curves', () => {
  for (const [name, pair] of [
    ['RSA-SHA512', rsa],
    ['RSA', rsa],
    ['ECDSA-SHA256', ec]
  ] as const) {
    const signature = sign(name, 'data', pair.privateKey);
    assert.deepEqual(
      [verify(name, 'data', signature, pair.publicKey), verify(name, 'other', signature, pair.publicKey)],
      [true, false]
    );
  }
});

it('refuses unknown algorithms and keys of another sort', () => {
  assert.match(
    thrownBy(() => sign('RSA-MD5', 'x', rsa.privateKey)),
    /^System.SecurityException/
  );
  assert.match(
    thrownBy(() => sign('RSA', 'x', ec.privateKey)),
    /^System.InvalidParameterValueException/
  );
  assert.match(
    thrownBy(() => sign('RSA', 'x', Buffer.from('no key'))),
    /^System.InvalidParameterValueException/
  );
});
