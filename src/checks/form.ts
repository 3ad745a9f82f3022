/** What a number lacks: its value (placeholder), its unit, its percent sign. */
import type { Fact, Finding } from '../contract.ts';
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
  const { money } = vocabulary(patterns);
  // 万 beside 万元: a unit that another one completes.
  const cut = new Set([...money.keys()].filter((unit) => [...money.keys()].some((longer) => isCut(unit, longer))));
  return facts.flatMap((fact) => {
    const key = lacking(fact, cut);
    const count = ledger.count('unit');
    if (key === null) {
      if (fact.stated === 'number') count.pass++;
      return [];
    }
    count.fail++;
    return [textFinding(context, 'unit', 'missing', fact.source, key, aboutFact(context, fact), [fact.id])];
  });

  function isCut(unit: string, longer: string): boolean {
    return longer.length > unit.length && longer.startsWith(unit) && money.get(longer) === money.get(unit);
  }
}
