/**
 * A Double: boxed, so that a value typed Object still knows that it is one.
 */
export class ApexDouble {
  constructor(readonly value: number) {}
  /** As Java's Double.toString writes it: `1.0`, `1.0E10`, `NaN`. */
  toText(): string {
    return doubleToText(this.value);
  }
}

/** Java's Double.toString: plain between 1e-3 and 1e7, else with exponent. */
export function doubleToText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0';
  const magnitude = Math.abs(value);
  if (magnitude >= 1e-3 && magnitude < 1e7) {
    const text = String(value);
    return text.includes('.') ? text : `${text}.0`;
  }
  const [digits, exponent] = value.toExponential().split('e');
  const mantissa = digits!.includes('.') ? digits! : `${digits}.0`;
  return `${mantissa}E${Number(exponent)}`;
}
