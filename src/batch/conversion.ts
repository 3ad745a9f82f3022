/**
 * Conversions by LibreOffice, many files in one call: most of a call is its start. Where a call does not give all its
 * files, those it owes are tried alone, so that a bad one costs no other.
 */
import { copyFile, mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Office } from '../read/libreoffice.ts';
import type { FilePath } from './names.ts';

const BATCH = 16;
/** A batch that is not full waits so long for more. */
const WAIT_MS = 500;

interface Waiting {
  readonly file: FilePath;
  readonly resolve: (docx: string | null) => void;
}

export class Conversions {
  private readonly waiting: Waiting[] = [];
  private timer: NodeJS.Timeout | null = null;
  private last: Promise<unknown> = Promise.resolve();
  private count = 0;

  constructor(
    private readonly office: Office,
    private readonly folder: (name: string) => string,
  ) {}

  /** The .docx made of a file; null where none could be made. */
  docxOf(file: FilePath): Promise<string | null> {
    return new Promise((resolve) => {
      this.waiting.push({ file, resolve });
      if (this.waiting.length >= BATCH) this.flush();
      else this.timer ??= setTimeout(() => this.flush(), WAIT_MS);
    });
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.flush();
    await this.last;
  }

  private flush(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const batch = this.waiting.splice(0);
    if (batch.length === 0) return;
    // One call at a time: each has its own profile, and all of them share the processors with the readers.
    this.last = this.last.then(() => this.convert(batch));
  }

  private async convert(batch: readonly Waiting[]): Promise<void> {
    const results = await this.converted(batch.map(({ file }) => file)).catch(() => []);
    for (const [i, { file, resolve }] of batch.entries()) {
      const docx = results[i] ?? null;
      if (docx !== null || batch.length === 1) resolve(docx);
      else resolve((await this.converted([file]).catch(() => []))[0] ?? null);
    }
  }

  private async converted(files: readonly FilePath[]): Promise<(string | null)[]> {
    const folder = this.folder(`office-${++this.count}`);
    await mkdir(folder, { recursive: true });
    // Names of our own: two inputs may share one, and LibreOffice chooses the name of its output after it.
    const copies = files.map((_, i) => join(folder, `${i}.doc`));
    await Promise.all(files.map((file, i) => copyFile(file, copies[i] as string)));
    await this.office.convert(copies, folder).catch(() => undefined);
    await Promise.all(copies.map((copy) => rm(copy, { force: true })));
    return Promise.all(
      files.map(async (_, i) => {
        const docx = join(folder, `${i}.docx`);
        return (await stat(docx).catch(() => null))?.size ? docx : null;
      }),
    );
  }
}
