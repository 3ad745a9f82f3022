/** What the ids in a record are called, for people. */
import { rules } from '../checks/catalogue.ts';
import { labels } from '../dataset/labels.ts';
import type { Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import type { Both, Names } from './data.ts';

export function namesOf(patterns: Patterns): Names {
  const words = vocabulary(patterns);
  const { english } = labels(patterns);
  const both = (known: ReadonlyMap<string, { readonly zh: string }>, translated: Readonly<Record<string, string>>) =>
    Object.fromEntries([...known].map(([id, { zh }]): [string, Both] => [id, { zh, en: translated[id] ?? id }]));
  return {
    concepts: both(words.concepts, english.concepts),
    measures: both(words.measures, english.measures),
    bases: both(words.bases, english.bases),
    money: Object.fromEntries(words.money),
    counters: words.counters,
    rules: Object.fromEntries(
      rules(patterns).map(({ id, asks, judged, relations }) => [id, { zh: asks.zh, en: asks.en, judged, relations }]),
    ),
  };
}
