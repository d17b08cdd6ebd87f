/**
 * System.Crypto and System.UUID. What needs a certificate of the org is left out and so refused by name.
 * Source: Apex Reference Guide, "Crypto Class", "UUID Class".
 */
import crypto from 'node:crypto';
import { ApexBlob, ApexObject, rtType, throwNew, type RtType } from '../../values';
import { withoutNulls } from '../args';
import { platformClass } from '../registry';
import { hashOfString } from './string/search';

const DIGESTS: Record<string, string> = {
  md5: 'md5',
  sha1: 'sha1',
  'sha-1': 'sha1',
  'sha-256': 'sha256',
  sha256: 'sha256',
  'sha-512': 'sha512',
  sha512: 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512'
};
const MACS: Record<string, string> = { hmacmd5: 'md5', hmacsha1: 'sha1', hmacsha256: 'sha256', hmacsha512: 'sha512' };

function algorithm(table: Record<string, string>, name: string): string {
  return table[name.toLowerCase()] ?? throwNew('System.SecurityException', `Invalid algorithm ${name}`);
}

function digest(name: string, input: ApexBlob): ApexBlob {
  return new ApexBlob(crypto.createHash(algorithm(DIGESTS, name)).update(input.bytes).digest());
}
function mac(name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
  return new ApexBlob(crypto.createHmac(algorithm(MACS, name), key.bytes).update(input.bytes).digest());
}

function cipherName(name: string, key: ApexBlob): string {
  const bits = { aes128: 128, aes192: 192, aes256: 256 }[name.toLowerCase()];
  if (!bits) return throwNew('System.SecurityException', `Invalid algorithm: ${name}`);
  if (key.size * 8 !== bits) {
    return throwNew('System.InvalidParameterValueException', `Invalid private key. Must be ${bits / 8} bytes.`);
  }
  return `aes-${bits}-cbc`;
}

function encrypt(name: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob): ApexBlob {
  if (iv.size !== 16)
    return throwNew('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  const cipher = crypto.createCipheriv(cipherName(name, key), key.bytes, iv.bytes);
  return new ApexBlob(Buffer.concat([cipher.update(data.bytes), cipher.final()]));
}
function decrypt(name: string, key: ApexBlob, iv: ApexBlob, data: ApexBlob): ApexBlob {
  if (iv.size !== 16)
    return throwNew('System.InvalidParameterValueException', 'Invalid initialization vector. Must be 16 bytes.');
  const decipher = crypto.createDecipheriv(cipherName(name, key), key.bytes, iv.bytes);
  try {
    return new ApexBlob(Buffer.concat([decipher.update(data.bytes), decipher.final()]));
  } catch {
    return throwNew('System.SecurityException', 'Given final block not properly padded');
  }
}

/** The vector is the first 16 bytes of the result. */
function encryptManaged(name: string, key: ApexBlob, data: ApexBlob): ApexBlob {
  const iv = new ApexBlob(crypto.randomBytes(16));
  return new ApexBlob(Buffer.concat([iv.bytes, encrypt(name, key, iv, data).bytes]));
}
function decryptManaged(name: string, key: ApexBlob, data: ApexBlob): ApexBlob {
  if (data.size < 32) return throwNew('System.InvalidParameterValueException', 'Invalid ciphertext.');
  const iv = new ApexBlob(data.bytes.subarray(0, 16));
  return decrypt(name, key, iv, new ApexBlob(data.bytes.subarray(16)));
}

function aesKey(bits: number): ApexBlob {
  if (![128, 192, 256].includes(bits)) return throwNew('System.InvalidParameterValueException', 'Invalid key size');
  return new ApexBlob(crypto.randomBytes(bits / 8));
}

/** "Crypto Class", sign: keys are PKCS #8 to sign and X.509 SubjectPublicKeyInfo to verify, both as DER. */
const SIGNATURES: Record<string, string> = {
  rsa: 'sha1',
  'rsa-sha1': 'sha1',
  'rsa-sha256': 'sha256',
  'rsa-sha384': 'sha384',
  'rsa-sha512': 'sha512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512'
};

/** The key, which must be of the sort that the algorithm begins with. @throws InvalidParameterValueException */
function signatureKey(name: string, read: () => crypto.KeyObject): crypto.KeyObject {
  const wanted = name.toLowerCase().startsWith('rsa') ? 'rsa' : 'ec';
  let key: crypto.KeyObject | null;
  try {
    key = read();
  } catch {
    key = null;
  }
  return key?.asymmetricKeyType === wanted
    ? key
    : throwNew('System.InvalidParameterValueException', `Invalid key for ${name}`);
}

function sign(name: string, input: ApexBlob, key: ApexBlob): ApexBlob {
  const hash = algorithm(SIGNATURES, name);
  const read = () => crypto.createPrivateKey({ key: key.bytes, format: 'der', type: 'pkcs8' });
  return new ApexBlob(crypto.sign(hash, input.bytes, signatureKey(name, read)));
}
function verify(name: string, input: ApexBlob, signature: ApexBlob, key: ApexBlob): boolean {
  const hash = algorithm(SIGNATURES, name);
  const read = () => crypto.createPublicKey({ key: key.bytes, format: 'der', type: 'spki' });
  return crypto.verify(hash, input.bytes, signatureKey(name, read), signature.bytes);
}

platformClass('System.Crypto', {
  statics: withoutNulls({
    'generateDigest/2': digest,
    'generateMac/3': mac,
    'sign/3': sign,
    'verify(String,Blob,Blob,Blob)': verify,
    'verifyHMac/4': (name: string, input: ApexBlob, key: ApexBlob, expected: ApexBlob) =>
      mac(name, input, key).equals(expected),
    'generateAesKey/1': aesKey,
    'encrypt/4': encrypt,
    'decrypt/4': decrypt,
    'encryptWithManagedIV/3': encryptManaged,
    'decryptWithManagedIV/3': decryptManaged,
    'getRandomInteger/0': () => crypto.randomBytes(4).readInt32BE(0),
    'getRandomLong/0': () => crypto.randomBytes(8).readBigInt64BE(0)
  })
});

const UUID_TYPE = rtType('System.UUID');

export class Uuid extends ApexObject {
  constructor(readonly text: string) {
    super();
  }
  override get rtType(): RtType {
    return UUID_TYPE;
  }
  toText(): string {
    return this.text;
  }
  equals$1(other: unknown): boolean {
    return other instanceof Uuid && other.text === this.text;
  }
  hashcode$0(): number {
    return hashOfString(this.text);
  }
}

function uuidFrom(text: string): Uuid {
  const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
  return isUuid
    ? new Uuid(text.toLowerCase())
    : throwNew('System.IllegalArgumentException', `Invalid UUID string: ${text}`);
}

platformClass('System.UUID', {
  jsClass: Uuid,
  statics: withoutNulls({ 'randomUUID/0': () => new Uuid(crypto.randomUUID()), 'fromString/1': uuidFrom }),
  instance: {
    'toString/0': (self: Uuid) => self.text,
    'equals/1': (self: Uuid, other: unknown) => self.equals$1(other),
    'hashCode/0': (self: Uuid) => self.hashcode$0()
  }
});
