import type { PersonaPlan } from '../web/personas';

/**
 * One user for each permission set of the app, and one without any. The administrator is there already.
 */
export const EXAMPLE_PERSONAS: readonly PersonaPlan[] = [
  {
    persona: 'operator',
    firstName: 'Olive',
    lastName: 'Operator',
    timeZone: 'America/New_York',
    locale: 'en_US',
    permissionSets: ['InsightsSyncOperator', 'WalkMeLeadFields']
  },
  {
    persona: 'viewer',
    firstName: 'Victor',
    lastName: 'Viewer',
    timeZone: 'Asia/Tokyo',
    locale: 'en_US',
    permissionSets: ['InsightsSyncViewer']
  },
  {
    persona: 'none',
    firstName: 'Nora',
    lastName: 'Newcomer',
    timeZone: 'Europe/Berlin',
    locale: 'en_US',
    permissionSets: []
  }
];
