/**
 * What an e-mail service hands to its class.
 * Source: Apex Reference Guide, "InboundEmail Class", "InboundEnvelope Class", "InboundEmailResult Class".
 */
import { ApexList, listOf, rtType, STRING } from '../../values';
import { beanClass } from '../bean';

const strings = (): ApexList => new ApexList(listOf(STRING));

beanClass('Messaging.InboundEmail', {
  defaults: () => ({
    toAddresses: strings(),
    ccAddresses: strings(),
    references: strings(),
    headers: new ApexList(listOf(rtType('Messaging.InboundEmail.Header')))
  })
});
beanClass('Messaging.InboundEmail.Header');
beanClass('Messaging.InboundEmail.TextAttachment');
beanClass('Messaging.InboundEmail.BinaryAttachment');
beanClass('Messaging.InboundEnvelope');
beanClass('Messaging.InboundEmailResult');
