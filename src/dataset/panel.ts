/** One wide sheet: a row for each organisation and year, a column for each concept. */
import { quoted } from './duckdb.ts';

export interface PanelOptions {
  readonly concepts: readonly string[];
  /** Names of the columns, in the order of the concepts. */
  readonly names: readonly string[];
  readonly measure: string;
  readonly kind: string;
}

/**
 * A value stated in several places is the most precisely printed one, provided that every other place allows it; where
 * two places contradict each other the cell is empty and `conflicts` counts it. Only what is stated of the organisation
 * as a whole counts, and of the year of the report.
 */
export function panelSql({ concepts, names, measure, kind }: PanelOptions): string {
  const columns = concepts.map(
    (concept, i) =>
      `max(value) filter (where concept = ${quoted(concept)}) as "${(names[i] as string).replaceAll('"', '""')}"`,
  );
  return `
    with stated as (
      select organisation, region, fiscal_year, concept,
        arg_min(value, high - low) as value, max(low) as low, min(high) as high
      from facts
      where measure = ${quoted(measure)} and report_kind = ${quoted(kind)} and period = fiscal_year
        and subject_scheme is null and value is not null and low is not null
        and concept in (${concepts.map(quoted).join(', ')})
      group by all
    ),
    agreed as (
      select organisation, region, fiscal_year, concept, value between low and high as agrees,
        case when value between low and high then value end as value
      from stated
    )
    select organisation, region, fiscal_year, ${columns.join(', ')}, count(*) filter (where not agrees) as conflicts
    from agreed
    group by organisation, region, fiscal_year
    order by organisation, region, fiscal_year`;
}
