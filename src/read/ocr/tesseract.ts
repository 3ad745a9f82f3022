/**
 * The system's Tesseract as a recogniser of small grey images. Like LibreOffice it is a process that this package does
 * not bring along.
 */
import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Grey, toPgm } from './grey.ts';
import { DIGITS, type Mode, type Recogniser, type Word } from './recogniser.ts';

const LANGUAGE = 'chi_sim';
const DIGIT_LANGUAGE = 'eng';
const SEGMENTATION: Readonly<Record<Mode, string>> = { line: '7', page: '3' };
const MAX_OUTPUT = 64 * 1024 * 1024;

/** A Tesseract that was found; plain data, for child processes are told of it. */
export interface Tesseract {
  readonly engine: 'tesseract';
  readonly program: string;
  readonly name: string;
  readonly digits: string;
}

/** Null where there is no Tesseract on the PATH, or none that reads Chinese. */
export async function findTesseract(path: string = process.env.PATH ?? ''): Promise<Tesseract | null> {
  for (const folder of path.split(delimiter).filter((each) => each !== '')) {
    const program = join(folder, 'tesseract');
    const found = await access(program, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (found) return asked(program).catch(() => null);
  }
  return null;
}

async function asked(program: string): Promise<Tesseract | null> {
  const ask = (option: string) => run(program, [option], 10_000).then((text) => text.split(/\r?\n/));
  const [languages, [name = 'tesseract']] = await Promise.all([ask('--list-langs'), ask('--version')]);
  if (!languages.includes(LANGUAGE)) return null;
  return {
    engine: 'tesseract',
    program,
    name: name.trim().slice(0, 40),
    digits: languages.includes(DIGIT_LANGUAGE) ? DIGIT_LANGUAGE : LANGUAGE,
  };
}

/** A recogniser for one document: `timeout` for each call, `budget` for all of them. */
export function tesseractRecogniser(
  { program, name, digits: digitsLanguage }: Tesseract,
  timeout: number,
  budget: number,
): Recogniser {
  const end = performance.now() + budget;
  return {
    name,
    recognise: (images, mode, digits = false) => {
      const left = end - performance.now();
      if (left <= 0) return Promise.reject(new Error('the time for recognition is used up'));
      const options = digits ? ['-l', digitsLanguage, '-c', `tessedit_char_whitelist=${DIGITS}`] : ['-l', LANGUAGE];
      const all = ['--psm', SEGMENTATION[mode], '--dpi', '300', ...options];
      return recognise(program, images, all, Math.min(timeout, left));
    },
  };
}

/** All images in one call: most of a call is loading the model. */
async function recognise(
  program: string,
  images: readonly Grey[],
  options: readonly string[],
  timeout: number,
): Promise<Word[][]> {
  if (images.length === 0) return [];
  const folder = await mkdtemp(join(tmpdir(), 'gongkai-ocr-'));
  try {
    const names = images.map((_, i) => join(folder, `${i}.pgm`));
    for (const [i, image] of images.entries()) await writeFile(names[i] as string, toPgm(image));
    await writeFile(join(folder, 'list.txt'), names.map((name) => `${name}\n`).join(''));
    await run(program, [join(folder, 'list.txt'), join(folder, 'out'), ...options, 'tsv'], timeout);
    return wordsOf(await readFile(join(folder, 'out.tsv'), 'utf8'), images.length);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** level page block par line word left top width height conf text */
function wordsOf(table: string, images: number): Word[][] {
  const words: Word[][] = Array.from({ length: images }, () => []);
  for (const row of table.split('\n')) {
    const [level, page, block, paragraph, line, , left, top, width, height, confidence, text] = row.split('\t');
    if (level !== '5' || !text?.trim()) continue;
    const [x0, y0] = [Number(left), Number(top)];
    words[Number(page) - 1]?.push({
      text: text.trim(),
      confidence: Number(confidence),
      x0,
      y0,
      x1: x0 + Number(width),
      y1: y0 + Number(height),
      line: `${block}.${paragraph}.${line}`,
    });
  }
  return words;
}

/** In a process group of its own, ended with all that it started; one thread, for several files are read at a time. */
function run(program: string, args: readonly string[], timeout: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    const chunks: Buffer[] = [];
    let size = 0;
    const fail = (message: string) => {
      killGroup(child.pid);
      reject(new Error(message));
    };
    const timer = setTimeout(() => fail(`no result within ${Math.round(timeout / 100) / 10} seconds`), timeout);
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_OUTPUT) fail('it wrote too much');
      else chunks.push(chunk);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(Buffer.concat(chunks).toString('utf8'));
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
