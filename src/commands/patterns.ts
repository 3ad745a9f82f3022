/** `gongkai patterns`: list, test, lint, docs and schema of the packs. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { packPages } from '../packs/docs.ts';
import { contentProblems } from '../packs/lint/content.ts';
import { lintPacks } from '../packs/lint/index.ts';
import { listPacks } from '../packs/list.ts';
import { examplesOf, failuresOf } from '../packs/run.ts';
import { schemaFiles } from '../packs/schema-files.ts';
import type { PackFile } from '../patterns/files.ts';
import { patternsOf } from '../patterns/load.ts';
import { examples } from './help.ts';
import { EXIT, type Io, printable, UsageError } from './io.ts';
import { addPatternOptions, type PatternFlags, packFilesFor, patternsFor, problemText } from './pattern-options.ts';

type Exit = (code: number) => void;

interface JsonFlags extends PatternFlags {
  readonly json?: boolean;
}
interface WriteFlags extends PatternFlags {
  readonly out: string;
  readonly check?: boolean;
}

export function addPatternCommands(program: Command, io: Io, exit: Exit): void {
  const patterns = program
    .command('patterns')
    .description('list, test and check the pattern packs, and write their documentation')
    .addHelpText('after', '\ndocs/patterns.md describes the packs and how to add a phrase.');
  const add = (name: string, description: string, lines: readonly string[]) =>
    addPatternOptions(patterns.command(name).description(description)).addHelpText('after', examples(lines));

  add('list', 'say which packs there are, and how many expressions and examples each has', [
    'gongkai patterns list',
    'gongkai patterns list --patterns my-packs --json',
  ])
    .option('--json', 'print JSON')
    .action(async (options: JsonFlags) => exit(listCommand(options, io)));
  add('test', 'run the examples of the packs, or of those named', [
    'gongkai patterns test',
    'gongkai patterns test sentences --patterns my-packs',
  ])
    .argument('[packs...]', 'names of packs or of their folders')
    .option('--json', 'print JSON')
    .action(async (packs: string[], options: JsonFlags) => exit(testCommand(packs, options, io)));
  add('lint', 'find unknown keys, expressions without an example or without bounds, examples that contradict', [
    'gongkai patterns lint',
    'gongkai patterns lint --patterns my-packs',
  ])
    .option('--json', 'print JSON')
    .action(async (options: JsonFlags) => exit(lintCommand(options, io)));
  add('docs', 'write a page for each pack', ['gongkai patterns docs', 'gongkai patterns docs --check'])
    .option('-o, --out <dir>', 'where the pages go', 'docs/patterns')
    .option('--check', 'write nothing; fail where a page is not what would be written')
    .action(async (options: WriteFlags) => exit(await docsCommand(options, io)));
  add('schema', 'write a JSON Schema for each kind of pack', ['gongkai patterns schema --out docs/schema'])
    .option('-o, --out <dir>', 'where the schemas go', 'docs/schema')
    .option('--check', 'write nothing; fail where a schema is not what would be written')
    .action(async (options: WriteFlags) => exit(await schemaCommand(options, io)));
}

function listCommand(options: JsonFlags, io: Io): number {
  const packs = listPacks(packFilesFor(options, io), patternsFor(options, io));
  if (options.json) {
    io.stdout(`${JSON.stringify(packs, null, 2)}\n`);
    return EXIT.done;
  }
  const rows = packs.map(({ key, title, expressions, examples: count, files }) => [
    key,
    String(expressions || ''),
    String(count || ''),
    printable([title, ...files.filter((file) => !file.startsWith('patterns/'))].join('  + ')),
  ]);
  const head = ['pack', 'expressions', 'examples', ''];
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length)));
  const line = (row: readonly string[]) =>
    row
      .map((text, i) => (i === 1 || i === 2 ? text.padStart(widths[i] as number) : text.padEnd(widths[i] as number)))
      .join('  ')
      .trimEnd();
  io.stdout(`${[io.colours.bold(line(head)), ...rows.map(line)].join('\n')}\n`);
  return EXIT.done;
}

function testCommand(named: readonly string[], options: JsonFlags, io: Io): number {
  const patterns = patternsFor(options, io);
  const wanted = (key: string) =>
    named.length === 0 || named.some((name) => key === name || key.startsWith(`${name}/`));
  const packs = examplesOf(patterns).filter(({ key }) => wanted(key));
  if (packs.length === 0) throw new UsageError(`no pack ${named.join(', ')}; gongkai patterns list names them`);
  const failures = failuresOf(packs, patterns);
  const total = packs.reduce((sum, pack) => sum + pack.examples.length, 0);
  if (options.json) {
    const failed = failures.map(({ key, example: { at, text }, why }) => ({ pack: key, at, text, why }));
    io.stdout(`${JSON.stringify({ examples: total, failed }, null, 2)}\n`);
  } else {
    for (const { key, example, why } of failures) {
      io.stdout(
        `${io.colours.red('failed')} ${printable(`${key} ${example.at}: ${example.text}`)}\n  ${printable(why)}\n`,
      );
    }
    io.stdout(
      `${total} examples of ${packs.filter((pack) => pack.examples.length > 0).length} packs, ${failures.length} failed\n`,
    );
  }
  return failures.length > 0 ? EXIT.failed : EXIT.done;
}

function lintCommand(options: JsonFlags, io: Io): number {
  const problems = lintPacks(packFilesFor(options, io));
  if (options.json) io.stdout(`${JSON.stringify(problems, null, 2)}\n`);
  else {
    for (const problem of problems) io.stdout(`${problemText(problem)}\n`);
    io.stdout(`${problems.length === 0 ? 'no problems' : `${problems.length} problems`}\n`);
  }
  return problems.length > 0 ? EXIT.failed : EXIT.done;
}

/** Files that cannot be used say so; any other complaint is the matter of lint. */
function usable(options: PatternFlags, io: Io): readonly PackFile[] {
  const files = packFilesFor(options, io);
  const problems = contentProblems(files);
  if (problems.length > 0) throw new UsageError(problems.map(problemText).join('\n'));
  return files;
}

async function docsCommand(options: WriteFlags, io: Io): Promise<number> {
  const files = usable(options, io);
  return write(packPages(files, patternsOf(files)), '.md', options, io);
}

async function schemaCommand(options: WriteFlags, io: Io): Promise<number> {
  const files = usable(options, io);
  return write(schemaFiles(files, patternsOf(files)), '.json', options, io);
}

/** What every written file says of itself; a file that does not is nobody's to remove. */
const WRITTEN = /Written by `?gongkai patterns/;

/** Writes all files of one ending, and removes those written before that no pack has any more. */
async function write(
  pages: readonly { readonly name: string; readonly text: string }[],
  ending: string,
  { out, check }: WriteFlags,
  io: Io,
): Promise<number> {
  const directory = resolve(io.cwd, out);
  const read = (name: string) => readFile(join(directory, name), 'utf8').catch(() => '');
  const extra: string[] = [];
  for (const name of await readdir(directory).catch(() => [])) {
    const known = !name.endsWith(ending) || pages.some((page) => page.name === name);
    if (!known && WRITTEN.test(await read(name))) extra.push(name);
  }
  const stale = [...extra];
  for (const { name, text } of pages) if ((await read(name)) !== text) stale.push(name);
  if (check) {
    for (const name of stale) io.stdout(`${join(out, name)} is not what the packs say\n`);
    return stale.length > 0 ? EXIT.failed : EXIT.done;
  }
  await mkdir(directory, { recursive: true });
  for (const name of extra) await rm(join(directory, name));
  for (const { name, text } of pages) if (stale.includes(name)) await writeFile(join(directory, name), text);
  io.stdout(`${pages.length} files in ${out}, ${stale.length} changed\n`);
  return EXIT.done;
}
