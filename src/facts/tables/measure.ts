/** Reads measure, basis, year and unit off the heads of a value column. */
import type { Measure as ContractMeasure } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import type { Common } from './mapping.ts';

export type Measure = ContractMeasure;
export type Basis = 'prior_final' | 'prior_budget' | 'prior_execution' | 'budget' | 'adjusted_budget';

export interface Heads {
  /** The heads that are left: what the column is about. */
  path: string[];
  unit: string | null;
  measure: Measure | null;
  basis: Basis | null;
  offset: number;
  year: number | null;
}

export function measureOf(heads: readonly string[], common: Common): Heads {
  const result: Heads = { path: [], unit: null, measure: null, basis: null, offset: 0, year: null };
  for (const printed of heads) {
    const unit = match(common.columnUnit, printed);
    const head = unit ? printed.slice(0, unit.start) + printed.slice(unit.end) : printed;
    if (unit) result.unit = unit.groups.unit ?? unit.groups.unit2 ?? null;
    if (head === '') continue;
    const rule = common.measures.find((candidate) => match(candidate.head, head) ?? match(candidate.head, printed));
    if (!rule) {
      result.path.push(head);
      continue;
    }
    const groups = (match(rule.head, head) ?? match(rule.head, printed))?.groups ?? {};
    const year = groups.year ?? groups.year2 ?? groups.year3;
    if (year) result.year = Number(year);
    if (rule.measure) result.measure = rule.measure;
    if (rule.basis) result.basis = rule.basis;
    if (rule.offset) result.offset = rule.offset;
  }
  return result;
}
