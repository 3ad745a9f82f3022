/** What a number lacks: its value (placeholder), its unit, its percent sign. */
import type { Fact, Finding } from '../contract.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';
import { nameOf, type Words } from './message.ts';

const RATES: ReadonlySet<string> = new Set(['change_rate', 'completion_rate', 'share']);

function aboutFact({ patterns }: Context, fact: Fact): Words {
  const what = { zh: nameOf(fact, 'zh', patterns), en: nameOf(fact, 'en', patterns) };
  return { what, text: fact.published.text, unit: fact.published.unit ?? '' };
}

export function placeholderFindings(context: Context): Finding[] {
  const { facts, ledger } = context;
  return facts.flatMap((fact) => {
    if (fact.stated !== 'placeholder') return [];
    ledger.count('placeholder').fail++;
    return [
      textFinding(context, 'placeholder', 'missing', fact.source, 'placeholder', aboutFact(context, fact), [fact.id]),
    ];
  });
}

/** The message for a fact whose unit is incomplete; null where nothing is missing. */
function lacking(fact: Fact, cut: ReadonlySet<string>): string | null {
  if (fact.stated !== 'number') return null;
  const { unit } = fact.published;
  if (RATES.has(fact.measure)) return fact.source.kind === 'sentence' && unit === null ? 'unit.percent' : null;
  if (unit !== null && cut.has(unit)) return 'unit.yuan';
  return fact.value === null && unit === null ? 'unit.none' : null;
}

export function unitFindings(context: Context): Finding[] {
  const { facts, patterns, ledger } = context;
  const cut = cutUnits(patterns);
  const count = facts.length > 0 ? ledger.count('unit') : null;
  const found: Finding[] = [];
  for (const fact of facts) {
    const key = lacking(fact, cut);
    if (key !== null)
      found.push(textFinding(context, 'unit', 'missing', fact.source, key, aboutFact(context, fact), [fact.id]));
    else if (count && fact.stated === 'number') count.pass++;
  }
  if (count) count.fail += found.length;
  return found;
}

/** 万 beside 万元: units that another one completes. */
const cutUnits = compiledOnce((patterns: Patterns): ReadonlySet<string> => {
  const money = [...vocabulary(patterns).money];
  const isCut = ([unit, factor]: [string, number], [longer, other]: [string, number]) =>
    longer.length > unit.length && longer.startsWith(unit) && factor === other;
  return new Set(money.filter((unit) => money.some((longer) => isCut(unit, longer))).map(([unit]) => unit));
});
