import { isoSeconds, type Population } from '../seed/population';
import { keyCell } from './logins-review';
import { salesforceTag, type Cell, type Report } from './report';

const day = 86_400;

/** The default report of each user's answer to "how likely are you to recommend us?". */
export function npsReport(population: Population, rowCount: number): Report {
  return {
    id: 'nps',
    name: 'NPS',
    description: 'Net Promoter Score of every user who answered',
    tags: [salesforceTag],
    keyColumn: 'User ID',
    columns: [
      { name: 'User ID', type: 'string' },
      { name: 'NPS Score', type: 'number' },
      { name: 'NPS Category', type: 'string' },
      { name: 'Last Response', type: 'datetime' }
    ],
    rowCount,
    row: (index) => {
      const random = population.random('nps', index);
      const score = random.int(0, 10);
      return [
        keyOf(population, index),
        score,
        npsCategory(score),
        isoSeconds(population.asOf - random.int(0, 90 * day))
      ];
    }
  };
}

/** The default report of how far each user has come with the onboarding. */
export function onboardingReport(population: Population, rowCount: number): Report {
  return {
    id: 'onboarding-completion',
    name: 'Onboarding completion',
    description: 'Share of the onboarding tasks that every user has completed',
    tags: [salesforceTag],
    keyColumn: 'User ID',
    columns: [
      { name: 'User ID', type: 'string' },
      { name: 'Onboarding completion (%)', type: 'number' },
      { name: 'Completed', type: 'boolean' },
      { name: 'Completed On', type: 'date' }
    ],
    rowCount,
    row: (index) => {
      const random = population.random('onboarding', index);
      const percent = random.chance(0.4) ? 100 : random.int(0, 39) * 2.5;
      const completedOn = percent === 100 ? isoDay(population.asOf - random.int(0, 300) * day) : null;
      return [keyOf(population, index), percent, percent === 100, completedOn];
    }
  };
}

const courses = ['First steps', 'Reports and dashboards', 'Team settings', 'Data import & export'];

/** The default report of TeachMe: who has finished which course. Two rows for every user. */
export function teachMeReport(population: Population, rowCount: number): Report {
  return {
    id: 'teachme',
    name: 'TeachMe',
    description: 'Progress of every learner in every course that was started',
    tags: [salesforceTag, 'teachme'],
    keyColumn: 'User ID',
    columns: [
      { name: 'User ID', type: 'string' },
      { name: 'Course', type: 'string' },
      { name: 'Course Completed', type: 'boolean' },
      { name: 'Progress (%)', type: 'number' },
      { name: 'Last Activity', type: 'datetime' }
    ],
    rowCount,
    row: (index) => {
      const random = population.random('teachme', index);
      const user = Math.floor(index / 2);
      const course = courses[((user % 2) * 2 + (index % 2)) % courses.length] ?? null;
      const progress = random.chance(0.5) ? 100 : random.int(0, 99);
      const active = isoSeconds(population.asOf - random.int(0, 200 * day));
      return [keyOf(population, user), course, progress === 100, progress, active];
    }
  };
}

/** Reports that do not carry the tag: WalkMe holds more of them than it may send to Salesforce. */
export function untaggedReports(population: Population, rowCount: number): Report[] {
  return [
    usageCount(population, 'walk-thru-plays', 'Walk-Thru plays', ['walk_thrus'], rowCount),
    usageCount(population, 'page-views', 'Page views', [], rowCount)
  ];
}

function usageCount(population: Population, id: string, name: string, tags: string[], rowCount: number): Report {
  return {
    id,
    name,
    description: `${name} of every user`,
    tags,
    keyColumn: 'User ID',
    columns: [
      { name: 'User ID', type: 'string' },
      { name: 'Count', type: 'number' }
    ],
    rowCount,
    row: (index) => [keyOf(population, index), population.random(id, index).int(0, 5000)]
  };
}

function keyOf(population: Population, row: number): Cell {
  const part = population.partOf(row);
  return keyCell(population.person(part.person).email, part, population.random('logins row', row));
}

function npsCategory(score: number): string {
  if (score >= 9) return 'Promoter';
  return score >= 7 ? 'Passive' : 'Detractor';
}

function isoDay(seconds: number): string {
  return isoSeconds(seconds).slice(0, 10);
}
