/** Examples of patterns/tables: titles, and small tables with their facts. */
import type { DraftFact } from '../../facts/draft.ts';
import { tableFacts } from '../../facts/tables/index.ts';
import { mappings, type TableExample } from '../../facts/tables/mapping.ts';
import { kindOf, kindsByTitle } from '../../facts/tables/title.ts';
import { foldText } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { type Example, each, expecting, refusing } from '../definition.ts';
import { documentOf, reportOf } from './document.ts';

const YEAR = 2024;

/** The pack that a title chooses; several may give tables of one kind. */
const packOf = (title: string, patterns: Patterns) =>
  kindOf(kindsByTitle(foldText(title), mappings(patterns).kinds)?.kinds ?? [], null)?.key ?? '';

/** concept [measure] [basis] [period] [code] [path] = value [none]: what the report implies is left out. */
function line(fact: DraftFact, shown: { measure: boolean; period: boolean; code: boolean }): string {
  const words: string[] = [fact.concept];
  if (shown.measure) words.push(fact.measure);
  if (fact.basis) words.push(fact.basis);
  if (shown.period) words.push(String(fact.period));
  if (fact.subject) {
    if (shown.code && fact.subject.code) words.push(fact.subject.code);
    words.push(fact.subject.path.join('/'));
  }
  return `${words.join(' ')} = ${fact.value}${fact.stated === 'none' ? ' none' : ''}`;
}

/** The facts of an example's table, each as precise as the example's own line; and the kind of the table. */
function factsOf(example: TableExample, patterns: Patterns): string {
  const document = documentOf([example.title, ...example.lines, { table: example.table }, ...example.after]);
  const year = example.report === 'budget' ? YEAR + 1 : YEAR;
  const report = reportOf(example.report, year);
  const { facts, tables } = tableFacts({ document, sections: [], report, patterns });
  const lines = facts.map((fact, i) => {
    const wanted = example.facts[i] ?? '';
    return line(fact, {
      measure: fact.measure !== 'final' || / final /.test(wanted),
      period: fact.period !== year || / 20\d\d /.test(wanted),
      code: / [0-9A-Z]{3,30} \D/.test(wanted.replace(/ 20\d\d /, ' ')),
    });
  });
  return stated(
    lines,
    tables.map(({ kind }) => kind),
  );
}

const stated = (lines: readonly string[], kinds: readonly (string | null)[]) =>
  `${lines.map((text) => text.trim()).join('; ')} [${kinds.join(', ')}]`;

export function tableExamples(key: string, patterns: Patterns): readonly Example[] {
  const pack = mappings(patterns).kinds.find((kind) => kind.key === key);
  if (!pack) return [];
  const { kind, titles, otherTitles, examples } = pack;
  return [
    ...each(titles, 'titles', (title, at) => expecting(at, title, 'table', key, (given) => packOf(title, given))),
    ...each(otherTitles, 'other_titles', (title, at) =>
      refusing(at, title, 'table', key, (given) => packOf(title, given)),
    ),
    ...examples.map((example, i): Example => {
      const question = [example.report, example.title, ...example.lines, example.table, ...example.after].join('\n');
      const is = stated(example.facts, [kind]);
      const facts = expecting(`examples.${i}`, question, 'facts', is, (given) => factsOf(example, given));
      return { ...facts, text: example.name };
    }),
  ];
}
