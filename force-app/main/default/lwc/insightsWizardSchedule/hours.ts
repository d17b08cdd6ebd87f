import { fill, formatTime } from 'c/insightsFormat';

import { hourOption } from './labels';

const HOUR_MILLISECONDS = 3600000;

/** @returns the full hour as it is written, such as "08:00" */
export function hourText(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/**
 * @param hour full hour in UTC, 0 to 23
 * @param now moment to look from, ISO 8601
 * @returns when it is this hour for the next time, ISO 8601 in UTC
 */
export function nextTime(hour: number, now: string): string {
  const at = new Date(now);
  at.setUTCHours(hour, 0, 0, 0);
  return new Date(at.getTime() > Date.parse(now) ? at : at.getTime() + 24 * HOUR_MILLISECONDS).toISOString();
}

/** @returns all hours of a day, in UTC and in the user's time zone as it is now */
export function hourOptions(now: string): { value: number; label: string }[] {
  return Array.from({ length: 24 }, (_hour, value) => ({
    value,
    label: fill(hourOption, hourText(value), formatTime(nextTime(value, now)))
  }));
}
