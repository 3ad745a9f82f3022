import { describe, expect, it } from 'vitest';
import type { DraftFact } from '../../../src/facts/draft.ts';
import { tableFacts } from '../../../src/facts/tables/index.ts';
import { mappings } from '../../../src/facts/tables/mapping.ts';
import { kindOf, kindsByTitle } from '../../../src/facts/tables/title.ts';
import { foldText } from '../../../src/fold.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';
import { documentOf, reportOf } from './build.ts';

const patterns = loadPatterns();
const YEAR = 2024;

/** concept [measure] [basis] [period] [code] [path] = value [none]: what the report implies is left out. */
function line(fact: DraftFact, shown: { measure: boolean; period: boolean; code: boolean }): string {
  const words = [fact.concept];
  if (shown.measure) words.push(fact.measure);
  if (fact.basis) words.push(fact.basis);
  if (shown.period) words.push(String(fact.period));
  if (fact.subject) {
    if (shown.code && fact.subject.code) words.push(fact.subject.code);
    words.push(fact.subject.path.join('/'));
  }
  return `${words.join(' ')} = ${fact.value}${fact.stated === 'none' ? ' none' : ''}`;
}

const { kinds } = mappings(patterns);
const packOf = (title: string) => kindOf(kindsByTitle(foldText(title), kinds)?.kinds ?? [], null)?.key ?? null;

for (const kind of kinds) {
  describe(kind.key, () => {
    it.each(kind.titles)('is titled %s', (title) => expect(packOf(title)).toBe(kind.key));
    it.each(kind.otherTitles)('is not titled %s', (title) => expect(packOf(title)).not.toBe(kind.key));

    for (const example of kind.examples) {
      it(example.name, () => {
        const document = documentOf([example.title, ...example.lines, { table: example.table }, ...example.after]);
        const year = example.report === 'budget' ? YEAR + 1 : YEAR;
        const { facts, tables } = tableFacts({
          document,
          sections: [],
          report: reportOf(example.report, year),
          patterns,
        });
        const expected = example.facts.map((text) => text.trim());
        const printed = facts.map((fact, i) => {
          const wanted = expected[i] ?? '';
          return line(fact, {
            measure: fact.measure !== 'final' || / final /.test(wanted),
            period: fact.period !== year || / 20\d\d /.test(wanted),
            code: / [0-9A-Z]{3,30} \D/.test(wanted.replace(/ 20\d\d /, ' ')),
          });
        });
        expect(printed).toEqual(expected);
        expect(tables.map((table) => table.kind)).toEqual([kind.kind]);
      });
    }
  });
}
