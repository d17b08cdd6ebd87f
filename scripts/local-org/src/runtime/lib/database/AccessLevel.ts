/**
 * System.AccessLevel. Access by a permission set is refused by name.
 * Source: Apex Reference Guide, "AccessLevel Class".
 */
import type { AccessMode } from '../../services';
import { ApexObject, rtType, type RtType } from '../../values';
import { platformClass } from '../registry';

const TYPE = rtType('System.AccessLevel');

export class AccessLevel extends ApexObject {
  constructor(readonly mode: AccessMode) {
    super();
  }
  override get rtType(): RtType {
    return TYPE;
  }
}

const USER_MODE = new AccessLevel('user');
const SYSTEM_MODE = new AccessLevel('system');

platformClass('System.AccessLevel', {
  fields: {
    USER_MODE: { get: () => USER_MODE },
    SYSTEM_MODE: { get: () => SYSTEM_MODE }
  }
});
