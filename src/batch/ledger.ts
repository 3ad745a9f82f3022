/**
 * What was finished in an output directory, a line each, added as the work goes on. A result is written down before its
 * files get their final names, and marked as published after: a run that ends in between knows which files to look at.
 * In memory there is only where the lines are.
 */
import {
  closeSync,
  fdatasync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { promisify } from 'node:util';
import type { Outcome, Place } from './entry.ts';
import { OutputError } from './output-error.ts';

export interface Done {
  /** SHA-256 of the input's bytes. */
  readonly key: string;
  /** The context of its facts. */
  readonly context: string;
  /** What the published record says of its source. */
  readonly place: Place;
  readonly outcome: Outcome;
  /** Of an extracted document: bytes of its record and text, and the SHA-256 of the record. */
  readonly files?: { readonly record: number; readonly text: number; readonly digest: string };
}

interface Line extends Done {
  readonly published?: true;
}

interface At {
  readonly offset: number;
  readonly length: number;
  readonly context: string;
  readonly published: boolean;
}

const CHUNK = 1 << 20;
const NEWLINE = 10;

export class Ledger {
  private readonly index = new Map<string, At>();
  private end = 0;
  /** Whether its lines are those that `compact` would write. */
  private compacted = true;
  private last = '';

  private constructor(
    private readonly path: string,
    private file: number,
  ) {}

  static open(path: string): Ledger {
    const ledger = new Ledger(path, openSync(path, 'a+'));
    try {
      ledger.load();
    } catch (error) {
      ledger.close();
      throw error;
    }
    return ledger;
  }

  get size(): number {
    return this.index.size;
  }

  /** What is known of this content in this context, and whether its files are known to be in place. */
  find(key: string, context: string): { readonly done: Done; readonly published: boolean } | null {
    const at = this.index.get(key);
    return at && at.context === context ? { done: this.read(at), published: at.published } : null;
  }

  /** Adds results that are about to be published, safe from a loss of power when this returns. */
  async intend(all: readonly Done[]): Promise<void> {
    for (const done of all) this.append(done);
    await promisify(fdatasync)(this.file);
  }

  publish(keys: readonly string[]): void {
    if (keys.length === 0) return;
    this.write(keys.map((key) => `${JSON.stringify({ published: key })}\n`).join(''));
    for (const key of keys) {
      const at = this.index.get(key);
      if (at) this.index.set(key, { ...at, published: true });
    }
  }

  /** Writes the ledger anew, a line for each content, in the order of the keys: the same whatever the order of the work. */
  compact(): void {
    if (this.compacted) return;
    const temporary = `${this.path}.part`;
    const next = new Ledger(temporary, openSync(temporary, 'w+'));
    for (const key of [...this.index.keys()].sort()) {
      const at = this.index.get(key) as At;
      next.append({ ...this.read(at), ...(at.published ? { published: true } : {}) });
    }
    fsyncSync(next.file);
    renameSync(temporary, this.path);
    closeSync(this.file);
    this.file = next.file;
    this.end = next.end;
    this.compacted = true;
    this.index.clear();
    for (const [key, at] of next.index) this.index.set(key, at);
  }

  close(): void {
    closeSync(this.file);
  }

  private append(line: Line): void {
    const text = `${JSON.stringify(line)}\n`;
    const offset = this.end;
    this.write(text);
    const published = line.published === true;
    this.index.set(line.key, { offset, length: this.end - offset - 1, context: line.context, published });
  }

  private write(text: string): void {
    this.compacted = false;
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) {
      const written = writeSync(this.file, bytes, at);
      // A full device may take a part and say nothing.
      if (written === 0) throw new OutputError('ENOSPC');
      at += written;
    }
    this.end += bytes.length;
  }

  private read({ offset, length }: At): Done {
    const bytes = Buffer.alloc(length);
    readSync(this.file, bytes, 0, length, offset);
    const { published: _, ...done } = JSON.parse(bytes.toString('utf8')) as Line;
    return done;
  }

  private load(): void {
    const size = fstatSync(this.file).size;
    let rest: Buffer = Buffer.alloc(0);
    let offset = 0;
    for (let at = 0; at < size; ) {
      const chunk = Buffer.alloc(Math.min(CHUNK, size - at));
      at += readSync(this.file, chunk, 0, chunk.length, at);
      const bytes = Buffer.concat([rest, chunk]);
      let start = 0;
      for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
        this.take(bytes.toString('utf8', start, end), offset + start, end - start);
        start = end + 1;
      }
      rest = bytes.subarray(start);
      offset += start;
    }
    this.end = offset;
    // The last line of a run that was killed may be half a line.
    if (offset < size) ftruncateSync(this.file, offset);
  }

  private take(text: string, offset: number, length: number): void {
    let line: Line | { published: string };
    try {
      line = JSON.parse(text);
    } catch {
      // Not written by this program, or damaged: what it stood for is done again.
      this.compacted = false;
      return;
    }
    if (typeof line.published === 'string') {
      const at = this.index.get(line.published);
      if (at) this.index.set(line.published, { ...at, published: true });
      this.compacted = false;
    } else if ('key' in line) {
      if (line.key <= this.last) this.compacted = false;
      this.last = line.key;
      this.index.set(line.key, { offset, length, context: line.context, published: line.published === true });
    }
  }
}
