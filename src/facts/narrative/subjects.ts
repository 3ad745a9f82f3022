/** Names of 类, 款 and 项 in sentences, and the code that the document's tables or the dictionary give them. */
import type { Subject } from '../../contract.ts';
import type { Span } from '../../document.ts';
import { match, matches } from '../../patterns/regex.ts';
import type { Classification, Scheme } from '../classification.ts';
import type { NameLengths } from '../name-lengths.ts';
import type { Lexicon } from './lexicon.ts';

/** Folded name → the codes that the document's tables print for it. */
export type PrintedCodes = ReadonlyMap<string, readonly { code: string; path: string[] }[]>;

export interface SubjectNames {
  readonly printed: PrintedCodes;
  readonly printedLengths: NameLengths;
  readonly dictionary: Classification;
  readonly year: number | null;
  /** True in a section where amounts are named by function. */
  readonly functional: boolean;
  /** True where they are named by economic nature. */
  readonly economic: boolean;
  /** True in a section whose numbered lines are items. */
  readonly items: boolean;
}

export interface SubjectName {
  readonly span: Span;
  readonly scheme: Scheme | 'project';
  readonly path: readonly string[];
  /** Printed with the name, else null. */
  readonly code: string | null;
  /** Digits of the code as the marks （类）（款）（项） say; null without marks. */
  readonly digits: number | null;
  /** True with marks or a code: a subject whatever the section. */
  readonly marked: boolean;
}

const HAN = /\p{Script=Han}/u;
const DIGITS = { l: 3, k: 5, x: 7 } as const;

function chains(text: string, lex: Lexicon): readonly SubjectName[] {
  if (!lex.subjects.mark.test(text)) return NO_NAMES;
  const found: SubjectName[] = [];
  for (const hit of matches(lex.subjects.chain, text)) {
    const { groups } = hit;
    const levels = (['l', 'k', 'x'] as const).filter((level) => groups[level]);
    const last = levels.at(-1);
    if (!last) continue;
    const path = levels.map((level) => groups[level] as string);
    const lead = match(lex.subjects.before, path[0] as string);
    if (lead && lead.end < (path[0] as string).length) path[0] = (path[0] as string).slice(lead.end);
    const codes = [groups.lc, groups.kc, groups.xc].slice(0, ['l', 'k', 'x'].indexOf(last) + 1);
    const code = codes.every((part) => part) ? codes.join('') : null;
    const span = { start: hit.start + (lead?.end ?? 0), end: hit.end };
    found.push({ span, scheme: 'functional', path, code, digits: DIGITS[last], marked: true });
  }
  return found;
}

function coded(text: string, lex: Lexicon): readonly SubjectName[] {
  const found = [...lex.subjects.coded(text), ...lex.subjects.namedCoded(text)];
  if (found.length === 0) return NO_NAMES;
  return found.flatMap(({ start, end, groups }): SubjectName[] => {
    const { code, name } = groups;
    if (!code || !name) return [];
    const above = [groups.l, groups.k].filter((each) => each !== undefined);
    const path = [...above, ...name.split(/[-\uff0d\u2014/]/)];
    return [{ span: { start, end }, scheme: 'functional', path, code, digits: code.length, marked: true }];
  });
}

function quoted(text: string, lex: Lexicon): readonly SubjectName[] {
  return lex.subjects.quoted(text).flatMap(({ start, end, groups }): SubjectName[] => {
    const name = groups.name as string;
    const lead = match(lex.subjects.before, name)?.end ?? 0;
    if (lead >= name.length) return [];
    const span = { start: start + lead, end };
    return [{ span, scheme: 'functional', path: [name.slice(lead)], code: null, digits: null, marked: true }];
  });
}

const NO_NAMES: readonly SubjectName[] = [];
/** The longest stretch that a name can be part of. */
const RUN = /[\p{Script=Han}（）]{2,36}/uy;

const SCHEMES: readonly Scheme[] = ['economic', 'functional'];

/** Names without marks, which must be known and stand between boundaries. */
function bare(text: string, lex: Lexicon, names: SubjectNames): readonly SubjectName[] {
  // Where both classifications have the name (住房公积金), the section decides.
  const schemes = SCHEMES.filter((scheme) => names[scheme]);
  if (schemes.length === 0) return NO_NAMES;
  const found: SubjectName[] = [];
  const { aliases, boundary, after, remainder } = lex.subjects;
  for (let at = nextName(text, 0, lex, names); at < text.length; at = nextName(text, at + 1, lex, names)) {
    const lengths = lengthsAt(text, at, lex, names);
    if (lengths.length === 0 || !boundary.can(text, at)) continue;
    if (!HAN.test(text[at] as string) || !boundary.regex.test(text.slice(Math.max(0, at - 4), at))) continue;
    RUN.lastIndex = at;
    const longest = RUN.test(text) ? RUN.lastIndex - at : 0;
    for (const length of lengths) {
      if (length > longest || !after.can(text, at + length)) continue;
      const name = text.slice(at, at + length);
      const listed = aliases.get(name) ?? name;
      const scheme = schemes.find((s) => names.dictionary.isSubjectName(listed, s)) ?? known(name, names);
      if (!scheme || !after.regex.test(text.slice(at + length, at + length + 12))) continue;
      if (remainder.test(name) && found.length === 0 && !opens(text.slice(0, at), lex)) continue;
      const span = { start: at, end: at + length };
      found.push({ span, scheme, path: [name], code: null, digits: null, marked: false });
      at += length - 1;
      break;
    }
  }
  return found;
}

function nextName(text: string, from: number, lex: Lexicon, names: SubjectNames): number {
  const own = lex.subjects.lengths.next(text, from);
  return names.printed.size === 0 ? own : Math.min(own, names.printedLengths.next(text, from));
}

/** How long a known name at this place can be, the longest first. */
function lengthsAt(text: string, at: number, lex: Lexicon, names: SubjectNames): readonly number[] {
  const own = lex.subjects.lengths.at(text, at);
  const printed = names.printedLengths.at(text, at);
  if (printed.length === 0) return own;
  return [...new Set([...own, ...printed])].sort((a, b) => b - a);
}

/** Nothing, or no more than a list number, stands before. */
function opens(before: string, lex: Lexicon): boolean {
  return before.replace(lex.subjects.numbered, '') === '';
}

function known(name: string, names: SubjectNames): Scheme | null {
  const printed = names.printed.get(name);
  if (!printed || !names.functional) return null;
  return printed.some(({ code }) => /^[12]/.test(code)) ? 'functional' : null;
}

function item(text: string, lex: Lexicon, names: SubjectNames): readonly SubjectName[] {
  const hit = names.items ? match(lex.subjects.item, text) : null;
  if (!hit) return NO_NAMES;
  const name = hit.groups.name as string;
  const start = hit.end - name.length;
  return [
    { span: { start, end: hit.end }, scheme: 'functional', path: [name], code: null, digits: null, marked: false },
  ];
}

/** Names of projects, each right before its amount; `marked` where the words say that it is a project's. */
function projects(text: string, lex: Lexicon): readonly SubjectName[] {
  const { projectNamed, projectEvaluated, projectHeading, projectItem, projectWord } = lex.subjects;
  const found: SubjectName[] = [];
  for (const find of [projectNamed, projectEvaluated, projectHeading, projectItem]) {
    for (const { start, end, groups } of find(text)) {
      const path = [(groups.name as string).replace(projectWord, '')];
      const marked = find !== projectItem;
      found.push({ span: { start, end }, scheme: 'project', path, code: null, digits: null, marked });
    }
  }
  return found;
}

/** The surest first. */
const FINDERS = [chains, coded, quoted, bare, item, projects];

/** Every subject name of a folded paragraph; a name that a better one overlaps is left out. */
export function subjectsIn(text: string, lex: Lexicon, names: SubjectNames): SubjectName[] {
  const chosen: SubjectName[] = [];
  for (const find of FINDERS) {
    for (const subject of find(text, lex, names)) {
      const { start, end } = subject.span;
      if (chosen.every((other) => end <= other.span.start || other.span.end <= start)) chosen.push(subject);
    }
  }
  return chosen;
}

/** The subject of a fact: `parents` are the names that the text set above, left out where the name brings its own. */
export function subjectOf(name: SubjectName, parents: readonly string[], names: SubjectNames, lex: Lexicon): Subject {
  const last = name.path.at(-1) as string;
  if (name.scheme === 'project') return { scheme: 'project', code: null, path: [...name.path] };
  const code =
    name.code ??
    codeOf(
      { ...name, scheme: name.scheme },
      lex.subjects.aliases.get(last) ?? last,
      parents,
      names,
      lex.subjects.suffix,
    );
  const isClass = (name.digits ?? code?.length) === 3;
  const own = name.path.length > 1 || isClass || parents.includes(last);
  return { scheme: name.scheme, code, path: own ? [...name.path] : [...parents, ...name.path] };
}

function codeOf(
  name: SubjectName & { scheme: Scheme },
  last: string,
  parents: readonly string[],
  names: SubjectNames,
  suffix: string,
): string | null {
  const ancestors = name.path.length > 1 ? name.path.slice(0, -1) : name.digits === 3 ? [] : parents;
  const scheme = (code: string) => (/^[35]/.test(code) ? 'economic' : 'functional');
  const fits = (entry: { code: string }) =>
    scheme(entry.code) === name.scheme && (name.digits === null || entry.code.length === name.digits);
  const printed = [last, `${last}${suffix}`, last.endsWith(suffix) ? last.slice(0, -suffix.length) : last]
    .flatMap((variant) => names.printed.get(variant) ?? [])
    .filter(fits);
  const one = single(printed) ?? single(printed.filter((entry) => entry.path[0] === ancestors[0]));
  const below = printed.filter((entry) => ancestors.every((ancestor) => entry.path.includes(ancestor)));
  if (one ?? single(below)) return one ?? single(below);
  if (printed.length > 0) return null;
  if (name.path.length === 1 && name.digits === null) {
    // A 类 stands under nothing, whatever the lines before it were about.
    const top =
      names.dictionary.code(name.scheme, last, names.year, []) ?? names.dictionary.code(name.scheme, last, null, []);
    if (top?.length === 3) return top;
  }
  const found = names.dictionary.code(name.scheme, last, names.year, ancestors);
  return found !== null && (name.digits === null || found.length === name.digits) ? found : null;
}

function single(entries: readonly { code: string }[]): string | null {
  const codes = new Set(entries.map((entry) => entry.code));
  return codes.size === 1 ? ([...codes][0] as string) : null;
}
