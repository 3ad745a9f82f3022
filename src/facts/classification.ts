/**
 * The classification of budget expenditure by function (支出功能分类) and by economic nature (支出经济分类):
 * codes and their names over the years, from patterns/classification. Local additions exist, so an unknown code or
 * name proves nothing.
 */
import { z } from 'zod';
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';

export type Scheme = 'functional' | 'economic';

const Period = z.strictObject({ name: z.string(), from: z.number().optional(), until: z.number().optional() });
const Names = z.union([z.string(), z.array(Period).min(1)]);
const Parent = z.strictObject({ name: Names, items: z.record(z.string().regex(/^\d{2}$/), Names) });
export const ClassificationSchema = z.strictObject({
  suffix: z.string().default(''),
  codes: z.record(z.string().regex(/^\d{3}(\d{2})?$/), z.union([Names, Parent])),
});

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly from: number;
  readonly until: number;
}

export interface Classification {
  /** The name of a code in a year; null where the code is unknown or its name of that year is. */
  name(scheme: Scheme, code: string, year: number | null): string | null;
  /** All names a code ever had. */
  names(scheme: Scheme, code: string): readonly string[];
  /**
   * The one code of a name in a year. `parents` are names of its 类 and 款 as far as printed, highest first; null
   * where no code or more than one fits.
   */
  code(scheme: Scheme, name: string, year: number | null, parents?: readonly string[]): string | null;
  /** True for a name of any code in any year, with or without its closing 支出. */
  isSubjectName(name: string, scheme?: Scheme): boolean;
  /** All names, with and without their closing 支出. */
  printed(): readonly string[];
}

class Table {
  private readonly byCode = new Map<string, Entry[]>();
  private readonly byName = new Map<string, Entry[]>();
  private readonly suffix: string;

  constructor(raw: unknown) {
    const { codes, suffix } = ClassificationSchema.parse(raw);
    this.suffix = suffix;
    for (const [code, value] of Object.entries(codes)) {
      if (typeof value === 'string' || Array.isArray(value)) this.addNames(code, value);
      else {
        this.addNames(code, value.name);
        for (const [item, names] of Object.entries(value.items)) this.addNames(`${code}${item}`, names);
      }
    }
  }

  private addNames(code: string, names: z.infer<typeof Names>): void {
    const periods = typeof names === 'string' ? [{ name: names }] : names;
    for (const { name, from = 0, until = 9999 } of periods as z.infer<typeof Period>[]) {
      this.add({ code, name: foldText(name), from, until });
    }
  }

  private add(entry: Entry): void {
    const push = (map: Map<string, Entry[]>, key: string) => map.set(key, [...(map.get(key) ?? []), entry]);
    push(this.byCode, entry.code);
    push(this.byName, this.key(entry.name));
  }

  /** 教育 and 教育支出 are the same name. */
  private key(name: string): string {
    const bare = this.suffix !== '' && name.endsWith(this.suffix) ? name.slice(0, -this.suffix.length) : name;
    return bare === '' ? name : bare;
  }

  entries(code: string): readonly Entry[] {
    return this.byCode.get(code) ?? [];
  }

  name(code: string, year: number | null): string | null {
    const fits = this.entries(code).filter((e) => year === null || (e.from <= year && year <= e.until));
    return fits.length === 1 ? (fits[0] as Entry).name : null;
  }

  code(name: string, year: number | null, parents: readonly string[]): string | null {
    const inYear = (e: Entry) => year === null || (e.from <= year && year <= e.until);
    const same = (this.byName.get(this.key(name)) ?? []).filter(inYear);
    const fits = same.filter((e) => this.below(e.code, parents));
    const exact = fits.filter((e) => e.name === name);
    const codes = new Set((exact.length > 0 ? exact : fits).map((e) => e.code));
    return codes.size === 1 ? ([...codes][0] as string) : null;
  }

  /** Whether the printed parents are, in their order, names of the code's own parents. */
  private below(code: string, parents: readonly string[]): boolean {
    const own: string[] = [];
    for (let length = 3; length < code.length; length += 2) own.push(code.slice(0, length));
    let from = 0;
    return parents.every((parent) => {
      const at = own.findIndex(
        (c, i) => i >= from && this.entries(c).some((e) => this.key(e.name) === this.key(parent)),
      );
      from = at + 1;
      return at >= 0;
    });
  }

  /** All names as a text may print them. */
  *printed(): Generator<string> {
    for (const key of this.byName.keys()) {
      yield key;
      yield `${key}${this.suffix}`;
    }
  }

  has(name: string): boolean {
    return this.byName.has(this.key(name));
  }
}

/** Answers given before: reports ask for the same few names. Forgotten when full, so that it stays small. */
class Known<T> {
  private readonly answers = new Map<string, T>();

  of(question: string, answer: () => T): T {
    const known = this.answers.get(question);
    if (known !== undefined) return known;
    if (this.answers.size >= MOST_KNOWN) this.answers.clear();
    const found = answer();
    this.answers.set(question, found);
    return found;
  }
}
const MOST_KNOWN = 4096;

export const classification = compiledOnce((patterns: Patterns): Classification => {
  const tables = {
    functional: new Table(patterns.files.get('classification/functional')),
    economic: new Table(patterns.files.get('classification/economic')),
  };
  const codes = new Known<string | null>();
  const subjects = new Known<boolean>();
  return {
    name: (scheme, code, year) => tables[scheme].name(code, year),
    names: (scheme, code) => tables[scheme].entries(code).map((e) => e.name),
    code: (scheme, name, year, parents = []) =>
      codes.of(`${scheme} ${year} ${name} ${parents.join(' ')}`, () =>
        tables[scheme].code(foldText(name), year, parents.map(foldText)),
      ),
    isSubjectName: (name, scheme) =>
      subjects.of(`${scheme} ${name}`, () =>
        (scheme ? [tables[scheme]] : Object.values(tables)).some((table) => table.has(foldText(name))),
      ),
    printed: () => [...tables.functional.printed(), ...tables.economic.printed()],
  };
});
