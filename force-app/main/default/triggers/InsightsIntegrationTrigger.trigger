/**
 * Keeps the next run of integrations in line with their schedule.
 */
trigger InsightsIntegrationTrigger on InsightsIntegration__c(before insert, before update) {
    InsightsIntegrationSchedule.plan(Trigger.new, Trigger.oldMap);
}
