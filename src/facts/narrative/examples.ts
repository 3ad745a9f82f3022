/** Runs the example sentences of patterns/sentences/examples: what a text must state, and what it must not. */
import { z } from 'zod';
import type { Report, Section } from '../../contract.ts';
import { type Block, DocumentBuilder } from '../../document.ts';
import { type Patterns, packsIn } from '../../patterns/load.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import type { DraftFact } from '../draft.ts';
import { narrativeFacts } from './index.ts';
import { isValueClass } from './mentions.ts';

const Example = z.strictObject({
  /** The sentence family of docs/patterns.md that it belongs to: T1, F5, S6, … */
  id: z.string(),
  /** A kind of patterns/sections.yaml. */
  section: z.string().nullable(),
  kind: z.enum(['final', 'budget']).default('final'),
  year: z.number().default(2024),
  /** A line is a paragraph. */
  text: z.string(),
  /** In print order: concept [subject] measure basis year = value, what is usual left out. */
  facts: z.array(z.string()),
  /** Amounts, percentages and counts that must stay unmapped. */
  unmapped: z.number().default(0),
});
export const SentenceExamplesSchema = z.array(Example);
export type SentenceExample = z.infer<typeof Example>;

export interface ExampleOutcome {
  readonly facts: string[];
  readonly unmapped: string[];
}

/** The examples by file. */
export function sentenceExamples(patterns: Patterns): [string, SentenceExample[]][] {
  return packsIn(patterns, 'sentences/examples').map(([name, pack]) => [name, SentenceExamplesSchema.parse(pack)]);
}

export function runExample(example: SentenceExample, patterns: Patterns): ExampleOutcome {
  const builder = new DocumentBuilder();
  builder.page();
  const blocks = example.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): Block => {
      const lines = [builder.line([{ text: line, box: null }])];
      return { kind: 'paragraph', lines, role: 'body', heading: null };
    });
  const document = builder.finish('txt', blocks);
  const { kind, year, section } = example;
  const whole = { start: 0, end: document.text.length };
  const sections: Section[] =
    section === null ? [] : [{ id: '1', kind: section, number: null, title: '', level: 1, page: 1, ...whole }];
  const report: Report = { ...UNKNOWN, kind, fiscalYear: year };
  const codes = new Map();
  const consumed = new Set<Block>();
  const found = narrativeFacts({ document, sections, report, patterns, measure: kind, codes, consumed });
  const unmapped = found.mentions.filter((mention) => !mention.mapped && isValueClass(mention.class));
  return {
    facts: found.facts.map((fact) => factText(fact, example, patterns)),
    unmapped: unmapped.map(({ span }) => document.text.slice(span.start, span.end)),
  };
}

const UNKNOWN: Omit<Report, 'kind' | 'fiscalYear'> = {
  title: null,
  organisation: null,
  level: null,
  region: null,
  units: [],
  duties: [],
};

/** A fact in the form in which examples state it. */
function factText(fact: DraftFact, { kind, year }: SentenceExample, patterns: Patterns): string {
  const counted = vocabulary(patterns).concepts.get(fact.concept)?.kind !== 'money';
  const usual = counted ? 'count' : kind;
  const { subject } = fact;
  const scheme = subject && subject.scheme !== 'functional' ? `${subject.scheme}:` : '';
  return [
    fact.concept,
    subject ? `[${scheme}${subject.path.join('/')}]` : '',
    fact.measure === usual ? '' : fact.measure,
    fact.basis ?? '',
    fact.period === year ? '' : String(fact.period),
    '=',
    fact.value ?? fact.stated,
  ]
    .filter((part) => part !== '')
    .join(' ');
}
