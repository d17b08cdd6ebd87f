/**
 * EventBus.publish and the context of platform-event triggers.
 * Source: Apex Reference Guide, "EventBus Class", "TriggerContext Class".
 */
import { kernel } from '../../kernel';
import { ApexList, ApexObject, rtType, throwNew, type RtType, type SObjectValue } from '../../values';
import { nonNull } from '../args';
import { makeResult, makeResults } from '../database/results';
import { platformClass } from '../registry';

function publish(target: SObjectValue | ApexList | null): unknown {
  const events = nonNull(target);
  const records = events instanceof ApexList ? (events.items as SObjectValue[]) : [events];
  for (const record of records) {
    if (record.schema.sort !== 'platformEvent') {
      throwNew('System.TypeException', `Only platform events can be published, not ${record.schema.name}`);
    }
  }
  const results = kernel.services.publishEvents(records);
  return events instanceof ApexList ? makeResults('save', results) : makeResult('save', results[0]!);
}

platformClass('System.EventBus', { statics: { 'publish/1': publish } });

class TriggerContext extends ApexObject {
  override get rtType(): RtType {
    return rtType('EventBus.TriggerContext');
  }
}

platformClass('EventBus.TriggerContext', {
  statics: { 'currentContext/0': () => new TriggerContext() },
  instance: {
    'setResumeCheckpoint/1': (_self: TriggerContext, replayId: string | null) =>
      kernel.services.eventTriggerContext().setResumeCheckpoint(nonNull(replayId))
  },
  fields: {
    retries: { get: () => kernel.services.eventTriggerContext().retries },
    lastError: { get: () => kernel.services.eventTriggerContext().lastError }
  }
});
