/** Reads measure, basis, year and unit off the heads of a value column, or off a label that names nothing else. */
import type { Measure as ContractMeasure } from '../../contract.ts';
import { match } from '../../patterns/regex.ts';
import type { Common } from './mapping.ts';
import type { HeadBasis } from './schema.ts';

export type Measure = ContractMeasure;
export type Basis = HeadBasis;

export interface Heads {
  /** The heads that are left: what the column is about. */
  path: string[];
  unit: string | null;
  measure: Measure | null;
  basis: Basis | null;
  offset: number;
  year: number | null;
}

type Rule = Common['measures'][number];

function ruleOf(head: string, common: Common): { rule: Rule; year: number | null } | null {
  for (const rule of common.measures) {
    const found = match(rule.head, head);
    if (found) return { rule, year: found.groups.year ? Number(found.groups.year) : null };
  }
  return null;
}

/** Takes the measure of one head in; false where the head is about something. */
function take(head: string, result: Heads, common: Common): boolean {
  const found = ruleOf(head, common);
  if (!found) return false;
  const { rule, year } = found;
  if (rule.measure === 'ratio') {
    if (result.measure !== 'change_amount' && result.basis === null) return false;
    result.measure = 'change_rate';
    return true;
  }
  if (year !== null) result.year = year;
  if (rule.measure) result.measure = rule.measure;
  if (rule.basis) result.basis = rule.basis;
  if (rule.offset) result.offset = rule.offset;
  return true;
}

/** 机关运行经费预算数 and 2024年基本支出: a measure or a year, and what it is about. */
function takeParts(head: string, result: Heads, common: Common): void {
  if (common.words.of(head) === null) {
    const { groups } = match(common.measureEnding, head) ?? match(common.measureOpening, head) ?? {};
    if (groups?.measure && groups.rest && take(groups.measure, result, common)) {
      takeParts(groups.rest, result, common);
      return;
    }
  }
  result.path.push(head);
}

export function measureOf(heads: readonly string[], common: Common): Heads {
  const result: Heads = { path: [], unit: null, measure: null, basis: null, offset: 0, year: null };
  for (const [i, printed] of heads.entries()) {
    const unit = match(common.columnUnit, printed);
    const head = unit ? printed.slice(0, unit.start) + printed.slice(unit.end) : printed;
    if (unit) result.unit = unit.groups.unit ?? unit.groups.unit2 ?? null;
    if (head === '') continue;
    if (i < heads.length - 1 && common.measureOver.test(head)) {
      result.path.push(head);
      continue;
    }
    if (!take(head, result, common) && !(unit && take(printed, result, common))) takeParts(head, result, common);
  }
  if (result.unit === '%' && result.measure === 'change_amount') result.measure = 'change_rate';
  return result;
}
