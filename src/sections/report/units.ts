/** The units of the accounts and the duties, from the overview. */
import type { Section } from '../../contract.ts';
import type { Document, Paragraph, Table } from '../../document.ts';
import { fold } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { match } from '../../patterns/regex.ts';
import { innermostSection } from '../at.ts';
import { printed } from '../heads.ts';
import { sectionRules } from '../kinds.ts';
import { numberTokens } from '../title.ts';
import type { ReportRules } from './rules.ts';

const MOST_UNITS = 500;
const MOST_DUTIES = 300;
/** A sentence announces its list with one of its first such words. */
const MOST_LEADS = 8;
const LONGEST_LIST = 4000;
const LONGEST_ITEM = 120;
const FULL_LINE = 22;

interface Reading {
  readonly document: Document;
  readonly sections: readonly Section[];
  readonly rules: ReportRules;
  readonly patterns: Patterns;
}

const inOverview = (section: Section | null) => section?.kind === 'overview' || section?.kind?.startsWith('overview.');

/** A printed name of a unit, without its number and remarks; null where it is none. */
function unitOf(item: string, { rules, patterns }: Reading): string | null {
  const token = numberTokens(item, sectionRules(patterns)).find(({ glued }) => !glued);
  const name = item
    .slice(token?.length ?? 0)
    .replace(rules.units.remark, '')
    .replace(/^[及和与]|[。；，、：.]{1,3}$/g, '');
  if (rules.placeholder.test(name) || rules.units.none.test(name) || rules.units.not.test(name)) return null;
  return rules.units.item.test(name) ? name : null;
}

/** Splits a list set in one sentence; 和 parts only two whole names, for 规划和自然资源局 holds one. */
function itemsOf(list: string, reading: Reading): string[] {
  const parts = list
    .replace(/(?<=[^\d])(\d{1,2}[.、](?=[^\d]))/g, '；$1')
    .replace(/（([一二三四五六七八九十]{1,3}|\d{1,2})）/g, '；')
    .split(/[、，；。：]/);
  return parts.flatMap((part) => {
    if (part.length > LONGEST_ITEM) return [];
    for (let at = part.search(/[和及与]/); at > 0; at = nextOf(part, at + 1)) {
      const [left, right] = [part.slice(0, at), part.slice(at + 1)];
      if (unitOf(left, reading) && unitOf(right, reading)) return [left, right];
    }
    return [part];
  });
}

function nextOf(text: string, from: number): number {
  const at = text.slice(from).search(/[和及与]/);
  return at < 0 ? -1 : from + at;
}

/** A list of units being read: `own` where it is that of the accounts, not only of the units below. */
interface List {
  readonly own: boolean;
}

/** The units of the accounts; where no list says so, those that the organisation names below itself. */
export function unitsOf(reading: Reading): string[] {
  const { document, sections } = reading;
  const found: { own: boolean; units: string[] }[] = [];
  let open: List | null = null;
  let last: Section | null = null;
  for (const block of document.blocks) {
    const span = block.kind === 'table' ? block.cells[0] : block.lines[0];
    if (!span || (block.kind === 'paragraph' && block.role !== 'body')) continue;
    const section = innermostSection(sections, span.start);
    if (section !== last) open = section?.kind === 'overview.units' ? { own: true } : null;
    last = section;
    if (!inOverview(section)) continue;
    if (block.kind === 'table') {
      if (open) found.push({ own: open.own, units: unitsInTable(block, reading) });
      continue;
    }
    const { text } = fold(document.text, block.lines);
    if (text === '') continue;
    const announced: { list: List; units: string[] } | null = announcedIn(text, reading);
    if (announced) {
      found.push({ own: announced.list.own, units: announced.units });
      open = announced.list;
    } else if (open) found.push({ own: open.own, units: listed(text, block, reading) });
  }
  const own = found.filter((list) => list.own).flatMap(({ units }) => units);
  const units = own.length > 0 ? own : found.flatMap((list) => list.units);
  return [...new Set(units)].slice(0, MOST_UNITS);
}

/** The list that a sentence announces, with the units that it names itself. */
function announcedIn(text: string, reading: Reading): { list: List; units: string[] } | null {
  const { scope, below, list } = reading.rules.units;
  const own = match(scope, text);
  const about = own ?? match(below, text);
  if (!about) return null;
  let lead = match(list, text, about.start);
  for (let tried = 0; lead && tried < MOST_LEADS; tried++, lead = match(list, text, lead.end)) {
    const rest = text.slice(lead.end);
    const items = rest.length <= LONGEST_LIST ? itemsOf(rest, reading) : [];
    const units = items.flatMap((item) => unitOf(item, reading) ?? []);
    if (units.length > 0 || rest === '' || rest === '：') return { list: { own: own !== null }, units };
  }
  return null;
}

/** The units of a paragraph of a list: one, or several on lines or with numbers. */
function listed(text: string, paragraph: Paragraph, reading: Reading): string[] {
  const lines = paragraph.lines.slice(0, MOST_UNITS).map((line) => fold(reading.document.text, [line]).text);
  const byLine = lines.map((line) => unitOf(line, reading));
  // Lines that were broken because they were full hold one name.
  const full = lines.slice(0, -1).some((line) => line.length >= FULL_LINE && !/[；。、，]$/.test(line));
  if (lines.length > 1 && !full && byLine.every((unit) => unit !== null)) return byLine as string[];
  const whole = unitOf(text, reading) ?? described(text, reading);
  if (whole) return [whole];
  if (text.length > 2000) return [];
  const items = itemsOf(text, reading).filter((item) => item !== '');
  const units = items.map((item) => unitOf(item, reading));
  return units.every((unit) => unit !== null) ? (units as string[]) : [];
}

/** The name that a numbered item opens with: 2.云溪县河道管理所，公益一类事业单位，编制12人。 */
function described(text: string, reading: Reading): string | null {
  const token = numberTokens(text, sectionRules(reading.patterns)).find(({ glued }) => !glued);
  const end = text.slice(0, LONGEST_ITEM).search(/[，：；。]/);
  return token && end > 0 ? unitOf(text.slice(0, end), reading) : null;
}

/** The column headed 单位名称; where no head says so, the only column of names. */
function unitsInTable(table: Table, reading: Reading): string[] {
  const { document, rules } = reading;
  const texts = table.cells.map((cell) => ({ cell, text: fold(document.text, [cell]).text }));
  const head = texts.find(({ cell, text }) => cell.row < 3 && rules.units.heads.test(text));
  const units: string[] = [];
  for (const { cell, text } of texts) {
    if (head ? cell.column !== head.cell.column || cell.row <= head.cell.row : false) continue;
    const unit = unitOf(text, reading);
    if (unit) units.push(unit);
  }
  return units;
}

export function dutiesOf(reading: Reading): string[] {
  const { document, sections, rules, patterns } = reading;
  const duties: string[] = [];
  for (const block of document.blocks) {
    if (block.kind === 'table' || block.role !== 'body' || !block.lines[0]) continue;
    const { start } = block.lines[0];
    const last = block.lines.at(-1)?.end ?? start;
    const section = innermostSection(sections, Math.max(start, Math.min(last - 1, start + 1)));
    if (section?.kind !== 'overview.duties') continue;
    const text = dutyText(document, block, section);
    const folded = fold(text, [{ start: 0, end: text.length }]).text;
    if (rules.duties.stop.test(folded)) break;
    if (folded === '' || folded.endsWith('：') || rules.placeholder.test(folded) || rules.duties.not.test(folded))
      continue;
    const token = numberTokens(folded, sectionRules(patterns)).find(({ glued, style }) => !glued && style !== 'lost');
    duties.push(token ? withoutNumber(text, token.length) : text);
    if (duties.length >= MOST_DUTIES) break;
  }
  return duties;
}

/** What a paragraph says after the heading that it may open with. */
function dutyText(document: Document, paragraph: Paragraph, section: Section): string {
  const text = printed(paragraph.lines.map(({ start, end }) => document.text.slice(start, end)).join('\n'));
  const opens = (paragraph.lines[0]?.start ?? 0) <= section.start && section.start < (paragraph.lines.at(-1)?.end ?? 0);
  if (!opens) return text;
  const at = text.indexOf(section.title);
  return at < 0 ? '' : text.slice(at + section.title.length).replace(/^[。：:；\s]+/, '');
}

function withoutNumber(text: string, length: number): string {
  const folded = fold(text, [{ start: 0, end: text.length }]);
  return text.slice(folded.source(length, length).start).trim();
}
