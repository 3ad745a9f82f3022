/** Parts of the schemas of packs. An id makes them known to docs/schema, to `patterns lint` and to editors. */
import { z } from 'zod';

/** Matched against folded text (src/fold.ts). Written free-spaced, with subpatterns; see docs/patterns.md. */
export const Expression = z.string().meta({
  id: 'expression',
  description:
    'An expression over folded text: half-width digits, Chinese punctuation, no white space or quote marks. White space in it does not count; {{name}} is a subpattern; every quantifier has an upper bound.',
});

/** Expressions by the name under which others use them: {{name}}. */
export const SubpatternMap = z.record(z.string(), Expression).meta({
  id: 'subpatterns',
  description: 'Parts of expressions by name; {{name}} stands for one of them in any expression of the pack.',
});

/** A concept of patterns/vocabulary.yaml. */
export const ConceptId = z.string().meta({ id: 'concept', description: 'A concept of patterns/vocabulary.yaml.' });

/** What any pack may say at its top, besides its own keys. */
export const PackHead = {
  extends: z.string().optional().meta({
    description:
      'The pack that this file adds to: maps are merged, lists grow at their front. Without it, the pack of its own path.',
  }),
  order: z.number().int().optional().meta({
    description:
      'Of several files that add to one pack, those of a higher order go last and end up in front. 0 where not said.',
  }),
};
