/**
 * Headless LibreOffice as a converter from binary .doc to .docx. The only place in src/read that starts a process;
 * the pure pipeline takes the converter as an option.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

export type Converter = (bytes: Uint8Array) => Promise<Uint8Array>;

const TIMEOUT_MS = 60_000;
/** For each file of a call. */
const TIMEOUT_EACH_MS = 5000;
const NAMES = ['soffice', 'libreoffice'];

/** The converter, or null where no LibreOffice stands on the PATH. */
export async function libreOfficeConverter(
  path: string = process.env.PATH ?? '',
  timeout = TIMEOUT_MS,
): Promise<Converter | null> {
  const program = await find(path);
  return program === null ? null : (bytes) => convert(program, bytes, timeout);
}

export interface Office {
  /** Converts files in one call, each to a .docx of the same name in the folder; what it cannot convert is absent there. */
  readonly convert: (files: readonly string[], folder: string) => Promise<void>;
}

/** For many files at once: most of a call is its start. */
export async function libreOffice(path: string = process.env.PATH ?? '', timeout = TIMEOUT_MS): Promise<Office | null> {
  const program = await find(path);
  if (program === null) return null;
  return { convert: (files, folder) => convertAll(program, files, folder, timeout + files.length * TIMEOUT_EACH_MS) };
}

async function find(path: string): Promise<string | null> {
  for (const name of NAMES) {
    for (const folder of path.split(delimiter).filter((each) => each !== '')) {
      const program = join(folder, name);
      if (
        await access(program, constants.X_OK).then(
          () => true,
          () => false,
        )
      )
        return program;
    }
  }
  return null;
}

async function convert(program: string, bytes: Uint8Array, timeout: number): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-'));
  try {
    await writeFile(join(folder, 'input.doc'), bytes);
    await convertAll(program, [join(folder, 'input.doc')], folder, timeout);
    return new Uint8Array(
      await readFile(join(folder, 'input.docx')).catch(() => Promise.reject(new Error('it wrote nothing'))),
    );
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** A fresh user profile each time: a profile in use makes a second LibreOffice wait or fail. */
function convertAll(program: string, files: readonly string[], folder: string, timeout: number): Promise<void> {
  const args = [
    `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
    '--headless',
    '--norestore',
    '--convert-to',
    'docx:MS Word 2007 XML',
    '--outdir',
    folder,
    ...files,
  ];
  return run(program, args, timeout);
}

/** In a process group of its own: soffice is a script whose child does the work and would outlive it. */
function run(program: string, args: readonly string[], timeout: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { detached: true, stdio: ['ignore', 'ignore', 'ignore'] });
    const timer = setTimeout(() => {
      killGroup(child.pid);
      reject(new Error(`no result within ${timeout / 1000} seconds`));
    }, timeout);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve();
      else reject(new Error(`it ended with code ${code}`));
    });
  });
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in between.
  }
}
