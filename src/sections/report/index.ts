/** What the disclosure says about itself: every field weighed over the places that state it. */
import type { Report, ReportKind, Section } from '../../contract.ts';
import type { Document, Notice, Result } from '../../document.ts';
import { foldText } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { match, matches } from '../../patterns/regex.ts';
import type { SectionTree } from '../tree.ts';
import { type Cover, organisationIn, readCover } from './cover.ts';
import { captions, type TextLine, tableHeads, textLines } from './lines.ts';
import { nameOf, type ReportRules, regionOf, regions, reportRules } from './rules.ts';
import { dutiesOf, unitsOf } from './units.ts';
import { Votes } from './votes.ts';

interface Places {
  readonly cover: Cover;
  readonly lines: readonly TextLine[];
  /** Folded titles of sections. */
  readonly headings: readonly { readonly section: Section; readonly text: string }[];
  /** Paragraphs that are no headings. */
  readonly openings: readonly TextLine[];
  /** Short lines and the cells on top of tables. */
  readonly heads: readonly string[];
}

/** What the cover says counts as three headings or openings. */
const COVER_WEIGHT = 3;
/** How many paragraphs of a text without a title say what it is. */
const OPENING = 3;

export function report(document: Document, tree: SectionTree, patterns: Patterns): Result<Report> {
  const rules = reportRules(patterns);
  const { sections } = tree;
  const lines = textLines(document, sections);
  const places: Places = {
    lines,
    cover: withCaption(readCover(document, lines, sections, rules), captions(document, lines), rules),
    headings: sections.map((section) => ({ section, text: foldText(section.title) })),
    // A short note may have no heading at all: then all of it is its text.
    openings: lines.filter(({ section, start }) =>
      section === null ? sections.length === 0 : section.start !== start,
    ),
    heads: [...lines.filter(({ text }) => text.length <= 80).map(({ text }) => text), ...tableHeads(document)],
  };
  const organisation = organisationOf(places, rules);
  const reading = { document, sections, rules, patterns };
  const units = unitsOf(reading);
  const value: Report = {
    title: places.cover.title,
    organisation,
    kind: kindOf(places, rules),
    level: levelOf(places, units, organisation, rules),
    fiscalYear: yearOf(places, rules),
    region: regionIn([organisation, match(rules.title.place, places.cover.text)?.groups.place], patterns),
    units,
    duties: dutiesOf(reading),
  };
  return { value, notices: unknownFields(value) };
}

/** The province of the first name that has one. */
function regionIn(names: readonly (string | null | undefined)[], patterns: Patterns): string | null {
  const known = names.filter((name): name is string => name !== null && name !== undefined);
  return known.map((name) => regionOf(name, regions(patterns))).find((region) => region !== null) ?? null;
}

/** A cover without organisation and year gives way to a title that has a year, in a table or at the head of a paragraph. */
function withCaption(cover: Cover, found: ReturnType<typeof captions>, rules: ReportRules): Cover {
  if (cover.organisation !== null || rules.year.any.test(cover.text)) return cover;
  const titles = found.filter(
    ({ text }) =>
      rules.title.cue.test(text) &&
      !rules.title.notCaption.test(text) &&
      !rules.coverSkip.some((skip) => skip.test(text)),
  );
  const caption =
    titles.find(({ text }) => rules.year.own.test(text)) ?? titles.find(({ text }) => rules.year.any.test(text));
  if (!caption) return cover;
  return { ...cover, title: caption.printed, text: caption.text, organisation: organisationIn(caption.text, rules) };
}

function unknownFields(value: Report): Notice[] {
  const fields = ['title', 'organisation', 'level', 'fiscalYear'] as const;
  return fields
    .filter((field) => value[field] === null)
    .map((field) => ({
      code: 'report-field-unknown',
      severity: field === 'fiscalYear' || field === 'organisation' ? 'warning' : 'info',
      page: null,
      message: `the document does not say its ${field}, or contradicts itself`,
    }));
}

function organisationOf({ cover, headings, openings, heads }: Places, rules: ReportRules): string | null {
  const votes = new Votes<string>();
  votes.add(cover.organisation, COVER_WEIGHT);
  for (const name of cover.names) votes.add(name, 0);
  votes.addAll(
    headings.map(({ text }) => firstName(text, rules.heading, rules)),
    COVER_WEIGHT,
  );
  votes.addAll(
    heads.map((text) => nameOf(match(rules.header, text)?.groups.org, rules)),
    COVER_WEIGHT,
  );
  votes.addAll(
    openings.map(({ text }) => firstName(text, rules.opening, rules)),
    COVER_WEIGHT,
  );
  return withPlace(votes.winner(cover.organisation), votes.ranked(), rules);
}

/** The same name as another place of the document prints it, with its province, city or county in front. */
function withPlace(name: string | null, others: readonly string[], rules: ReportRules): string | null {
  if (name === null) return null;
  const longer = others.find((other) => other.endsWith(name) && rules.place.test(other.slice(0, -name.length)));
  return longer ?? name;
}

function firstName(text: string, patterns: readonly RegExp[], rules: ReportRules): string | null {
  for (const pattern of patterns) {
    const found = nameOf(match(pattern, text)?.groups.org, rules);
    if (found) return found;
  }
  return null;
}

/** A printed year: 2024, 二〇二四. */
function yearNumber(printed: string | undefined, { year }: ReportRules): number | null {
  if (printed === undefined) return null;
  const digits = [...printed].map((c) => (year.zeros.has(c) ? '0' : /\d/.test(c) ? c : String(year.digits.indexOf(c))));
  const value = Number(digits.join(''));
  return value >= 2000 && value <= 2099 ? value : null;
}

function yearOf({ cover, lines, headings, openings, heads }: Places, rules: ReportRules): number | null {
  const of = (pattern: RegExp, text: string) => yearNumber(match(pattern, text)?.groups.y, rules);
  const inTitle = [...matches(rules.year.any, cover.text)].map(({ groups }) => yearNumber(groups.y, rules));
  const own = of(rules.year.own, cover.text);
  const title = own ?? (new Set(inTitle).size === 1 ? (inTitle[0] ?? null) : null);
  const votes = new Votes<number>();
  votes.add(title, COVER_WEIGHT);
  votes.addAll(
    headings.map(({ section, text }) => (section.level === 1 ? of(rules.year.any, text) : null)),
    COVER_WEIGHT,
  );
  votes.addAll(
    openings
      .filter(({ section }) => !section?.kind?.startsWith('overview') && section?.kind !== 'glossary')
      .map(({ text }) => of(rules.year.opening, text)),
    2 * COVER_WEIGHT,
  );
  votes.addAll(
    heads.map((text) => of(rules.year.header, text)),
    COVER_WEIGHT,
  );
  if (votes.ranked().length === 0) votes.addAll(statedYears(lines, rules), Infinity);
  return votes.winner(title, true);
}

/** The years of which sentences tell amounts, wherever in a sentence they stand; none is one that they compare with. */
function statedYears(lines: readonly TextLine[], rules: ReportRules): (number | null)[] {
  return lines.flatMap(({ text }) =>
    [...matches(rules.year.stated, text)].map(({ groups }) => yearNumber(groups.y, rules)),
  );
}

function kindByTitle(title: string, rules: ReportRules): ReportKind | null {
  const fits = rules.kind.byTitle.filter((rule) => rule.title.test(title) && !rule.not?.test(title));
  const kinds = new Set(fits.map(({ kind }) => kind));
  if (kinds.has('final') && kinds.has('budget')) return null;
  return fits[0]?.kind ?? null;
}

function kindOf({ cover, headings, openings, heads }: Places, rules: ReportRules): ReportKind {
  const [first, second] = headings;
  const said = kindByTitle(cover.text, rules) ?? (first && !second ? kindByTitle(first.text, rules) : null);
  const whole = headings.some(({ section }) => section.kind === 'totals' || section.kind === 'income');
  if (said !== null && !(said === 'three_public' && whole)) return said;
  const topics = headings.flatMap(({ section }) => section.kind ?? []);
  if (topics.length > 0 && topics.every((kind) => kind.startsWith('three_public'))) return 'three_public';
  // A note on one matter, without title and headings.
  const note = rules.kind.byTitle.find(({ kind }) => kind === 'three_public');
  const untitled = headings.length === 0 ? openings.slice(0, OPENING).map(({ text }) => text) : [];
  if (untitled.some((text) => note?.title.test(text))) return 'three_public';
  const parts = headings.flatMap(({ section, text }) => (section.level === 1 ? (kindByTitle(text, rules) ?? []) : []));
  const [part] = parts;
  if (said === null && (part === 'final' || part === 'budget') && new Set(parts).size === 1) return part;
  const count = (texts: readonly string[], word: RegExp) =>
    texts.filter((text) => word.test(text.replace(rules.kind.neutral, ''))).length;
  for (const texts of [headings.map(({ text }) => text), heads]) {
    const finals = count(texts, rules.kind.final);
    const budgets = count(texts, rules.kind.budget);
    if (finals !== budgets) return finals > budgets ? 'final' : 'budget';
  }
  return 'other';
}

/** 部门 or 单位: the cover decides, then the majority of the headings, then whether units are listed. */
function levelOf(
  { cover, headings }: Places,
  units: readonly string[],
  organisation: string | null,
  { level }: ReportRules,
): Report['level'] {
  if (organisation !== null && level.own.test(organisation)) return 'unit';
  const said = (text: string) => ({ department: level.department.test(text), unit: level.unit.test(text) });
  const title = said(cover.text);
  if (title.department !== title.unit) return title.department ? 'department' : 'unit';
  const all = headings.map(({ text }) => said(text));
  const departments = all.filter(({ department }) => department).length;
  const singles = all.filter(({ unit }) => unit).length;
  if (departments !== singles) return departments > singles ? 'department' : 'unit';
  return units.length > 1 ? 'department' : null;
}
