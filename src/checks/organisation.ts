/** Other organisations where only the document's own can stand: in titles, and one character away from its name. */
import { z } from 'zod';
import type { Finding } from '../contract.ts';
import { foldText } from '../fold.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { compile, match } from '../patterns/regex.ts';
import { Expression, SubpatternMap } from '../patterns/schema.ts';
import type { Context } from './context.ts';
import { textFinding } from './findings.ts';

const RULE = 'subject.organisation';
/** Shorter names differ by a character from too much. */
const SHORTEST = 8;

export const OrganisationSchema = z.strictObject({
  subpatterns: SubpatternMap.default({}),
  heading: Expression,
  headings: z.array(z.strictObject({ text: z.string(), name: z.string() })).min(1),
  no_headings: z.array(z.string()).min(1),
});
const titles = compiledOnce((patterns: Patterns) => {
  const { subpatterns, heading } = OrganisationSchema.parse(patterns.files.get('checks/organisation'));
  return compile(heading, subpatterns);
});

/** The organisation that a title of the report or of its parts names; null for other lines. */
export function titleOrganisation(folded: string, patterns: Patterns): string | null {
  return match(titles(patterns), folded)?.groups.name ?? null;
}

/** Abbreviations and units with a longer name are the same organisation. */
function alike(a: string, b: string): boolean {
  return a.includes(b) || b.includes(a) || isSubsequence(a, b) || isSubsequence(b, a);
}

/** 县水务局 keeps the characters of 青石县水务局 in their order; so does 区规划局 those of 区规划和自然资源局. */
function isSubsequence(short: string, long: string): boolean {
  if (long.length - short.length > short.length) return false;
  const [first] = short;
  let i = long.indexOf(first ?? '');
  // A city's bureau is no abbreviation of its district's: the place must not lose a middle part.
  if (i <= 0) return false;
  for (const c of short) {
    i = long.indexOf(c, i) + 1;
    if (i === 0) return false;
  }
  return true;
}

function inTitles(context: Context, own: readonly string[]): Finding[] {
  const { page, patterns, report } = context;
  return page.passages.flatMap(({ folded }) => {
    if (folded.text.length > 90) return [];
    const name = titleOrganisation(folded.text, patterns);
    if (name === null || own.some((each) => alike(name, each))) return [];
    const at = folded.text.indexOf(name);
    const words = { text: name, other: report.organisation ?? '' };
    return [
      textFinding(context, RULE, 'wrong-name', folded.source(at, at + name.length), 'subject.organisation', words),
    ];
  });
}

/** Where a character of the name is another one: 规划与自然资源局 for 规划和自然资源局. */
function misspelt(context: Context, name: string): Finding[] {
  if (name.length < SHORTEST) return [];
  const { page, report } = context;
  const half = name.length >> 1;
  const found: Finding[] = [];
  for (const { folded } of page.passages) {
    for (const [part, offset] of [[name.slice(0, half), 0] as const, [name.slice(half), half] as const]) {
      for (let at = folded.text.indexOf(part); at >= 0; at = folded.text.indexOf(part, at + part.length)) {
        const start = at - offset;
        const text = start < 0 ? '' : folded.text.slice(start, start + name.length);
        if (distance(text, name) !== 1) continue;
        const words = { text, other: report.organisation ?? '' };
        const span = folded.source(start, start + name.length);
        found.push(textFinding(context, RULE, 'wrong-name', span, 'subject.organisation', words));
      }
    }
  }
  return found;
}

function distance(a: string, b: string): number {
  if (a.length !== b.length || !/^[\p{Script=Han}（）]+$/u.test(a)) return b.length;
  let count = 0;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) count++;
  return count;
}

export function organisationFindings(context: Context): Finding[] {
  const { report, ledger } = context;
  if (report.organisation === null) return [];
  const name = foldText(report.organisation);
  const units = report.units.map(foldText);
  const others = new Set(units);
  const found = [...inTitles(context, [name, ...units]), ...misspelt(context, name)].filter(
    ({ message }, i, all) => !others.has(message.zh) && all.findIndex((each) => each.message.zh === message.zh) === i,
  );
  const count = ledger.count(RULE);
  if (found.length === 0) count.pass++;
  else count.fail += found.length;
  return found;
}
