import type { Population } from '../seed/population';
import { loginsReview } from './logins-review';
import { npsReport, onboardingReport, teachMeReport, untaggedReports } from './other-reports';
import type { Report } from './report';
import { surveyReport } from './survey';

/** Every report of the account that the stand-in plays. Their order is fixed. */
export class Catalogue {
  private readonly reports: Report[];

  /** @param rowCount rows of every report, a non-negative whole number */
  constructor(population: Population, rowCount: number) {
    if (!Number.isInteger(rowCount) || rowCount < 0) {
      throw new RangeError(`The number of rows must be a whole number from 0 on, not ${rowCount}.`);
    }
    this.reports = [
      loginsReview(population, rowCount),
      npsReport(population, rowCount),
      onboardingReport(population, rowCount),
      ...untaggedReports(population, rowCount),
      teachMeReport(population, rowCount),
      surveyReport(population, rowCount)
    ];
  }

  /** The reports that carry the tag; all of them without one. */
  list(tag?: string): Report[] {
    return tag === undefined ? this.reports : this.reports.filter((report) => report.tags.includes(tag));
  }

  /** The report with this id, or undefined. */
  find(id: string): Report | undefined {
    return this.reports.find((report) => report.id === id);
  }
}
