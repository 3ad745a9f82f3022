/** What a disclosure says about itself (patterns/report.yaml, patterns/regions.yaml), validated and compiled. */
import { z } from 'zod';
import { compiledOnce } from '../../patterns/load.ts';
import { compile, match } from '../../patterns/regex.ts';
import { Expression, SubpatternMap } from '../../patterns/schema.ts';

const Text = z.string();
const KINDS = ['final', 'budget', 'three_public', 'government', 'other'] as const;
/** Lines of a document, and the fields of the report that they give. */
const DocumentExample = z.strictObject({
  name: Text,
  lines: z.array(z.union([Text, z.strictObject({ table: Text })])),
  is: z
    .strictObject({
      title: Text.nullable(),
      organisation: Text.nullable(),
      kind: z.enum(KINDS),
      level: z.enum(['department', 'unit']).nullable(),
      fiscalYear: z.number().nullable(),
      region: Text.nullable(),
      units: z.array(Text),
      duties: z.array(Text),
    })
    .partial(),
});

export const ReportSchema = z.strictObject({
  subpatterns: SubpatternMap,
  placeholder: Expression,
  nobody: Expression,
  place: Expression,
  code: Expression,
  cover_skip: z.array(Expression),
  title: z.strictObject({
    cue: Expression,
    organisation: z.array(Expression),
    name: Expression,
    year_only: Expression,
    not_caption: Expression,
    place: Expression,
  }),
  heading: z.array(Expression),
  header: Expression,
  opening: z.array(Expression),
  year: z.strictObject({
    any: Expression,
    own: Expression,
    opening: Expression,
    stated: Expression,
    header: Expression,
    digits: Text,
    zeros: Text,
  }),
  kind: z.strictObject({
    by_title: z.array(z.strictObject({ kind: z.enum(KINDS), title: Expression, not: Expression.optional() })),
    final: Expression,
    budget: Expression,
    neutral: Expression,
  }),
  level: z.strictObject({ department: Expression, unit: Expression, own: Expression }),
  units: z.strictObject({
    scope: Expression,
    below: Expression,
    list: Expression,
    heads: Expression,
    none: Expression,
    not: Expression,
    item: Expression,
    remark: Expression,
  }),
  duties: z.strictObject({ not: Expression, stop: Expression }),
  examples: z.strictObject({
    titles: z.array(z.strictObject({ title: Text, organisation: Text.nullable() })),
    kinds: z.array(z.strictObject({ title: Text, kind: z.enum(KINDS) })),
    placeholders: z.array(Text),
    names: z.array(Text),
    documents: z.array(DocumentExample),
  }),
});

const Names = z.array(Text).default([]);

export const RegionSchema = z.strictObject({
  provinces: z.record(Text, z.strictObject({ short: Text, prefectures: Names, counties: Names })),
  before: Expression,
  not_after_short: Expression,
  examples: z.array(z.strictObject({ name: Text, region: Text.nullable() })),
});

export interface Regions {
  /** Full names of provinces, prefectures and counties, longest first. */
  readonly full: readonly (readonly [string, string])[];
  readonly short: readonly (readonly [string, string])[];
  readonly before: RegExp;
  readonly notAfterShort: RegExp;
}

const compiled = (pack: z.infer<typeof ReportSchema>) => {
  const of = (source: string) => compile(source, pack.subpatterns);
  const whole = (source: string) => of(`^(?:${source})$`);
  return {
    placeholder: of(pack.placeholder),
    nobody: of(pack.nobody),
    place: of(pack.place),
    code: of(pack.code),
    coverSkip: pack.cover_skip.map(whole),
    title: {
      cue: of(pack.title.cue),
      organisation: pack.title.organisation.map(of),
      name: of(pack.title.name),
      yearOnly: of(pack.title.year_only),
      notCaption: of(pack.title.not_caption),
      place: of(pack.title.place),
    },
    heading: pack.heading.map(of),
    header: of(pack.header),
    opening: pack.opening.map(of),
    year: {
      any: of(pack.year.any),
      own: of(pack.year.own),
      opening: of(pack.year.opening),
      stated: compile(pack.year.stated, pack.subpatterns, 'g'),
      header: of(pack.year.header),
      digits: pack.year.digits,
      zeros: new Set(pack.year.zeros),
    },
    kind: {
      byTitle: pack.kind.by_title.map(({ kind, title, not }) => ({
        kind,
        title: of(title),
        not: not ? of(not) : null,
      })),
      final: of(pack.kind.final),
      budget: of(pack.kind.budget),
      neutral: compile(pack.kind.neutral, pack.subpatterns, 'g'),
    },
    level: { department: of(pack.level.department), unit: of(pack.level.unit), own: of(pack.level.own) },
    units: {
      scope: of(pack.units.scope),
      below: of(pack.units.below),
      list: of(pack.units.list),
      heads: whole(pack.units.heads),
      none: of(pack.units.none),
      not: of(pack.units.not),
      item: of(pack.units.item),
      remark: compile(pack.units.remark, pack.subpatterns, 'g'),
    },
    duties: { not: of(pack.duties.not), stop: of(pack.duties.stop) },
  };
};

export type ReportRules = ReturnType<typeof compiled>;

export const reportPack = compiledOnce((patterns) => ReportSchema.parse(patterns.files.get('report')));
export const reportRules = compiledOnce((patterns) => compiled(reportPack(patterns)));
export const regionPack = compiledOnce((patterns) => RegionSchema.parse(patterns.files.get('regions')));

export const regions = compiledOnce((patterns): Regions => {
  const pack = regionPack(patterns);
  const provinces = Object.entries(pack.provinces);
  const full = provinces.flatMap(([province, { prefectures, counties }]) =>
    [province, ...prefectures, ...counties].map((name): [string, string] => [name, province]),
  );
  return {
    full: full.sort((a, b) => b[0].length - a[0].length),
    short: provinces.map(([province, { short }]): [string, string] => [short, province]),
    before: compile(`^${pack.before}`),
    notAfterShort: compile(pack.not_after_short),
  };
});

/** The province that a name of an organisation begins with, itself or by one of its prefectures or counties. */
export function regionOf(name: string, { full, short, before, notAfterShort }: Regions): string | null {
  const rest = name.slice(match(before, name)?.end ?? 0);
  for (const [place, province] of full) if (rest.startsWith(place)) return province;
  for (const [place, province] of short) {
    if (rest.startsWith(place) && !notAfterShort.test(rest.slice(place.length))) return province;
  }
  return null;
}

/** An organisation's name that a pattern captured, or null for a placeholder and for words that name nobody. */
export function nameOf(captured: string | undefined, rules: ReportRules): string | null {
  const name = captured?.replace(rules.code, '');
  if (name === undefined || name.length < 3 || rules.placeholder.test(name) || rules.nobody.test(name)) return null;
  return name;
}
