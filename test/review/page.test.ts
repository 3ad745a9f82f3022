/** The site as a reader uses it, in a real browser, opened from the file system. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call } from '../cli/call.ts';
import { CHROMIUM, launch } from './chromium.ts';
import { type Site, screenshot, siteOf } from './site.ts';

if (!CHROMIUM) console.warn('no Chromium found: the tests of the review site in a browser are skipped');

describe.skipIf(!CHROMIUM)('the review site', () => {
  let browser: Browser;
  let site: Site;

  beforeAll(async () => {
    browser = await launch();
    site = await siteOf(browser, ['shandong-2023-budget.pdf', 'liaoning-2021-final.txt', 'hunan-2024-budget.docx']);
  });
  afterAll(() => browser?.close());

  const rows = (page: Page) => page.locator('table.documents tbody tr:not(.space)');
  const open = async (page: Page, file: string) => {
    await rows(page).filter({ hasText: file }).locator('th > a').click();
    await page.waitForSelector('.printed');
  };

  it('lists all documents, filters and sorts them, and keeps that in the address', async () => {
    const page = await site.page();
    expect(await rows(page).count()).toBe(3);
    await screenshot(page, 'overview');
    await page.getByRole('searchbox').fill('liaoning');
    await expect.poll(() => rows(page).count()).toBe(1);
    await page.getByRole('searchbox').fill('');
    await page.getByRole('button', { name: /^Budget 2/ }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: 'Errors' }).first().click();
    await expect.poll(() => rows(page).first().textContent()).toContain('shandong');
    const again = await site.page(new URL(page.url()).hash);
    expect(await rows(again).count()).toBe(2);
  });

  it('has the numbers of every chart', async () => {
    const page = await site.page();
    const charts = page.locator('figure.chart');
    expect(await charts.count()).toBe(4);
    for (const chart of await charts.all()) {
      await chart.locator('summary').click();
      expect(await chart.locator('tbody tr').count()).toBeGreaterThan(0);
    }
    await page.locator('figure.chart button.link', { hasText: 'rate.change' }).click();
    await expect.poll(() => rows(page).count()).toBe(1);
  });

  it('draws the box of a number that is pointed at', async () => {
    const page = await site.page();
    await open(page, 'shandong');
    const number = page.locator('.printed .n', { hasText: /^2002\.34$/ }).first();
    await number.scrollIntoViewIfNeeded();
    await number.hover();
    const box = page.locator('.sheet .box');
    await box.waitFor();
    const image = page.locator('.sheet img');
    expect(await image.evaluate((element) => (element as unknown as { naturalWidth: number }).naturalWidth)).toBe(1200);
    const [drawn, sheet] = [await box.boundingBox(), await image.boundingBox()];
    if (!drawn || !sheet) throw new Error('nothing is drawn');
    // The record has it 182.5 to 211.83 points from the left of a page of 595.
    expect((drawn.x - sheet.x) / sheet.width).toBeCloseTo(182.5 / 595.3, 2);
    expect(drawn.width / sheet.width).toBeCloseTo(29.33 / 595.3, 2);
    await screenshot(page, 'box');
  });

  it('shows what a number says and the pattern that made it, under an address of its own', async () => {
    const page = await site.page();
    await open(page, 'liaoning');
    await page
      .locator('.printed .n', { hasText: /^3\.32$/ })
      .first()
      .click();
    const inspector = page.locator('.inspector');
    await inspector.waitFor();
    const text = await inspector.textContent();
    for (const part of ['3.32', '3.315 – 3.325', 'general.expenditure', 'sentences/share', '210']) {
      expect(text).toContain(part);
    }
    const again = await site.page(new URL(page.url()).hash);
    await again.waitForSelector('.printed .n.chosen');
    expect(await again.locator('.printed .n.chosen').textContent()).toBe('3.32');
  });

  it('leads from a finding to what it compares', async () => {
    const page = await site.page();
    await open(page, 'liaoning');
    await page.getByRole('link', { name: /^Findings/ }).click();
    const card = page.locator('.finding-card', { hasText: 'a share is the part over its whole' });
    await card.waitFor();
    await screenshot(page, 'findings');
    expect(await card.textContent()).toContain('3.0211 – 3.0239 %');
    expect(await card.textContent()).toContain('one digit different: 3.02%');
    await card.getByRole('link', { name: 'Show in the text' }).click();
    await page.waitForSelector('.printed .n.chosen');
    expect(await page.locator('.printed .n.operand').allTextContents()).toEqual(
      expect.arrayContaining(['14.23', '470.8']),
    );
    await page.locator('.inspector a[data-operand]', { hasText: '470.8' }).click();
    await expect.poll(() => page.locator('.printed .n.chosen').textContent()).toBe('470.8');
    await screenshot(page, 'operand');
  });

  it('exports a correction and a label as gold that eval reads', async () => {
    const page = await site.page();
    await open(page, 'shandong');
    await page
      .locator('.printed .n', { hasText: /^30\.00$/ })
      .first()
      .click();
    await page.locator('.inspector').getByRole('button', { name: 'Correct…' }).click();
    const form = page.locator('.label-form');
    await form.getByLabel('Value', { exact: true }).fill('three');
    await form.getByRole('button', { name: 'Save' }).click();
    expect(await form.getByRole('alert').textContent()).toContain('-1500.25');
    await form.getByLabel('Value', { exact: true }).fill('310000');
    await form.getByRole('button', { name: 'Save' }).click();
    await page.locator('.printed .n.unmapped').first().click();
    await page.locator('.inspector').getByRole('button', { name: 'Label…' }).click();
    await form.getByRole('combobox', { name: 'Concept' }).fill('expenditure.basic.wages');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect.poll(() => page.locator('.printed .n.judged').count()).toBe(2);
    await screenshot(page, 'labelled');
    await page.getByRole('link', { name: /^Labels/ }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Export all/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('shandong-2023-budget.jsonl');
    const gold = join(site.root, 'gold');
    await mkdir(gold, { recursive: true });
    await download.saveAs(join(gold, download.suggestedFilename()));
    const lines = (await readFile(join(gold, download.suggestedFilename()), 'utf8')).trimEnd().split('\n');
    const wages = lines.map((line) => JSON.parse(line)).find(({ concept }) => concept === 'expenditure.basic.wages');
    expect(wages).toMatchObject({ value: '13981500', unit: 'CNY', measure: 'budget', period: 2023, where: 'table:01' });
    const { code, stdout } = await call(['eval', 'gold', 'out', '--json'], site.root);
    expect(code).toBe(0);
    const [document] = JSON.parse(stdout).documents;
    expect(document.misses.map(({ gold: { value } }: { gold: { value: string } }) => value).sort()).toEqual([
      '13981500',
      '310000',
    ]);
    expect(document.extras).toHaveLength(1);
  });

  it('keeps labels between visits', async () => {
    const page = await site.page();
    await open(page, 'liaoning');
    await page.locator('.printed .n').first().click();
    await page.locator('.inspector').getByRole('button', { name: 'Wrong' }).click();
    await page.reload();
    await page.waitForSelector('.printed .n.wrong');
  });

  it('shows recognised tables, whose cells lead to facts', async () => {
    const page = await site.page();
    await open(page, 'shandong');
    await page.getByRole('link', { name: /^Tables/ }).click();
    await page.locator('.recognised .n', { hasText: '2002.34' }).first().click();
    await expect.poll(() => page.locator('.inspector').textContent()).toContain('tables/01-totals#general');
    await page.getByRole('link', { name: /^Facts/ }).click();
    await page.getByRole('searchbox').fill('2002.34');
    await expect.poll(() => page.locator('table.facts tbody tr').count()).toBeGreaterThan(1);
  });

  it('speaks Chinese and English', async () => {
    const page = await site.page();
    expect(await page.locator('h1').textContent()).toBe('Overview');
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => page.locator('h1').textContent()).toBe('总览');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await screenshot(page, 'chinese');
    await page.reload();
    await expect.poll(() => page.locator('h1').textContent()).toBe('总览');
  });

  it('is reached with the keyboard alone', async () => {
    const page = await site.page();
    await open(page, 'liaoning');
    const first = page.locator('.printed .n').first();
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const second = await page.locator('.printed .n').nth(1).textContent();
    await expect.poll(() => page.locator('.printed .n.chosen').textContent()).toBe(second);
  });
});
