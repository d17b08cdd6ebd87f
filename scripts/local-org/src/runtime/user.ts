/** The user in whose name a transaction runs. Times zones are IANA names; locale and language are Salesforce keys. */
export interface UserContext {
  id: string;
  username: string;
  firstName: string | null;
  lastName: string;
  /** Full name. */
  name: string;
  email: string;
  profileId: string;
  profileName: string;
  roleId: string | null;
  /** `Standard`, `Guest`, … */
  userType: string;
  timeZone: string;
  locale: string;
  language: string;
  isActive: boolean;
  defaultCurrency: string;
  organizationId: string;
  organizationName: string;
  sessionId: string | null;
}

/** Used before an org is wired: the administrator of an empty org. */
export const DEFAULT_USER: UserContext = {
  id: '005000000000001AAA',
  username: 'admin@local.org.example',
  firstName: 'Local',
  lastName: 'Admin',
  name: 'Local Admin',
  email: 'admin@local.org.example',
  profileId: '00e000000000001AAA',
  profileName: 'System Administrator',
  roleId: null,
  userType: 'Standard',
  timeZone: 'GMT',
  locale: 'en_US',
  language: 'en_US',
  isActive: true,
  defaultCurrency: 'USD',
  organizationId: '00D000000000001EAA',
  organizationName: 'Local Org',
  sessionId: null
};
