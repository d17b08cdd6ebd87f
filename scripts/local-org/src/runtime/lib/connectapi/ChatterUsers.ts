/**
 * Connect in Apex, as far as code asks it whether a test sees the org's data.
 * Source: Apex Developer Guide, "Testing ConnectApi Code".
 */
import { kernel } from '../../kernel';
import { throwNew } from '../../values';
import { UnsupportedError } from '../../values/errors';
import { platformClass } from '../registry';

/** @throws UnsupportedOperationException in tests without SeeAllData */
function getFollowings(): never {
  if (kernel.tx.test?.seeAllData === false) {
    throwNew(
      'System.UnsupportedOperationException',
      'ConnectApi methods are not supported in data siloed tests. Please use @IsTest(SeeAllData=true).'
    );
  }
  throw new UnsupportedError('ConnectApi.ChatterUsers.getFollowings outside tests with data of their own');
}

platformClass('ConnectApi.ChatterUsers', { statics: { 'getFollowings/2': getFollowings } });
