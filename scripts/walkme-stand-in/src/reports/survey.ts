import { isoSeconds, type Population } from '../seed/population';
import { salesforceTag, type Report } from './report';

const hour = 3_600;
const day = 24 * hour;

/** How many answers each user gives: a survey report has a row for every answer, not for every user. */
export const answersPerUser = 3;

const surveys = ['Quarterly "pulse" survey', 'Onboarding feedback', 'Feature request, Q1 & Q2'];
const answers = [
  'Very satisfied',
  'Satisfied',
  'Neither, nor',
  'Dissatisfied',
  'C’est parfait',
  'とても良い',
  'Line one\nline two',
  '8'
];

/**
 * A survey report: three answers of each user on consecutive rows, in no order of time. Headers as seen in exported
 * reports; users are those of the other reports, so that the same records match.
 */
export function surveyReport(population: Population, rowCount: number): Report {
  return {
    id: 'survey-answers',
    name: 'Survey answers',
    description: 'Every answer of every user to every survey; several rows for a user',
    tags: [salesforceTag, 'surveys'],
    keyColumn: 'EndUserID',
    columns: [
      { name: 'EndUserID', type: 'string' },
      { name: 'Question Date & Time (UTC)', type: 'datetime' },
      { name: 'Survey Name', type: 'string' },
      { name: 'Answer', type: 'string' },
      { name: 'Number of Survey Plays', type: 'number' }
    ],
    rowCount,
    row: (index) => {
      const random = population.random('survey', index);
      const user = Math.floor(index / answersPerUser);
      const asked = isoSeconds(population.asOf - random.int(0, 60) * day - random.int(0, 23) * hour);
      const answer = random.chance(0.05) ? null : random.pick(answers);
      return [population.person(user).email, asked, random.pick(surveys), answer, random.int(1, 9)];
    }
  };
}
