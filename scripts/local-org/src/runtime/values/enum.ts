import type { RtType } from './rttype';

/** A constant of an enum; emitted and platform enums extend it. Constants are singletons. */
export class ApexEnum {
  constructor(
    readonly rtType: RtType,
    readonly name: string,
    readonly ordinal: number
  ) {}
}
