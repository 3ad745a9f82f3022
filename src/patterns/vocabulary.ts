/** The vocabulary of facts (patterns/vocabulary.yaml): concepts, measures, bases and units. */
import { z } from 'zod';
import { compiledOnce } from './load.ts';

const Concept = z.strictObject({
  zh: z.string(),
  also: z.array(z.string()).default([]),
  kind: z.enum(['money', 'count', 'percent', 'score']).default('money'),
  unit: z.string().nullable().default(null),
  subject: z.string().nullable().default(null),
  note: z.string().optional(),
});
export type Concept = z.infer<typeof Concept>;

const Labelled = z.strictObject({ zh: z.string(), also: z.array(z.string()).default([]), note: z.string().optional() });

export const VocabularySchema = z.strictObject({
  version: z.number(),
  concepts: z.record(z.string(), Concept),
  measures: z.record(z.string(), Labelled),
  bases: z.record(z.string(), Labelled),
  units: z.strictObject({
    money: z.strictObject({ base: z.string(), printed: z.record(z.string(), z.number()) }),
    percent: z.strictObject({ printed: z.array(z.string()) }),
    count: z.strictObject({ printed: z.array(z.string()) }),
  }),
});

export interface Vocabulary {
  readonly concepts: ReadonlyMap<string, Concept>;
  readonly measures: ReadonlyMap<string, z.infer<typeof Labelled>>;
  readonly bases: ReadonlyMap<string, z.infer<typeof Labelled>>;
  /** Printed money unit → how many yuan. */
  readonly money: ReadonlyMap<string, number>;
  readonly percent: readonly string[];
  readonly counters: readonly string[];
}

export const vocabulary = compiledOnce((patterns): Vocabulary => {
  const parsed = VocabularySchema.parse(patterns.files.get('vocabulary'));
  return {
    concepts: new Map(Object.entries(parsed.concepts)),
    measures: new Map(Object.entries(parsed.measures)),
    bases: new Map(Object.entries(parsed.bases)),
    money: new Map(Object.entries(parsed.units.money.printed)),
    percent: parsed.units.percent.printed,
    counters: parsed.units.count.printed,
  };
});
