/** A site of a few documents, and a page that shows it. */
import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { call } from '../cli/call.ts';
import { folder } from '../folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Pictures of what the tests saw, for people; not in git. */
const SCREENSHOTS = join(root, 'screenshots');

export interface Site {
  /** Holds `in`, `out` and `out/review`. */
  readonly root: string;
  readonly page: (hash?: string) => Promise<Page>;
  readonly address: (hash: string) => string;
}

/** The site of some samples and of documents that a test brings; its pages are in English. */
export async function siteOf(
  browser: Browser,
  samples: readonly string[],
  own: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const place = await folder(Object.fromEntries(Object.entries(own).map(([name, text]) => [`in/${name}`, text])));
  await mkdir(join(place, 'in'), { recursive: true });
  for (const name of samples) await copyFile(join(root, 'samples', name), join(place, 'in', name));
  const extracted = await call(['extract', 'in', '--out', 'out', '--jobs', '0', '--no-ocr'], place);
  expect(extracted.stderr).toBe('');
  const built = await call(['review', 'out', '--images', 'in'], place);
  expect(built).toMatchObject({ code: 0, stderr: '' });
  const address = (hash: string) => `${pathToFileURL(join(place, 'out', 'review', 'index.html'))}${hash}`;
  return {
    root: place,
    address,
    page: async (hash = '') => {
      const context = await browser.newContext({ viewport: { width: 1400, height: 900 }, locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(address(hash));
      await page.waitForSelector('h1');
      return page;
    },
  };
}

export async function screenshot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}
