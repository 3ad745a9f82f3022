/** What axe finds in every view: nothing serious. And what a narrow screen and paper show. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch } from './chromium.ts';
import { type Site, screenshot, siteOf } from './site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

async function serious(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<{ violations: Violation[] }> } }).axe.run(),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
}

describe.skipIf(!CHROMIUM)('the review site is accessible:', () => {
  let browser: Browser;
  let site: Site;
  let id: string;
  /** Of a document with few numbers: looking at the contrast of each takes long. */
  let small: string;
  beforeAll(async () => {
    browser = await launch();
    site = await siteOf(browser, ['shandong-2023-budget.pdf', 'liaoning-2021-final.txt']);
    const page = await site.page();
    const idOf = async (name: string) =>
      (await page.locator('tr', { hasText: name }).locator('th > a').getAttribute('href'))?.split('/')[2] ?? '';
    id = await idOf('shandong');
    small = await idOf('liaoning');
  });
  afterAll(() => browser?.close());

  it('the overview', async () => {
    const page = await site.page();
    await page.locator('figure.chart summary').first().click();
    expect(await serious(page)).toEqual([]);
  });

  it.each(['text', 'facts', 'findings', 'labels'])('the %s of a document', async (tab) => {
    const page = await site.page(`#/documents/${small}/${tab}`);
    expect(await serious(page)).toEqual([]);
  });

  it('tables', async () => {
    const page = await site.page(`#/documents/${id}/tables`);
    expect(await serious(page)).toEqual([]);
  });

  it('a chosen number, and the form that corrects it', async () => {
    const page = await site.page(`#/documents/${small}/text?at=f6`);
    await page.locator('.inspector').getByRole('button', { name: 'Correct…' }).click();
    await page.locator('.label-form').waitFor();
    expect(await serious(page)).toEqual([]);
  });

  it('an organisation over the years', async () => {
    const page = await site.page();
    await page.getByRole('link', { name: 'over years' }).first().click();
    await page.waitForSelector('.organisation');
    await screenshot(page, 'organisation');
    expect(await serious(page)).toEqual([]);
  });

  it('a narrow screen shows everything without scrolling sideways', async () => {
    const page = await site.page(`#/documents/${id}/text?at=f6`);
    await page.setViewportSize({ width: 390, height: 800 });
    for (const hash of [`#/documents/${id}/text?at=f6`, `#/documents/${id}/facts`, '#/']) {
      await page.goto(site.address(hash));
      await page.waitForSelector('h1');
      const beyond = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = (
          globalThis as unknown as { document: { documentElement: { scrollWidth: number; clientWidth: number } } }
        ).document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect(beyond).toBeLessThanOrEqual(0);
    }
    await page.goto(site.address(`#/documents/${id}/text?at=f6`));
    await page.waitForSelector('.inspector');
    await screenshot(page, 'narrow');
  });

  it('paper shows the text without what only a screen can do', async () => {
    const page = await site.page(`#/documents/${id}/text`);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.side').isVisible()).toBe(false);
    expect(await page.locator('.printed').isVisible()).toBe(true);
  });
});
