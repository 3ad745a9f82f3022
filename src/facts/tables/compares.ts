/** What a column of changes without a base of its own compares. */
import type { MappedBlock } from './columns.ts';
import type { Common } from './mapping.ts';
import { type Heads, measureOf } from './measure.ts';

type Said = Pick<Heads, 'measure' | 'offset' | 'year'>;

/** True in a table that prints budget and final of its own year, in columns or in rows, and no other year. */
export function comparesWithBudget(
  blocks: readonly MappedBlock[],
  year: number | null,
  names: (mapped: MappedBlock) => readonly string[],
  common: Common,
): boolean {
  const said: Said[] = blocks.flatMap((mapped) => [
    ...mapped.columns.map(({ column }) => column),
    ...names(mapped)
      .map((name) => measureOf([name], common))
      .filter(({ path }) => path.length === 0),
  ]);
  const other = said.some((one) => one.offset !== 0 || (one.year !== null && one.year !== year));
  return !other && (['budget', 'final'] as const).every((measure) => said.some((one) => one.measure === measure));
}
