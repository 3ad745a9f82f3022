/** `gongkai review`: the output of a run as a site for people who would rather look. */
import { once } from 'node:events';
import { join, relative, resolve } from 'node:path';
import { buildSite } from '../review/build.ts';
import { NoSiteError } from '../review/files.ts';
import { serve } from '../review/serve.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { type PatternFlags, patternsFor } from './pattern-options.ts';

export interface ReviewFlags extends PatternFlags {
  readonly to?: string;
  readonly images?: string;
  readonly serve?: boolean;
  readonly port: number;
}

export async function reviewCommand(directory: string, flags: ReviewFlags, io: Io): Promise<number> {
  const out = resolve(io.cwd, directory);
  const target = flags.to === undefined ? join(out, 'review') : resolve(io.cwd, flags.to);
  const images = flags.images === undefined ? null : resolve(io.cwd, flags.images);
  const built = await buildSite(out, target, { patterns: patternsFor(flags, io), images }).catch((error) => {
    if (error instanceof NoSiteError) throw new UsageError(error.message);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new UsageError(`no finished run in ${directory}: extract the documents first`);
    throw error;
  });
  const page = printable(join(relative(io.cwd, target) || '.', 'index.html'));
  const drawn = images === null ? '' : `, ${count(built.pages, 'page')} drawn`;
  io.stdout(`${count(built.documents, 'document')}${drawn}: open ${page}\n`);
  if (!flags.serve) return EXIT.done;
  const { url, server } = await serve(target, flags.port);
  io.stdout(`${url} (Ctrl-C ends it)\n`);
  await once(server, 'close');
  return EXIT.done;
}

const count = (n: number, what: string) => `${n} ${what}${n === 1 ? '' : 's'}`;
