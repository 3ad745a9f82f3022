/** The commands for many documents: extract, worker, query, pivot, schema. */
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Limits } from '../batch/entry.ts';
import { SCHEMA_FORMATS } from '../dataset/schema-formats.ts';
import { addDocOptions } from './doc-options.ts';
import type { ExtractFlags } from './extract.ts';
import { examples } from './help.ts';
import { type Io, UsageError } from './io.ts';
import { addPatternOptions } from './pattern-flags.ts';
import type { PivotFlags, QueryFlags } from './query.ts';
import type { SchemaFlags } from './schema.ts';
import type { WorkerFlags } from './worker.ts';

export const limitsOf = ({ timeout, memory }: Pick<ExtractFlags, 'timeout' | 'memory'>): Limits => ({
  timeoutMs: timeout * 1000,
  memoryBytes: memory * 1024 * 1024,
});

type Exit = (code: number) => void;

export function addExtract(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command('extract')
    .description('read documents and write a record of facts and findings for each, and a dataset of all')
    .argument('[inputs...]', 'files, directories, archives (ZIP, WARC) or quoted globs')
    .requiredOption('-o, --out <dir>', 'where documents/, text/, the dataset, run.json and failures.jsonl go')
    .option(
      '--from <list>',
      'a file with a path on each line (and, after tabs, its URL and date), or - for standard input',
    )
    .option(
      '-j, --jobs <number>',
      'child processes; 0 works in this one, without limits',
      whole(0),
      availableParallelism(),
    )
    .option('--timeout <seconds>', 'time that one file may take', whole(1), 60)
    .option('--memory <MiB>', 'memory that one file may take', whole(64), 1024)
    .option('--csv', 'write the dataset as CSV too (UTF-8 with a mark that Excel knows)')
    .option('--jsonl', 'write the dataset as JSON Lines too')
    .option('--no-cache', 'do not keep what was read for runs with other patterns')
    .addOption(new Option('--log <form>', 'tell on standard error what happens, a line each').choices(['json']));
  addPatternOptions(addDocOptions(command))
    .addHelpText(
      'after',
      examples([
        'gongkai extract report.pdf --out out',
        'gongkai extract disclosures/ harvest.warc.gz --out out --csv',
        "gongkai extract 'disclosures/**/*.docx' --out out",
        'find . -name "*.pdf" -print0 | gongkai extract --from - --out out',
      ]),
    )
    .addHelpText(
      'after',
      '\nrun.json lists what became of every input; files of earlier runs in <dir> are left alone. ' +
        'A run that was\nkilled is resumed by the same command: what is finished is not done again.',
    )
    .action(async (inputs: string[], options: ExtractFlags) => {
      const { earlyChild } = await import('../batch/early.ts');
      const early =
        io.child && options.jobs > 0 ? earlyChild(io.child, resolve(io.cwd, options.out), limitsOf(options)) : null;
      try {
        const { extractCommand } = await import('./extract.ts');
        exit(await extractCommand(inputs, options, io, early));
      } finally {
        early?.kill('SIGKILL');
      }
    });
}

export function addBatchCommands(program: Command, io: Io, exit: Exit): void {
  addWorker(program, io, exit);
  addQuery(program, io, exit);
  addPivot(program, io, exit);
  addSchema(program, io, exit);
}

function addWorker(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command('worker')
    .description('extract what requests on standard input name: a line of JSON for each, and one for each answer')
    .option('--no-text', 'leave the text of the documents out of the answers');
  addPatternOptions(addDocOptions(command))
    .addHelpText(
      'after',
      examples([
        'gongkai worker < requests.jsonl > answers.jsonl',
        `echo '{"id":1,"path":"report.pdf"}' | gongkai worker`,
      ]),
    )
    .addHelpText(
      'after',
      '\nA request is {"id", "path"} or {"id", "name", "base64"}; docs/batch.md describes both sides.',
    )
    .action(async (options: WorkerFlags) => {
      const { workerCommand } = await import('./worker.ts');
      exit(await workerCommand(options, io));
    });
}

function addQuery(program: Command, io: Io, exit: Exit): void {
  program
    .command('query')
    .description('ask a dataset in SQL: tables facts, documents, tables, findings, mentions')
    .argument('<dir>', 'the output of an extract run')
    .argument('<sql>', 'a query as DuckDB understands it')
    .option('--csv', 'print CSV')
    .option('--json', 'print JSON Lines')
    .addHelpText(
      'after',
      examples([
        `gongkai query out "select concept, count(*) from facts group by all order by 2 desc limit 10"`,
        `gongkai query out "from findings where severity = 'error'" --csv > errors.csv`,
      ]),
    )
    .addHelpText('after', '\ndocs/cookbook.md has more; docs/data-dictionary.md describes the columns.')
    .action(async (directory: string, sql: string, options: QueryFlags) => {
      const { queryCommand } = await import('./query.ts');
      exit(await queryCommand(directory, sql, options, io));
    });
}

function addPivot(program: Command, io: Io, exit: Exit): void {
  program
    .command('pivot')
    .description('print one wide sheet as CSV: a row for each organisation and year, a column for each concept')
    .argument('<dir>', 'the output of an extract run')
    .option('-c, --concept <ids...>', 'concepts of the vocabulary; without it the usual totals')
    .option('--measure <id>', 'which number about them', 'final')
    .option('--kind <kind>', 'from which reports', 'final')
    .addOption(new Option('--labels <form>', 'what the columns are called').choices(['id', 'zh', 'en']).default('id'))
    .option('-o, --out <file>', 'write it to a file, with a mark that Excel knows')
    .addHelpText(
      'after',
      examples([
        'gongkai pivot out > panel.csv',
        'gongkai pivot out --concept three_public.total three_public.reception --labels zh --out panel.csv',
        'gongkai pivot out --measure budget --kind budget',
      ]),
    )
    .action(async (directory: string, options: PivotFlags) => {
      const { pivotCommand } = await import('./query.ts');
      exit(await pivotCommand(directory, options, io));
    });
}

function addSchema(program: Command, io: Io, exit: Exit): void {
  program
    .command('schema')
    .description('print the schema of a record or of the tables of a dataset')
    .argument('[what]', 'record, or a table: documents, facts, tables, findings, mentions')
    .addOption(new Option('--format <format>', 'of which kind').choices(SCHEMA_FORMATS).default('json-schema'))
    .addHelpText(
      'after',
      examples([
        'gongkai schema > record.schema.json',
        'gongkai schema facts --format frictionless',
        'gongkai schema --format spark',
      ]),
    )
    .action(async (what: string | undefined, options: SchemaFlags) => {
      const { schemaCommand } = await import('./schema.ts');
      exit(schemaCommand(what, options, io));
    });
}

/** Reads a whole number of at least `least`. */
export function whole(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!/^\d{1,9}$/.test(text) || value < least)
      throw new UsageError(`expected a whole number from ${least}, not ${text}`);
    return value;
  };
}
