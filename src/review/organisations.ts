/** Documents of one organisation, and what they state over the years. */
import { createHash } from 'node:crypto';
import type { DocumentRecord, Fact } from '../contract.ts';
import { foldText } from '../fold.ts';
import { agreed } from './agreed.ts';
import { type OrganisationData, type Point, TOPICS } from './data.ts';

type Measure = Point['measure'];
type Kept = Pick<Fact, 'value' | 'interval'> & { readonly document: string; readonly fact: string };

interface Gathered extends Pick<OrganisationData, 'name' | 'level' | 'region'> {
  readonly documents: OrganisationData['documents'][number][];
  /** By concept, measure and year. */
  readonly stated: Map<string, Kept[]>;
}

const SHOWN: ReadonlySet<string> = new Set(Object.values(TOPICS).flat());
const MEASURES: ReadonlySet<string> = new Set<Measure>(['final', 'budget', 'count']);

/** A department and its own unit of the same name publish different accounts. */
export function organisationKey({ report }: DocumentRecord): string | null {
  if (report.organisation === null) return null;
  const name = `${foldText(report.organisation)}\n${report.level ?? ''}`;
  return createHash('sha256').update(name).digest('hex').slice(0, 16);
}

export class Organisations {
  private readonly known = new Map<string, Gathered>();

  add(record: DocumentRecord): void {
    const key = organisationKey(record);
    const { id, source, report } = record;
    if (key === null || report.organisation === null) return;
    const { level, region } = report;
    const one = this.known.get(key) ?? {
      name: report.organisation,
      level,
      region,
      documents: [],
      stated: new Map<string, Kept[]>(),
    };
    this.known.set(key, one);
    one.documents.push({ id, path: source.path, kind: report.kind, year: report.fiscalYear });
    for (const fact of record.facts) {
      const { concept, subject, measure, period, value, interval } = fact;
      if (!SHOWN.has(concept) || !MEASURES.has(measure) || subject !== null || value === null) continue;
      // Of other years only what is said in passing.
      if (period === null || period !== report.fiscalYear) continue;
      const at = JSON.stringify([concept, measure, period]);
      const kept = { value, interval, document: id, fact: fact.id };
      const list = one.stated.get(at);
      if (list) list.push(kept);
      else one.stated.set(at, [kept]);
    }
  }

  *all(): Generator<readonly [key: string, data: OrganisationData]> {
    for (const [key, { stated, documents, ...about }] of this.known) {
      const points = [...stated].map(([at, facts]): Point => {
        const [concept, measure, year] = JSON.parse(at) as [string, Measure, number];
        const shown = facts.map(({ document, fact, value }) => ({ document, fact, value: value ?? '' }));
        return { concept, measure, year, value: agreed(facts), stated: shown };
      });
      documents.sort((a, b) => (a.year ?? 0) - (b.year ?? 0));
      yield [key, { ...about, documents, points: points.sort((a, b) => a.year - b.year) }];
    }
  }
}
