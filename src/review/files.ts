/** The folder of a site: the built pages, and data as scripts. */
import { cp, mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What `npm run build` makes of the folder `site`. */
const PAGES = fileURLToPath(new URL('../../dist/site', import.meta.url));
/** Is there in every site and nowhere else. */
const MARK = join('data', 'names.js');

export class NoSiteError extends Error {}

/** Makes the folder ready. One that holds anything else than a site is left alone. */
export async function prepare(target: string): Promise<void> {
  if (!(await exists(join(PAGES, 'index.html')))) throw new NoSiteError('the site is not built: npm run build');
  const present = await readdir(target).catch(() => []);
  if (present.length > 0 && !(await exists(join(target, MARK)))) {
    throw new NoSiteError(`${target} holds other files: name a new folder with --to`);
  }
  for (const old of ['data', 'pages']) await rm(join(target, old), { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  await cp(PAGES, target, { recursive: true });
}

/**
 * A script that hands over a value. As text that is parsed, not as an object written out: that is faster, and a key
 * like `__proto__` in hostile data stays a key.
 */
export async function writeData(target: string, name: string, value: unknown): Promise<void> {
  const file = join(target, 'data', `${name}.js`);
  await mkdir(dirname(file), { recursive: true });
  // In single quotes, which JSON has few of.
  const text = JSON.stringify(value).replace(/[\\']/g, '\\$&');
  await writeFile(file, `gongkaiReview(${JSON.stringify(name)},'${text}');\n`);
}

export async function writePicture(target: string, file: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(join(target, file)), { recursive: true });
  await writeFile(join(target, file), bytes);
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );
