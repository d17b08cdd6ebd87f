/**
 * Hears of batch jobs that were stopped, and ends the runs that they worked on.
 */
trigger InsightsBatchErrorTrigger on BatchApexErrorEvent(after insert) {
    InsightsBatchErrorHandler.handle(Trigger.new);
}
