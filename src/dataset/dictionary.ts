/** docs/data-dictionary.md: what the columns and the concepts mean, in both languages. `npm run dictionary` writes it. */
import type { Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { type ColumnType, PRECISION, SCALE, type Table } from './column.ts';
import { type Labels, labels } from './labels.ts';
import { TABLES } from './tables/index.ts';

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  flag: 'boolean',
  amount: `DECIMAL(${PRECISION},${SCALE.amount})`,
  bound: `DECIMAL(${PRECISION},${SCALE.bound})`,
  point: 'double',
  json: 'text (JSON)',
};

export function dictionary(patterns: Patterns): string {
  const words = labels(patterns);
  const { title, description } = words;
  return `${[
    `# Data dictionary · ${words.heading.zh}`,
    '<!-- Written by `npm run dictionary`; change patterns/vocabulary.yaml or patterns/labels instead. -->',
    `**${title.en}.** ${description.en}`,
    `**${title.zh}** ${description.zh}`,
    `${words.reading.en}\n\n${words.reading.zh}`,
    ...TABLES.flatMap((table) => tableLines(table, words)),
    ...conceptLines(patterns, words),
    ...listLines('Measures', 'measure', words.meaning, words.english.measures, vocabulary(patterns).measures),
    ...listLines('Bases', 'basis', words.meaning, words.english.bases, vocabulary(patterns).bases),
  ].join('\n\n')}\n`;
}

function tableLines(table: Table, words: Labels): string[] {
  const { en, zh } = words.table(table.name);
  const rows = table.columns.map(({ name, type, nullable }) => {
    const label = words.column(table.name, name);
    return `| \`${name}\` | ${TYPES[type]}${nullable ? '' : ', not null'} | ${cell(label.en)} | ${cell(label.zh)} |`;
  });
  const key = table.key.map((name) => `\`${name}\``).join(', ');
  return [
    `## \`${table.name}\``,
    `${en}. ${zh}. Key: ${key}.`,
    [`| column | type | ${words.meaning.en} | ${words.meaning.zh} |`, '| --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

function conceptLines(patterns: Patterns, { english, meaning }: Labels): string[] {
  const rows = [...vocabulary(patterns).concepts].map(([id, { zh, kind, unit, subject }]) => {
    const what = kind === 'money' ? 'CNY' : (unit ?? kind);
    return `| \`${id}\` | ${cell(english.concepts[id] ?? '')} | ${cell(zh)} | ${what} | ${cell(subject ?? '')} |`;
  });
  return [
    '## Concepts',
    'Values of `concept`. `subject` says by which classification a value may be broken down.',
    [`| id | ${meaning.en} | ${meaning.zh} | unit | subject |`, '| --- | --- | --- | --- | --- |', ...rows].join('\n'),
  ];
}

function listLines(
  heading: string,
  column: string,
  meaning: Labels['meaning'],
  english: Readonly<Record<string, string>>,
  all: ReadonlyMap<string, { readonly zh: string }>,
): string[] {
  const rows = [...all].map(([id, { zh }]) => `| \`${id}\` | ${cell(english[id] ?? '')} | ${cell(zh)} |`);
  return [
    `## ${heading}`,
    `Values of \`${column}\`.`,
    [`| id | ${meaning.en} | ${meaning.zh} |`, '| --- | --- | --- |', ...rows].join('\n'),
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
