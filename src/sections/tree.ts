/** From headings to a tree: each finds its parent by the style of its number, and its kind by its words there. */
import type { Section } from '../contract.ts';
import { type Document, pageAt } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { withoutContents } from './contents.ts';
import { type Head, itemsOf } from './heads.ts';
import { type Kind, RANK, type SectionRules, sectionRules } from './kinds.ts';
import type { Reading } from './title.ts';

export interface SectionTree {
  readonly sections: readonly Section[];
}

interface Open {
  readonly kind: Kind | null;
  readonly rank: number;
  readonly head: Head;
  readonly depth: number;
}

interface Placed {
  readonly head: Head;
  readonly kind: Kind | null;
  readonly depth: number;
}

/** The rank of what has neither number nor outline: a main part, else a section. */
const PART_RANK = 1;
const SECTION_RANK = 2;

class Nesting {
  readonly placed: Placed[] = [];
  private stack: Open[] = [];
  /** True once a section of the narrative stands. */
  private begun = false;

  constructor(
    private readonly rules: SectionRules,
    private readonly outlines: ReadonlyMap<number, number>,
    /** Where the first text begins: titles before it are the cover's. */
    private readonly cover: number,
  ) {}

  add(head: Head): void {
    if (this.shut(head)) return;
    const rank = this.rankOf(head);
    let under = this.stack.filter((open) => open.rank < rank);
    let kind = this.kindOf(head, under);
    if (!kind) {
      const lifted = this.genericBelowLast(head);
      if (lifted) {
        this.push(head, lifted.kind, lifted.under, lifted.rank);
        return;
      }
    }
    if (head.readings.length === 0 && head.runOn.length > 0 && !kind) return;
    if (!kind && !this.allowsUnknown(head, under)) return;
    if (kind) {
      kind = this.isTitleOfDocument(head, kind) ? null : kind;
      if (!kind) return;
      under = this.without(under, kind, head);
    }
    this.push(head, kind, under, rank);
  }

  private push(head: Head, kind: Kind | null, under: readonly Open[], rank: number): void {
    const depth = (under.at(-1)?.depth ?? 0) + 1;
    this.stack = [...under, { kind, rank, head, depth }];
    this.placed.push({ head, kind, depth });
    if (kind && !kind.part && !kind.id.startsWith('overview.')) this.begun = true;
  }

  /** Inside glossary and attachments only the next main part counts, by itself on its line. */
  private shut(head: Head): boolean {
    const closed = this.stack.find((open) => open.kind?.closed);
    if (!closed) return false;
    if (!head.alone) return true;
    if (head.style === 'part') return false;
    const next =
      head.style === closed.head.style && head.ordinal !== null && head.ordinal === (closed.head.ordinal ?? 0) + 1;
    const part = head.readings.some(({ kind, form }) => form === 'title' && kind.part && kind.id !== 'performance');
    if (next && head.style !== 'none') return head.readings.length === 0;
    return !(part && RANK[head.style] <= RANK[closed.head.style]);
  }

  private rankOf(head: Head): number {
    if (head.style === 'none' || head.style === 'lost') return this.rankWithoutNumber(head);
    const rank = RANK[head.style];
    const part = head.readings.some(({ kind, form }) => kind.part && form === 'title');
    if (part) return rank;
    // 三、情况说明 and below it 一、收入支出…: the same style again, one level down.
    const nested = this.stack.find((open) => open.rank === rank + 0.5);
    if (nested) return rank + 0.5;
    const above = this.stack.find((open) => open.rank === rank && open.kind?.part && open.head.style === head.style);
    return above && head.ordinal === 1 ? rank + 0.5 : rank;
  }

  private rankWithoutNumber(head: Head): number {
    const outline = head.outline === null ? undefined : this.outlines.get(head.outline);
    if (outline !== undefined) return outline;
    const [reading] = head.readings;
    if (!reading) return SECTION_RANK;
    if (reading.kind.part && reading.form === 'title') {
      return head.style === 'lost' ? SECTION_RANK : PART_RANK;
    }
    const parent = this.stack.findLast((open) => open.kind && reading.kind.parents.has(open.kind.id));
    return parent && parent.rank >= SECTION_RANK ? parent.rank + 0.1 : SECTION_RANK;
  }

  private kindOf(head: Head, under: readonly Open[]): Kind | null {
    const parent = under.at(-1)?.kind?.id ?? '';
    const all = [...head.readings, ...head.runOn];
    const generic = all.find(({ kind, form }) => (form === 'generic' || form === 'run_on') && kind.parents.has(parent));
    const surer = head.readings.find(({ kind, form }) => form === 'title' && kind.parents.has(parent));
    if (generic) return surer && surer.core > generic.core ? surer.kind : generic.kind;
    const named = head.readings.filter(({ kind, form }) => {
      if (form === 'generic' || kind.notUnder.has(parent)) return false;
      if (kind.late && head.style === 'none' && !this.begun) return false;
      if (head.number !== null && under.some((open) => !allows(open.kind?.below ?? null, kind))) return false;
      if (kind.first && head.style !== 'part' && (this.begun || RANK[head.style] > RANK.han)) return false;
      return form === 'title' || !under.some((open) => !allows(open.kind?.holds ?? null, kind));
    });
    return best(named, head)?.kind ?? null;
  }

  /** 总体情况 in the style of the sections: below the section just opened, or beside its first child. */
  private genericBelowLast(head: Head): { kind: Kind; under: Open[]; rank: number } | null {
    const generic = head.readings.filter(({ form }) => form === 'generic');
    for (let k = this.stack.length - 1; k >= Math.max(0, this.stack.length - 2); k--) {
      const open = this.stack[k] as Open;
      const reading = generic.find(({ kind }) => open.kind && kind.parents.has(open.kind.id));
      if (reading) return { kind: reading.kind, under: this.stack.slice(0, k + 1), rank: open.rank + 0.2 };
    }
    return null;
  }

  private allowsUnknown(head: Head, under: readonly Open[]): boolean {
    if (!head.alone || !head.unknown) return false;
    if (head.style === 'part') return true;
    return !under.some((open) => open.kind && this.rules.unknown.within.has(open.kind.id));
  }

  /** A part that cannot hold this kind is over, though the heading of the next part was lost. */
  private without(under: Open[], kind: Kind, head: Head): Open[] {
    const at = under.findIndex(({ kind: part }) => {
      return head.style !== 'part' && !allows(part?.holds ?? null, kind);
    });
    return at < 0 ? under : under.slice(0, at);
  }

  /** “…2022年度部门决算情况说明” above everything is what the document is called. */
  private isTitleOfDocument(head: Head, kind: Kind): boolean {
    if (this.placed.length > 0 || head.style !== 'none' || head.start >= this.cover) return false;
    return kind.id === 'narrative' || kind.id === 'tables';
  }
}

/** Whether a list of kinds takes a kind, itself or by its family; without a list any. */
function allows(list: readonly string[] | null, kind: Kind): boolean {
  return list?.some((id) => kind.id === id || kind.id.startsWith(`${id}.`)) ?? true;
}

/** The longest proper name; of two as long, a main part for 第三部分 and a section for others. */
function best(readings: readonly Reading[], head: Head): Reading | undefined {
  const longest = readings[0]?.core;
  const equal = readings.filter(({ core }) => core === longest);
  return equal.find(({ kind }) => kind.part === (head.style === 'part')) ?? equal[0];
}

/** The outline levels of headings with numbers say what those of headings without are worth. */
function outlineRanks(heads: readonly Head[]): Map<number, number> {
  const votes = new Map<number, Map<number, number>>();
  for (const { outline, style } of heads) {
    if (outline === null || style === 'none' || style === 'lost') continue;
    const of = votes.get(outline) ?? new Map<number, number>();
    of.set(RANK[style], (of.get(RANK[style]) ?? 0) + 1);
    votes.set(outline, of);
  }
  const ranks = new Map<number, number>();
  for (const [outline, of] of votes) {
    const [winner] = [...of].sort((a, b) => b[1] - a[1]);
    if (winner) ranks.set(outline, winner[0]);
  }
  return ranks;
}

/** The sections of a document in print order. */
export function sectionTree(document: Document, patterns: Patterns): SectionTree {
  const rules = sectionRules(patterns);
  const items = itemsOf(document, rules);
  const heads = withoutContents(items);
  const cover = items.find((item) => item.type === 'text')?.start ?? 0;
  const nesting = new Nesting(rules, outlineRanks(heads), cover);
  for (const head of heads) nesting.add(head);
  return { sections: sectionsOf(document, nesting.placed) };
}

function sectionsOf(document: Document, placed: readonly Placed[]): Section[] {
  const counters: number[] = [];
  const sections = placed.map(({ head, kind, depth }): Section => {
    counters.length = Math.min(counters.length, depth);
    while (counters.length < depth) counters.push(0);
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1;
    return {
      id: counters.join('.'),
      kind: kind?.id ?? null,
      number: head.number,
      title: head.title,
      level: depth,
      page: pageAt(document, head.start),
      start: head.start,
      end: document.text.length,
    };
  });
  const open: Section[] = [];
  for (const section of sections) {
    while (open.length > 0 && (open.at(-1) as Section).level >= section.level) {
      (open.pop() as Section).end = section.start;
    }
    open.push(section);
  }
  return sections;
}
