/** The platform types that the rules of the language name. */
import type { ApexType, TypeSymbol } from '../types';
import { named } from './basic';
import type { PlatformTypes } from './env';

/** Types of the platform by name; throws when the platform's description lacks one, because nothing works without. */
export class Builtins {
  constructor(private readonly platform: PlatformTypes) {}

  /** The symbol of a platform class. Throws Error when the description lacks it. */
  symbol(name: string): TypeSymbol {
    const symbol = this.platform.find(name);
    if (symbol === undefined) throw new Error(`The platform's description has no type ${name}`);
    return symbol;
  }

  /** A platform type: `type('List', item)`. */
  type(name: string, ...args: ApexType[]): ApexType {
    return named(this.symbol(name), args);
  }

  get object(): ApexType {
    return this.type('System.Object');
  }
  get string(): ApexType {
    return this.type('System.String');
  }
  get id(): ApexType {
    return this.type('System.Id');
  }
  get boolean(): ApexType {
    return this.type('System.Boolean');
  }
  get integer(): ApexType {
    return this.type('System.Integer');
  }
  get long(): ApexType {
    return this.type('System.Long');
  }
  get double(): ApexType {
    return this.type('System.Double');
  }
  get decimal(): ApexType {
    return this.type('System.Decimal');
  }
  get sobject(): ApexType {
    return this.type('System.SObject');
  }
  get exception(): ApexType {
    return this.type('System.Exception');
  }
  /** `List<item>`. */
  list(item: ApexType): ApexType {
    return this.type('System.List', item);
  }
  /** `Set<item>`. */
  set(item: ApexType): ApexType {
    return this.type('System.Set', item);
  }
  /** `Map<key,value>`. */
  map(key: ApexType, value: ApexType): ApexType {
    return this.type('System.Map', key, value);
  }
}
