import { mkdirSync } from 'node:fs';
import { serveOrg } from '../local-org/src/web/server';
import { deployExample, seedExample } from '../local-org/src/start/exampleOrg';
import { EXAMPLE_PERSONAS } from '../local-org/src/start/examplePersonas';
import { startStandIn } from '../local-org/src/start/standIn';
import { buildBundle } from '../local-org/src/start/bundle';
import { launch, openAs } from './harness';
async function main() {
  mkdirSync('/tmp/shots/wizard-apex', { recursive: true });
  const bundle = buildBundle();
  const standIn = await startStandIn(500);
  const org = deployExample({ standInUrl: standIn.url, log: console.log, databaseFile: ':memory:' } as never);
  seedExample(org, 500, console.log);
  const server = await serveOrg(org, { port: 0, log: console.log, personas: EXAMPLE_PERSONAS } as never);
  console.log('bundle problem', await bundle.done);
  const browser = await launch({ width: 1280, height: 900 });
  try {
    const { page, complaints } = await browser.newPage();
    page.setDefaultTimeout(30000);
    page.on('requestfinished', (r) => { if (r.url().includes('/local/apex/Insights')) { const t = r.timing(); console.log('   ', r.url().split('/').pop(), Math.round(t.responseEnd), 'ms'); } });
    let n = 0;
    const shot = async (name: string) => { await page.waitForTimeout(700); await page.screenshot({ path: `/tmp/shots/wizard-apex/${++n}-${name}.png` }); console.log('shot', name); };
    for (let i = 0; i < 6; i++) { try { await openAs(page, `${server.url}/lightning/n/InsightsSync`, 'admin'); break; } catch (e) { console.log('again'); await page.waitForTimeout(5000); } }
    await page.getByRole('button', { name: 'New Integration' }).first().click();
    await shot('env');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForTimeout(3000);
    await shot('choice');
    const boxes = page.getByRole('combobox');
    for (let i = 0; i < await boxes.count(); i++) console.log('combobox', await boxes.nth(i).evaluate((e: any) => e.labels?.[0]?.textContent ?? e.getAttribute('aria-label')));
    await boxes.first().click();
    await shot('reports');
    await page.getByRole('option').first().click();
    await page.waitForTimeout(2000);
    await shot('report-chosen');
    await boxes.nth(1).click(); await boxes.nth(1).fill('Lead');
    await shot('objects');
    await page.getByRole('option').filter({ hasText: 'Lead' }).first().click();
    await page.waitForTimeout(2500);
    await shot('object-chosen');
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.waitForTimeout(1500);
    await shot('mapping');
    for (const b of await page.getByRole('button').all()) console.log('button', (await b.textContent())?.trim().slice(0, 60), await b.isDisabled());
    const all = page.getByRole('button', { name: /Accept|Add all/i });
    if (await all.count()) { await all.first().click(); await page.waitForTimeout(1500); await shot('accepted'); }
    await page.getByRole('button', { name: 'Continue' }).click();
    await shot('schedule');
    await page.getByRole('button', { name: 'Save and Run' }).click();
    await page.waitForTimeout(2000);
    await shot('saved');
    await page.waitForTimeout(5000);
    await shot('after-run');
    console.log('complaints', complaints);
  } catch (e) { console.log(String(e).slice(0, 800)); try { const p = browser.context.pages().at(-1)!; await p.screenshot({ path: '/tmp/shots/wizard-apex/failed.png' }); } catch {} }
  await browser.close(); await server.close(); org.close(); standIn.close(); bundle.stop();
}
main().catch((e) => { console.error(e); process.exit(1); });
