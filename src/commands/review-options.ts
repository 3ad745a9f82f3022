/** The command for looking at what a run wrote: review. */
import type { Command } from 'commander';
import { examples } from './help.ts';
import { type Io, UsageError } from './io.ts';
import { addPatternOptions } from './pattern-flags.ts';
import type { ReviewFlags } from './review.ts';

export function addReview(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('review')
    .description('write a site that shows documents, facts and findings; it opens without a server')
    .argument('<out>', 'the output of an extract run')
    .option('--to <dir>', 'where the site goes; <out>/review unless said otherwise')
    .option('--images <dir>', 'draw the pages of PDFs; the documents lie in this folder')
    .option('--serve', 'show it on this machine only, until it is stopped')
    .option('--port <number>', 'for --serve; 0 takes any that is free', port, 0);
  addPatternOptions(command)
    .addHelpText(
      'after',
      examples([
        'gongkai review out',
        'gongkai review out --images disclosures --serve',
        'gongkai review out --to site',
      ]),
    )
    .action(async (out: string, options: ReviewFlags) =>
      exit(await (await import('./review.ts')).reviewCommand(out, options, io)),
    );
}

function port(text: string): number {
  const value = Number(text);
  if (!/^\d{1,5}$/.test(text) || value > 65535) throw new UsageError(`expected a port from 0 to 65535, not ${text}`);
  return value;
}
