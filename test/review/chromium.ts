/** The Chromium of the system, for tests of pages; .ci/run installs one. */
import { existsSync } from 'node:fs';
import process from 'node:process';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const CHROMIUM = PLACES.find((place): place is string => place !== undefined && existsSync(place)) ?? null;

/** Root may not use the sandbox of Chromium; only pages made here are opened. */
export function launch(): Promise<Browser> {
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath: CHROMIUM ?? undefined, args: root ? ['--no-sandbox'] : [] });
}
