/** The page of an organisation in a browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DISCLOSURE } from '../cli/disclosure.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { type Site, screenshot, siteOf } from './site.ts';

const of = (year: number, total: string) =>
  DISCLOSURE.replaceAll('2023', String(year - 1))
    .replaceAll('2024', String(year))
    .replaceAll('1,200.50', total);

describe.skipIf(!CHROMIUM)('an organisation over the years', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch();
    const documents = { '2019.txt': of(2019, '980.00'), '2020.txt': of(2020, '1,020.00'), '2024.txt': DISCLOSURE };
    site = await siteOf(browser, [], {
      ...documents,
      '2022.txt': of(2022, '1,100.00').replace('二、', '2022年度收入总计1,900.00万元。\n\n二、'),
    });
  });
  afterAll(() => browser?.close());

  it('has every year, a gap without a document, and both values where they contradict each other', async () => {
    const page = await site.page();
    await page.getByRole('link', { name: 'over years' }).first().click();
    const totals = page.locator('figure.chart', { hasText: 'Totals' });
    await totals.locator('summary').click();
    const income = (await totals.locator('thead th').allTextContents()).findIndex((head) =>
      /^Total income · Final/.test(head),
    );
    const rows = await totals.locator('tbody tr').all();
    const cells = await Promise.all(
      rows.map(async (row) => (await row.locator('th, td').allTextContents()).map((text) => text.trim())),
    );
    expect(cells.map(([year]) => year)).toEqual(['2019', '2020', '2021', '2022', '2023', '2024']);
    expect(cells.map((row) => row[income])).toEqual([
      '9,800,000',
      '10,200,000',
      '—',
      'several values: 11,000,000 19,000,000',
      '—',
      '12,005,000',
    ]);
    await screenshot(page, 'years');
    await totals.getByRole('link', { name: '12,005,000' }).first().click();
    await page.waitForSelector('.printed .n.chosen');
    expect(await page.locator('.printed .n.chosen').textContent()).toBe('1,200.50');
  });
});
