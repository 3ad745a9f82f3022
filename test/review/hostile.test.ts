/** Documents are hostile input: whatever is in them is text, and no page reaches out. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, launch } from './chromium.ts';
import { type Site, siteOf } from './site.ts';

const SCRIPT = '<script>window.taken=1</script>';
const IMAGE = '<img src=x onerror="window.taken=2">';
const STYLE = '<style>*{display:none}</style>';
const TURNED = '\u202eabc';
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Tags as text in its title, sentences and cells; marks that turn the direction; a name of the same kind. */
const NAME = `a${TURNED}${IMAGE.replaceAll('"', "'")}.html`;
const HOSTILE = `<!doctype html><html><head><meta charset="utf-8"></head><body>
<p>某某县${escaped(SCRIPT)}水利局2023年度部门决算</p>
<p>第二部分 2023年度部门决算情况说明</p>
<p>一、收入支出决算总体情况说明</p>
<p>2023年度收入总计100.50万元${escaped(IMAGE)}，支出总计200.75万元${escaped(STYLE)}${TURNED}。</p>
<table><tr><td>支出决算表</td><td></td></tr>
<tr><td>${escaped(IMAGE)}</td><td>12.34</td></tr><tr><td>javascript:alert(1)</td><td>55.66</td></tr></table>
</body></html>`;

describe.skipIf(!CHROMIUM)('a hostile document', () => {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    browser = await launch();
    site = await siteOf(browser, [], { [NAME]: HOSTILE });
  });
  afterAll(() => browser?.close());

  it('is shown as text on every page', async () => {
    const page = await site.page();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('dialog', (dialog) => complaints.push(dialog.message()));
    const overview = await page.locator('table.documents').textContent();
    expect(overview).toContain('<img src=x onerror=');
    expect(overview).toContain('[U+202E]');
    await page.locator('table.documents tbody th > a').click();
    await page.waitForSelector('.printed');
    const text = await page.locator('.printed').textContent();
    for (const tag of [SCRIPT, IMAGE, STYLE, '[U+202E]abc']) expect(text).toContain(tag);
    await page.locator('.printed .n').first().click();
    for (const tab of [/^Facts/, /^Tables/, /^Findings/, /^Labels/])
      await page.getByRole('link', { name: tab }).click();
    expect(await page.evaluate(() => (globalThis as { taken?: number }).taken)).toBeUndefined();
    expect(await page.locator('img[src="x"], #app script, #app style').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('cannot send a reader elsewhere by an address made for it', async () => {
    const page = await site.page('#/documents/..%2f..%2fevil/text');
    expect(await page.locator('h1').textContent()).toBe('Overview');
  });

  it('loads nothing from the network', async () => {
    const page = await site.page();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.reload();
    await page.waitForSelector('table.documents');
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    const denied = await page.evaluate(async () => {
      const answer = await fetch('https://example.com/').then(
        () => 'reached',
        () => 'denied',
      );
      return answer;
    });
    expect(denied).toBe('denied');
  });
});
