/**
 * System.UserInfo, FeatureManagement and Request.
 * Source: Apex Reference Guide, "UserInfo Class", "FeatureManagement Class", "Request Class".
 */
import { kernel } from '../../kernel';
import { ApexObject, rtType, type RtType } from '../../values';
import { withoutNulls } from '../args';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';
import { TimeZone } from './Time';

platformClass('System.UserInfo', {
  statics: {
    'getDefaultCurrency/0': () => kernel.tx.user.defaultCurrency,
    'getFirstName/0': () => kernel.tx.user.firstName,
    'getLanguage/0': () => kernel.tx.user.language,
    'getLastName/0': () => kernel.tx.user.lastName,
    'getLocale/0': () => kernel.tx.user.locale,
    'getName/0': () => kernel.tx.user.name,
    'getOrganizationId/0': () => kernel.tx.user.organizationId,
    'getOrganizationName/0': () => kernel.tx.user.organizationName,
    'getProfileId/0': () => kernel.tx.user.profileId,
    'getSessionId/0': () => kernel.tx.user.sessionId,
    'getTimeZone/0': () => new TimeZone(kernel.tx.user.timeZone),
    'getUiTheme/0': () => 'Theme4d',
    'getUiThemeDisplayed/0': () => 'Theme4d',
    'getUserEmail/0': () => kernel.tx.user.email,
    'getUserId/0': () => kernel.tx.user.id,
    'getUserName/0': () => kernel.tx.user.username,
    'getUserRoleId/0': () => kernel.tx.user.roleId,
    'getUserType/0': () => kernel.tx.user.userType,
    'isMultiCurrencyOrganization/0': () => false
  }
});

platformClass('System.FeatureManagement', {
  statics: withoutNulls({
    'checkPermission/1': (name: string) => kernel.services.permissions.hasCustomPermission(name)
  })
});

const TYPE = rtType('System.Request');
/** Kinds whose name differs from the constant of Quiddity. */
const QUIDDITY: Record<string, string> = { BATCH_START: 'BATCH_APEX', BATCH_FINISH: 'BATCH_APEX', UNDEFINED: 'UD' };

class Request extends ApexObject {
  override get rtType(): RtType {
    return TYPE;
  }
}

platformClass('System.Request', {
  statics: { 'getCurrent/0': () => kernel.tx.remember('System.Request', () => new Request()) },
  instance: {
    'getQuiddity/0': () => enumConstant('System.Quiddity', QUIDDITY[kernel.tx.kind] ?? kernel.tx.kind),
    'getRequestId/0': () => `local-${kernel.tx.id}`
  }
});
