import { formatDuration, formatUtc, OUTCOMES, type RunLine } from './runLog';

const STYLE = `
  body { font: 0.875rem/1.5 system-ui, sans-serif; margin: 2rem; color: #181818; background: #fff; }
  table { border-collapse: collapse; }
  caption { text-align: left; font-size: 1.25rem; padding-bottom: 0.75rem; }
  th, td { padding: 0.375rem 0.75rem; border-bottom: 1px solid #c9c9c9; text-align: left; }
  td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }`;

/** The run log as a page: one row a run, newest first. */
export function runLogPage(runs: readonly RunLine[]): string {
  const body = runs.length === 0 ? '<p>No run has started yet.</p>' : table(runs);
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Insights Sync: run log</title>
<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

function table(runs: readonly RunLine[]): string {
  const heads = ['Report', 'Object', 'Trigger', 'Start (UTC)', 'Duration', 'Status'].map(
    (text) => `<th scope="col">${text}</th>`
  );
  const counts = ['Read', ...OUTCOMES].map((text) => `<th scope="col" class="number">${text}</th>`);
  const problem = '<th scope="col">What happened, what to do</th>';
  return `<table><caption>Run log</caption><thead><tr>${heads.join('')}${counts.join('')}${problem}</tr></thead>
<tbody>${runs.map(row).join('\n')}</tbody></table>`;
}

function row(run: RunLine): string {
  const texts = [run.report, run.object, run.trigger, formatUtc(run.startedAt), formatDuration(run), run.statusLabel];
  const counts = [run.read, ...OUTCOMES.map((outcome) => run.counts[outcome])];
  const problem = [run.errorMessage, run.remedy].filter((text) => text !== null).join(' ');
  return `<tr>${texts.map((text) => `<td>${escapeHtml(text)}</td>`).join('')}${counts
    .map((count) => `<td class="number">${count}</td>`)
    .join('')}<td>${escapeHtml(problem)}</td></tr>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
