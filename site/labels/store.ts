/** What a person says about facts and unmapped numbers; the browser keeps it until it is exported or cleared. */
import { useCallback, useState } from 'preact/hooks';
import type { DocumentRecord, Fact } from '../../src/contract.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { remember, remembered } from '../app/memory.ts';

/** `nothing`: an unmapped number that states no fact. */
export type Verdict = 'right' | 'wrong' | 'corrected' | 'labelled' | 'nothing';

export interface Label {
  readonly verdict: Verdict;
  /** What is right, for `corrected` and `labelled`. */
  readonly gold?: GoldFact;
}

export type Labels = Readonly<Record<string, Label>>;

/** By place, which other pattern packs do not change: of several facts at one place by their order. */
export function keyOf(of: Fact | { readonly start: number; readonly end: number }, record: DocumentRecord): string {
  if (!('source' in of)) return `${of.start}-${of.end}`;
  let keys = keysOf.get(record);
  if (!keys) {
    keys = factKeys(record);
    keysOf.set(record, keys);
  }
  return keys.get(of) ?? '';
}

const keysOf = new WeakMap<DocumentRecord, ReadonlyMap<Fact, string>>();

function factKeys({ facts }: DocumentRecord): Map<Fact, string> {
  const counts = new Map<string, number>();
  const keys = new Map<Fact, string>();
  for (const fact of facts) {
    const place = `${fact.source.start}-${fact.source.end}`;
    const before = counts.get(place) ?? 0;
    counts.set(place, before + 1);
    keys.set(fact, before > 0 ? `${place}#${before}` : place);
  }
  return keys;
}

export interface Judging {
  readonly labels: Labels;
  readonly judge: (key: string, label: Label | null) => void;
  readonly clear: () => void;
  /** False where the browser keeps nothing: what is not exported is lost with the page. */
  readonly kept: boolean;
}

export function useLabels(id: string): Judging {
  const name = `labels.${id}`;
  const [labels, setLabels] = useState<Labels>(() => stored(name));
  const [kept, setKept] = useState(true);
  const save = useCallback(
    (next: Labels) => {
      setLabels(next);
      setKept(remember(name, Object.keys(next).length === 0 ? null : JSON.stringify(next)));
    },
    [name],
  );
  const judge = useCallback(
    (key: string, label: Label | null) => {
      const { [key]: _, ...others } = labels;
      save(label === null ? others : { ...others, [key]: label });
    },
    [labels, save],
  );
  return { labels, judge, clear: () => save({}), kept };
}

function stored(name: string): Labels {
  try {
    return JSON.parse(remembered(name) ?? '{}') as Labels;
  } catch {
    return {};
  }
}
