/**
 * `$r`: everything that emitted code calls, and nothing else.
 */
import { kernel } from './kernel';
import {
  booleanArithmetic,
  dateArithmetic,
  decimalArithmetic,
  doubleArithmetic,
  integerArithmetic,
  longArithmetic
} from './support/arithmetic';
import { cloneObject, define, defineEnum, defineType, enums, statics } from './support/classes';
import { collections } from './support/collections';
import { comparison } from './support/comparison';
import { conversions, numberCasts } from './support/conversions';
import { coverage } from './support/coverage';
import { bool, caught, checkFrame, isFatal, nonNull, passing, thrown, tick } from './support/errors';
import {
  instanceMethod,
  platformBase,
  platformField,
  platformNew,
  platformStatic,
  staticMethod,
  virtualMethod
} from './support/platform';
import { queries } from './support/queries';
import { records } from './support/records';
import { transactions } from './support/transactions';
import { ApexEnum, ApexException, ApexObject, isInstance, rtType } from './values';

export { asApexException } from './support/errors';

export const support = {
  kernel,
  ApexEnum,
  ApexException,
  ApexObject,
  rtType,
  isInstance,
  ...integerArithmetic,
  ...longArithmetic,
  ...doubleArithmetic,
  ...decimalArithmetic,
  ...booleanArithmetic,
  ...dateArithmetic,
  ...comparison,
  ...conversions,
  ...numberCasts,
  ...collections,
  ...records,
  ...queries,
  ...transactions,
  ...enums,
  define,
  defineType,
  defineEnum,
  statics,
  cloneObject,
  coverage,
  nonNull,
  bool,
  caught,
  isFatal,
  passing,
  thrown,
  checkFrame,
  tick,
  staticMethod,
  instanceMethod,
  virtualMethod,
  platformNew,
  platformStatic,
  platformField,
  platformBase
};
