/** The commands about findings: check and rules. */
import { type Command, Option } from 'commander';
import type { CheckFlags } from './check.ts';
import { addDocOptions } from './doc-options.ts';
import { examples } from './help.ts';
import type { Io } from './io.ts';
import { addPatternOptions } from './pattern-flags.ts';
import type { RulesFlags } from './rules.ts';

type Exit = (code: number) => void;

export function addCheckCommands(program: Command, io: Io, exit: Exit): void {
  addCheck(program, io, exit);
  addRules(program, io, exit);
}

function addCheck(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command('check')
    .description('report what does not add up, within documents and between those of one organisation')
    .argument('<inputs...>', 'documents, directories, globs, or the output of an extract run')
    .addOption(
      new Option('--fail-on <severity>', 'end with 3 where there is a finding of this severity or a worse one').choices(
        ['error', 'warning'],
      ),
    )
    .addOption(
      new Option('--format <format>', 'form of the report').choices(['text', 'sarif', 'csv', 'json']).default('text'),
    )
    .addOption(new Option('--language <language>', 'of the text report').choices(['zh', 'en']).default('zh'))
    .option('-o, --output <file>', 'write the report there instead of printing it')
    .option('--baseline <file>', 'leave out the findings that this file names')
    .option('--write-baseline <file>', 'write the fingerprints of all findings there')
    .option('--no-across', 'do not compare documents with each other');
  addPatternOptions(addDocOptions(command))
    .addHelpText(
      'after',
      examples([
        'gongkai check report.pdf --fail-on error',
        'gongkai check disclosures/ --format sarif --output findings.sarif',
        'gongkai check out --write-baseline known.json',
        'gongkai check out --baseline known.json --fail-on warning',
      ]),
    )
    .action(async (inputs: string[], options: CheckFlags) =>
      exit(await (await import('./check.ts')).checkCommand(inputs, options, io)),
    );
}

function addRules(program: Command, io: Io, exit: Exit): void {
  const command = program
    .command('rules')
    .description('list every rule: what it asks, how it is judged, what it says')
    .argument('[rules...]', 'ids of rules or of families; all without')
    .addOption(new Option('--json', 'print JSON').conflicts('markdown'))
    .option('--markdown', 'print the page docs/rules.md');
  addPatternOptions(command)
    .addHelpText(
      'after',
      examples(['gongkai rules rate', 'gongkai rules --json', 'gongkai rules --markdown > docs/rules.md']),
    )
    .action(async (named: string[], options: RulesFlags) =>
      exit(await (await import('./rules.ts')).rulesCommand(named, options, io)),
    );
}
