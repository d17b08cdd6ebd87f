/** Bytes. Immutable. */
export class ApexBlob {
  constructor(readonly bytes: Buffer) {}
  static fromString(text: string): ApexBlob {
    return new ApexBlob(Buffer.from(text, 'utf8'));
  }
  get size(): number {
    return this.bytes.length;
  }
  equals(other: ApexBlob): boolean {
    return this.bytes.equals(other.bytes);
  }
}
