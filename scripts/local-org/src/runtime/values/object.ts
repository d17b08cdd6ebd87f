import { OBJECT, type RtType } from './rttype';

/** Ancestor of emitted user classes and of the library's classes. */
export class ApexObject {
  /** Run-time type; emitted classes and library classes override it on their prototype. */
  get rtType(): RtType {
    return OBJECT;
  }
  /** Constructor of a class without one: emitted constructors end here. */
  $c(): this {
    return this;
  }
}
