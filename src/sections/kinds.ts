/** The kinds of sections and the numbering of headings (patterns/sections.yaml), validated and compiled. */
import { z } from 'zod';
import { compiledOnce } from '../patterns/load.ts';
import { Prefixes } from '../patterns/prefixes.ts';
import { compile } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';

const Text = z.string();
const Texts = z.array(Text).default([]);
const Expressions = z.array(Expression).default([]);
const KindSchema = z.strictObject({
  zh: Text,
  part: z.boolean().default(false),
  first: z.boolean().default(false),
  closed: z.boolean().default(false),
  late: z.boolean().default(false),
  holds: z.array(Text).optional(),
  below: z.array(Text).optional(),
  parents: Texts,
  not_under: Texts,
  titles: Expressions,
  generic: Expressions,
  bare: Expressions,
  run_on: Expressions,
  examples: z.array(Text),
  others: z.array(Text),
});
const STYLES = ['part', 'han', 'paren_han', 'arabic', 'paren_arabic', 'circled', 'lost'] as const;
export const SectionSchema = z.strictObject({
  subpatterns: SubpatternMap,
  numbering: z.array(z.strictObject({ style: z.enum(STYLES), token: Expression, glued: z.boolean().default(false) })),
  lead: Expression,
  unnumbered: Expression,
  contents_line: Expression,
  contents_entry: Expression,
  contents_page: Expression,
  unknown: z.strictObject({ ending: Expression, not: Expression, subject: Expression, within: Texts }),
  kinds: z.record(Text, KindSchema),
  documents: z.array(z.strictObject({ name: Text, lines: z.array(Text), is: z.array(Text) })).default([]),
});
export type SectionPack = z.infer<typeof SectionSchema>;

export type Style = (typeof STYLES)[number] | 'none';
/** How a title says its kind: by itself, below a parent, without 情况 or 说明, or running on into an amount. */
export type Form = 'title' | 'generic' | 'bare' | 'run_on';

export interface Kind {
  readonly id: string;
  readonly part: boolean;
  /** Only before any other part: 基本情况 later on is something else. */
  readonly first: boolean;
  readonly closed: boolean;
  /** Without a number only after sections of the accounts. */
  readonly late: boolean;
  readonly holds: readonly string[] | null;
  readonly below: readonly string[] | null;
  readonly parents: ReadonlySet<string>;
  readonly notUnder: ReadonlySet<string>;
  readonly forms: readonly { readonly form: Form; readonly regex: RegExp }[];
}

export interface Numbering {
  readonly style: Style;
  readonly token: RegExp;
  readonly glued: boolean;
}

export interface SectionRules {
  readonly kinds: readonly Kind[];
  /** Meets what any kind meets, running on or not: one look before the kinds are tried one by one. */
  readonly any: { readonly whole: RegExp; readonly runOn: RegExp };
  readonly numbering: readonly Numbering[];
  /** Which of them a text can open with. */
  readonly opened: Prefixes;
  readonly lead: RegExp;
  readonly unnumbered: RegExp;
  readonly contentsLine: RegExp;
  readonly contentsEntry: RegExp;
  readonly contentsPage: RegExp;
  readonly contentsTitle: RegExp;
  readonly unknown: { ending: RegExp; not: RegExp; subject: RegExp; within: ReadonlySet<string> };
}

/** Styles from the highest to the lowest; a heading without a number takes its rank from its kind. */
export const RANK: Readonly<Record<Style, number>> = {
  part: 1,
  han: 2,
  paren_han: 3,
  arabic: 4,
  paren_arabic: 5,
  circled: 6,
  lost: 2,
  none: 2,
};

/** The kind whose titles announce a table of contents; it is never a section. */
const CONTENTS = 'contents';

const runningOn = (source: string) => `^(?:${source})(?=[为共：]{0,2}[\\d○X×*_])`;

export const sectionRules = compiledOnce((patterns): SectionRules => {
  const pack = SectionSchema.parse(patterns.files.get('sections'));
  const of = (source: string, flags = '') => compile(source, pack.subpatterns, flags);
  const whole = (source: string) => of(`^(?:${source})$`);
  const kinds = Object.entries(pack.kinds)
    .filter(([id]) => id !== CONTENTS)
    .map(([id, kind]): Kind => {
      const forms: { form: Form; regex: RegExp }[] = [
        ...kind.titles.map((source) => ({ form: 'title' as const, regex: whole(source) })),
        ...kind.generic.map((source) => ({ form: 'generic' as const, regex: whole(source) })),
        ...kind.bare.map((source) => ({ form: 'bare' as const, regex: whole(source) })),
        ...kind.run_on.map((source) => ({
          form: 'run_on' as const,
          regex: of(`^(?:${source})(?=[为共：]{0,2}[\\d○X×*_])`),
        })),
      ];
      return {
        id,
        part: kind.part,
        first: kind.first,
        closed: kind.closed,
        late: kind.late,
        holds: kind.holds ?? null,
        below: kind.below ?? null,
        parents: new Set(kind.parents),
        notUnder: new Set(kind.not_under),
        forms,
      };
    });
  const sources = Object.entries(pack.kinds).flatMap(([id, kind]) => (id === CONTENTS ? [] : [kind]));
  const either = (list: string[]) => list.map((source) => source.replaceAll('(?<core>', '(?:')).join('|');
  const numbering = pack.numbering.map(({ style, token, glued }) => ({ style, token: of(`^(?:${token})`), glued }));
  return {
    kinds,
    any: {
      whole: whole(either(sources.flatMap((kind) => [...kind.titles, ...kind.generic, ...kind.bare]))),
      runOn: of(runningOn(either(sources.flatMap((kind) => kind.run_on)))),
    },
    numbering,
    opened: new Prefixes(numbering.map(({ token }) => token)),
    lead: of(`(?:${pack.lead})`, 'g'),
    unnumbered: whole(pack.unnumbered),
    contentsLine: of(pack.contents_line),
    contentsEntry: of(pack.contents_entry),
    contentsPage: of(pack.contents_page),
    contentsTitle: whole((pack.kinds[CONTENTS]?.titles ?? []).join('|')),
    unknown: {
      ending: of(pack.unknown.ending),
      not: of(pack.unknown.not),
      subject: of(pack.unknown.subject),
      within: new Set(pack.unknown.within),
    },
  };
});

/** The pack as written, for its examples. */
export const sectionPack = compiledOnce((patterns): SectionPack => SectionSchema.parse(patterns.files.get('sections')));
