/** A document as a line of the overview. */
import { extractedOf } from '../batch/entry.ts';
import type { DocumentRecord, Fact } from '../contract.ts';
import type { Severity } from '../document.ts';
import { foldText } from '../fold.ts';
import { agreed } from './agreed.ts';
import type { DocumentRow } from './data.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];
const SPENT = 'expenditure.current_year';

/** Numbers the names of functions, in the order in which they are met. */
export class Functions {
  private readonly numbers = new Map<string, number>();

  number(name: string): number {
    const known = this.numbers.get(name) ?? this.numbers.size;
    this.numbers.set(name, known);
    return known;
  }

  get names(): string[] {
    return [...this.numbers.keys()];
  }
}

export function rowOf(record: DocumentRecord, organisationKey: string | null, functions: Functions): DocumentRow {
  const { id, source, report, findings } = record;
  const { facts, mapped, unmapped, findings: severities, checks } = extractedOf(record);
  const rules = new Map<string, [number, number, number]>();
  for (const { rule, severity } of findings) {
    const counts = rules.get(rule) ?? [0, 0, 0];
    counts[SEVERITIES.indexOf(severity)] = (counts[SEVERITIES.indexOf(severity)] ?? 0) + 1;
    rules.set(rule, counts);
  }
  return {
    id,
    path: source.path,
    format: source.format,
    title: report.title,
    organisation: report.organisation,
    organisationKey,
    region: report.region,
    year: report.fiscalYear,
    kind: report.kind,
    facts,
    mapped,
    unmapped,
    findings: severities,
    rules: Object.fromEntries(rules),
    checks: { pass: checks?.pass ?? 0, fail: checks?.fail ?? 0, unevaluable: checks?.unevaluable ?? 0 },
    notices: record.notices.length,
    amounts: amountsByFunction(record, functions),
  };
}

/** A class with several values that no rounding explains has none. */
function amountsByFunction({ facts, report }: DocumentRecord, functions: Functions): [number, string][] {
  const measure = report.kind === 'budget' ? 'budget' : 'final';
  const classes = new Map<string, Fact[]>();
  for (const fact of facts) {
    const { concept, subject, period } = fact;
    if (concept !== SPENT || subject?.scheme !== 'functional' || subject.path.length !== 1) continue;
    if (fact.measure !== measure || period === null || period !== report.fiscalYear) continue;
    const name = foldText(subject.path[0] as string);
    const known = classes.get(name);
    if (known) known.push(fact);
    else classes.set(name, [fact]);
  }
  return [...classes].flatMap(([name, stated]): [number, string][] => {
    const value = agreed(stated);
    return value === null ? [] : [[functions.number(name), value]];
  });
}
