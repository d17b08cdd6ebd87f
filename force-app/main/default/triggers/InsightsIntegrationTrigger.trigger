/**
 * Keeps the next run of integrations in line with their schedule, and notes who changed them.
 */
trigger InsightsIntegrationTrigger on InsightsIntegration__c(before insert, before update) {
    InsightsIntegrationRevisions.note(Trigger.new, Trigger.oldMap);
    InsightsIntegrationSchedule.plan(Trigger.new, Trigger.oldMap);
}
