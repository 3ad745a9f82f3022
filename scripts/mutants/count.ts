/** From trials to the table of docs/accuracy.md. */
import type { Chance } from './oracle.ts';
import type { Trial } from './trial.ts';

export interface Tried extends Trial {
  readonly family: string;
  readonly chance: Chance;
}

export interface Row {
  readonly family: string;
  readonly planted: number;
  readonly alone: number;
  readonly rounding: number;
  readonly open: number;
  /** Those that another number or word contradicts. */
  readonly contradicted: number;
  readonly found: number;
  readonly error: number;
  readonly located: number;
  readonly named: number;
  /** Found although no number contradicts it. */
  readonly besides: number;
}

function rowOf(family: string, tried: readonly Tried[]): Row {
  const count = (wanted: (each: Tried) => boolean) => tried.filter(wanted).length;
  const findable = (each: Tried) => each.chance === 'contradicted';
  return {
    family,
    planted: tried.length,
    alone: count(({ chance }) => chance === 'alone'),
    open: count(({ chance }) => chance === 'open'),
    rounding: count(({ chance }) => chance === 'rounding'),
    contradicted: count(findable),
    found: count((each) => findable(each) && each.found),
    error: count((each) => findable(each) && each.error),
    located: count((each) => findable(each) && each.located),
    named: count((each) => findable(each) && each.named),
    besides: count((each) => !findable(each) && each.found),
  };
}

/** A row for each family, and one for all. */
export function rowsOf(tried: readonly Tried[]): Row[] {
  const families = [...new Set(tried.map(({ family }) => family))];
  return [
    ...families.map((family) =>
      rowOf(
        family,
        tried.filter((each) => each.family === family),
      ),
    ),
    rowOf('all', tried),
  ];
}

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`);

export function tableOf(rows: readonly Row[]): string {
  const head =
    '| defect | planted | alone | rounding | open | contradicted | found | as error | at the place | named | besides |';
  const lines = rows.map((row) => {
    const { family, planted, alone, rounding, open, contradicted, found, error, located, named, besides } = row;
    const of = (part: number) => `${part} (${percent(part, contradicted)})`;
    return `| ${[family, planted, alone, rounding, open, contradicted, of(found), error, of(located), of(named), besides].join(' | ')} |`;
  });
  return [head, '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |', ...lines].join('\n');
}
