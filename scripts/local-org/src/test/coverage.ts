import type { Program } from '../apex/program';
import type { ClassCoverage, TestReport } from './report';

/** Line coverage of all classes and triggers that are no tests, lowest first. */
export function coverageReport(program: Program): NonNullable<TestReport['coverage']> {
  const classes = program.coverage().map(({ name, file, lines, covered }): ClassCoverage => {
    const run = new Set(covered);
    return {
      name,
      file,
      covered: covered.length,
      total: lines.length,
      uncoveredLines: lines.filter((line) => !run.has(line))
    };
  });
  classes.sort((a, b) => share(a) - share(b) || a.name.localeCompare(b.name));
  const covered = classes.reduce((sum, entry) => sum + entry.covered, 0);
  const total = classes.reduce((sum, entry) => sum + entry.total, 0);
  return { total: total === 0 ? null : Math.floor((1000 * covered) / total) / 10, classes };
}

function share({ covered, total }: ClassCoverage): number {
  return total === 0 ? 1 : covered / total;
}
