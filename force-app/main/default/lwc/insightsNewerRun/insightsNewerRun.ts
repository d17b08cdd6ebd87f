type Run = Apex.InsightsRunView;

/**
 * Answers overtake each other: what is done is never taken back on the screen.
 * @param shown the run as it is shown, if it is
 * @param answer the run as an answer tells it
 * @returns the one that knows more
 */
export function newerRun(shown: Run | null | undefined, answer: Run): Run {
  return shown && shown.id === answer.id && isLate(answer, shown) ? shown : answer;
}

function isLate(answer: Run, shown: Run): boolean {
  if (Boolean(answer.endedAt) !== Boolean(shown.endedAt)) {
    return !answer.endedAt;
  }
  const wasReadEarlier = Boolean(answer.readAt && shown.readAt && answer.readAt < shown.readAt);
  return wasReadEarlier || (answer.rowsRead ?? 0) < (shown.rowsRead ?? 0);
}
