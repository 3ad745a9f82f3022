/** The command line as commander sees it; every command returns its exit code. */
import { Command, CommanderError } from 'commander';
import { VERSION } from '../version.ts';
import { addBatchCommands, addExtract } from './batch.ts';
import { addCheckCommands } from './check-options.ts';
import { addDocOptions } from './doc-options.ts';
import type { ExplainFlags } from './explain.ts';
import { examples } from './help.ts';
import { EXIT, type Io, UsageError } from './io.ts';
import type { DocumentFlags } from './one.ts';
import { addPatternOptions } from './pattern-flags.ts';
import { addReview } from './review-options.ts';
import type { TablesFlags } from './tables.ts';

/** Commands that have to start quickly; the others are no part of their help. */
const QUICK: ReadonlySet<string> = new Set(['extract', 'worker', 'query', 'pivot', 'schema']);

/** Runs one call of the program; `args` as after the program's name. */
export async function run(args: readonly string[], io: Io): Promise<number> {
  let code: number = EXIT.done;
  const program = await build(args[0] ?? '', io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    if (error instanceof UsageError) {
      io.stderr(`gongkai: ${error.message}\n`);
      return EXIT.usage;
    }
    io.stderr(`gongkai: ${(error as Error).message}\n`);
    return EXIT.failed;
  }
}

async function build(name: string, io: Io, exit: (code: number) => void): Promise<Command> {
  const program = new Command('gongkai')
    .description('From published Chinese department budget and final-account disclosures to checked data.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(add --help for the options and examples)')
    .configureOutput({ writeOut: io.stdout, writeErr: io.stderr });
  addExtract(program, io, exit);
  addText(program, io, exit);
  addTables(program, io, exit);
  addExplain(program, io, exit);
  addEvaluate(program, io, exit);
  addBatchCommands(program, io, exit);
  addCheckCommands(program, io, exit);
  addReview(program, io, exit);
  // All that the packs need, which a batch has no time to load.
  if (!QUICK.has(name)) (await import('./patterns.ts')).addPatternCommands(program, io, exit);
  program.addHelpText('after', examples(['gongkai extract samples --out out', 'gongkai extract --help']));
  program.addHelpText(
    'after',
    '\nExit status: 0 all done, 1 some inputs failed, 2 wrong usage, 3 findings that --fail-on names.',
  );
  return program;
}

function addText(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('text')
    .description('print the text and the tables of a document as Markdown')
    .argument('<file>', 'a document');
  addPatternOptions(addDocOptions(command))
    .addHelpText('after', examples(['gongkai text report.pdf', 'gongkai text report.doc > report.md']))
    .action(async (file: string, options: DocumentFlags) =>
      exit(await (await import('./text.ts')).textCommand(file, options, io)),
    );
}

function addTables(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('tables')
    .description('print what was recognised of each table: title, kind, unit, pages, head, rows, columns')
    .argument('<file>', 'a document')
    .option('--csv <dir>', 'also write each table as printed');
  addPatternOptions(addDocOptions(command))
    .addHelpText('after', examples(['gongkai tables report.pdf', 'gongkai tables report.docx --csv tables']))
    .action(async (file: string, options: TablesFlags) =>
      exit(await (await import('./tables.ts')).tablesCommand(file, options, io)),
    );
}

function addExplain(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('explain')
    .description('say which section, pattern and rule consumed a number, or why nothing did')
    .argument('<file>', 'a document')
    .requiredOption('-f, --find <text>', 'printed text: a number, or words near it')
    .option('--json', 'print JSON');
  addPatternOptions(addDocOptions(command))
    .addHelpText(
      'after',
      examples(['gongkai explain report.pdf --find 1,614.27', 'gongkai explain report.pdf --find 99.8%']),
    )
    .action(async (file: string, options: ExplainFlags) =>
      exit(await (await import('./explain.ts')).explainCommand(file, options, io)),
    );
}

function addEvaluate(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('eval')
    .description('compare records with facts that were read by hand')
    .argument('<gold>', 'directory of gold facts: <name>.jsonl for the document <name>.*')
    .argument('<out>', 'the output of an extract run')
    .option('--misses', 'list each miss and each extra with its place')
    .option('--json', 'print JSON')
    .option('--min-narrative <share>', 'fail where precision or recall of a narrative is below, e.g. 0.97', share)
    .option('--min-tables <share>', 'fail where precision or recall of the tables is below, e.g. 0.995', share);
  addPatternOptions(command)
    .addHelpText('after', examples(['gongkai eval gold out', 'gongkai eval gold out --misses --min-narrative 0.97']))
    .action(async (gold: string, out: string, options) =>
      exit(await (await import('./evaluate.ts')).evaluateCommand(gold, out, options, io)),
    );
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new UsageError(`expected a share from 0 to 1, not ${text}`);
  return value;
}
