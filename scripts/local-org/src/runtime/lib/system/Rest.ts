/**
 * RestContext, RestRequest, RestResponse, and Version, Collator, QueueableDuplicateSignature, Location.
 * Source: Apex Reference Guide, the pages of those classes.
 */
import { kernel } from '../../kernel';
import {
  ApexBlob,
  type ApexDecimal,
  ApexDouble,
  ApexMap,
  ApexObject,
  mapOf,
  rtType,
  STRING,
  throwNew,
  valueContext,
  type RtType
} from '../../values';
import { localeTag } from '../../format/localeFormat';
import { nonNull } from '../args';
import { type Bean, beanClass } from '../bean';
import { platformClass } from '../registry';

const stringMap = (): ApexMap => new ApexMap(mapOf(STRING, STRING));

beanClass('System.RestRequest', {
  defaults: () => ({ headers: stringMap(), params: stringMap(), requestBody: new ApexBlob(Buffer.alloc(0)) }),
  instance: {
    'addHeader/2': (self: Bean, name: string, value: string) => void (self.get('headers') as ApexMap).put(name, value),
    'addParameter/2': (self: Bean, name: string, value: string) => void (self.get('params') as ApexMap).put(name, value)
  }
});
beanClass('System.RestResponse', {
  defaults: () => ({ headers: stringMap() }),
  instance: {
    'addHeader/2': (self: Bean, name: string, value: string) => void (self.get('headers') as ApexMap).put(name, value)
  }
});

/** What `RestContext.request` and `.response` hold in this transaction. */
function contextField(name: string): { get: () => unknown; set: (self: unknown, value: unknown) => void } {
  const key = `RestContext.${name}`;
  return {
    get: () => kernel.tx.extra.get(key) ?? null,
    set: (_self, value) => void kernel.tx.extra.set(key, value)
  };
}
platformClass('System.RestContext', {
  fields: { request: contextField('request'), response: contextField('response') }
});

class Version extends ApexObject {
  constructor(
    readonly major: number,
    readonly minor: number,
    readonly patch: number | null
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.Version');
  }
  compare(other: Version): number {
    const byNumber = this.major - other.major || this.minor - other.minor;
    return Math.sign(byNumber || (this.patch ?? 0) - (other.patch ?? 0));
  }
  equals$1(other: unknown): boolean {
    return other instanceof Version && this.compare(other) === 0;
  }
}

platformClass('System.Version', {
  jsClass: Version,
  construct: {
    '/2': (major: number, minor: number) => new Version(nonNull(major), nonNull(minor), null),
    '/3': (major: number, minor: number, patch: number) => new Version(nonNull(major), nonNull(minor), nonNull(patch))
  },
  instance: {
    'compareTo/1': (self: Version, other: Version | null) => self.compare(nonNull(other)),
    'major/0': (self: Version) => self.major,
    'minor/0': (self: Version) => self.minor,
    'patch/0': (self: Version) => self.patch
  }
});

class Collator extends ApexObject {
  private readonly collator = new Intl.Collator(localeTag(valueContext.locale()));
  override get rtType(): RtType {
    return rtType('System.Collator');
  }
  compare$2(a: string | null, b: string | null): number {
    if (a === null || b === null) return Number(a !== null) - Number(b !== null);
    return Math.sign(this.collator.compare(a, b));
  }
}

platformClass('System.Collator', {
  statics: { 'getInstance/0': () => new Collator() },
  instance: { 'compare/2': (self: Collator, a: string | null, b: string | null) => self.compare$2(a, b) }
});

/** Longest signature in bytes. */
const MAX_SIGNATURE = 900;

class SignatureBuilder extends ApexObject {
  private text = '';
  override get rtType(): RtType {
    return rtType('System.QueueableDuplicateSignature.Builder');
  }
  get size(): number {
    return Buffer.byteLength(this.text);
  }
  add(kind: string, value: unknown): this {
    this.text += `${kind}${String(value).length}:${String(value)}`;
    if (this.size > MAX_SIGNATURE) throwNew('System.IllegalArgumentException', 'The signature is too long');
    return this;
  }
  build(): Signature {
    return new Signature(this.text);
  }
}

class Signature extends ApexObject {
  constructor(private readonly text: string) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.QueueableDuplicateSignature');
  }
  toText(): string {
    return this.text;
  }
}

platformClass('System.QueueableDuplicateSignature.Builder', {
  construct: { '/0': () => new SignatureBuilder() },
  instance: {
    'addId/1': (self: SignatureBuilder, value: string | null) => self.add('d', nonNull(value)),
    'addInteger/1': (self: SignatureBuilder, value: number | null) => self.add('i', nonNull(value)),
    'addString/1': (self: SignatureBuilder, value: string | null) => self.add('s', nonNull(value)),
    'build/0': (self: SignatureBuilder) => self.build(),
    'getMaxSize/0': () => MAX_SIGNATURE,
    'getSize/0': (self: SignatureBuilder) => self.size,
    'getRemainingSize/0': (self: SignatureBuilder) => MAX_SIGNATURE - self.size
  }
});
platformClass('System.QueueableDuplicateSignature', {
  statics: { 'Builder/0': () => new SignatureBuilder() },
  instance: { 'toString/0': (self: Signature) => self.toText() }
});

/** Mean radius of the earth. */
const EARTH_RADIUS = { mi: 3958.7558657441, km: 6371.0072 };

class Location extends ApexObject {
  constructor(
    readonly latitude: number,
    readonly longitude: number
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.Location');
  }
  distance(to: Location, unit: string): ApexDouble {
    if (unit !== 'mi' && unit !== 'km') return throwNew('System.IllegalArgumentException', `Invalid unit: ${unit}`);
    const radians = (degrees: number): number => (degrees * Math.PI) / 180;
    const [a, b] = [radians(this.latitude), radians(to.latitude)];
    const half = Math.sin((b - a) / 2) ** 2;
    const across = Math.cos(a) * Math.cos(b) * Math.sin(radians(to.longitude - this.longitude) / 2) ** 2;
    return new ApexDouble(2 * EARTH_RADIUS[unit] * Math.asin(Math.sqrt(half + across)));
  }
}

platformClass('System.Location', {
  statics: {
    'newInstance/2': (lat: ApexDecimal, long: ApexDecimal) =>
      new Location(nonNull(lat).toNumber(), nonNull(long).toNumber()),
    'getDistance/3': (from: Location, to: Location, unit: string) => nonNull(from).distance(nonNull(to), nonNull(unit))
  },
  instance: {
    'getDistance/2': (self: Location, to: Location, unit: string) => self.distance(nonNull(to), nonNull(unit)),
    'getLatitude/0': (self: Location) => new ApexDouble(self.latitude),
    'getLongitude/0': (self: Location) => new ApexDouble(self.longitude)
  },
  fields: {
    latitude: { get: (self: Location) => new ApexDouble(self.latitude) },
    longitude: { get: (self: Location) => new ApexDouble(self.longitude) }
  }
});
