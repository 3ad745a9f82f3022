/** Gives the value columns of each block their meaning: what an amount there is about, before the row is read. */
import type { Block, Column, Frame } from './header.ts';
import type { ColumnRule, Common, Item, Kind, Side } from './mapping.ts';

export interface MappedColumn {
  readonly column: Column;
  /**
   * The words of the heads that the title does not give; `total` where there are none, the concept where the heads
   * name an item. Null where the heads are not understood.
   */
  readonly key: string | null;
  /** What the column says by itself, and in the row of a total: 合计 under 人员经费 is the total of that. */
  readonly concept: string | null;
  readonly whole: string | null;
  /** The rule that said so, for a fact's `pattern`. */
  readonly id: string;
  /** The item's own condition on units. */
  readonly money: boolean | null;
}

export interface MappedBlock {
  readonly block: Block;
  readonly side: Side;
  readonly columns: readonly MappedColumn[];
  /** The other side of a statement that prints income above expenditure in one block. */
  readonly below: MappedBlock | null;
}

const UNKNOWN = { key: null, concept: null, whole: null, id: '', money: null } as const;
const TOTAL = 'total';
/** Words over a block that only its total takes: 办公费 under 公用经费 is basic expenditure, 合计 is 公用经费. */
const WHOLE: ReadonlySet<string> = new Set(['personnel', 'public']);

/** For a number whose name stands before it in its own row. */
export const PLAIN_COLUMN: MappedColumn = {
  column: {
    index: -1,
    path: [],
    head: '',
    role: 'value',
    of: 'subject',
    explicit: false,
    government: false,
    unit: null,
    measure: null,
    basis: null,
    offset: 0,
    year: null,
  },
  key: TOTAL,
  concept: null,
  whole: null,
  id: TOTAL,
  money: null,
};

/** The side by its head, else by its place: income stands left. */
function sideOf(block: Block, index: number, kind: Kind): Side {
  const heads = [...block.heads, ...[...block.labels, ...block.values].flatMap((column) => column.path)];
  const byHead = kind.sides.filter((side) => side.head && heads.some((head) => side.head?.test(head)));
  return (byHead.length === 1 ? byHead[0] : kind.sides[Math.min(index, kind.sides.length - 1)]) as Side;
}

/** The words that the title gives to every column. */
export function givenBy(kind: Kind, title: string | null): string[] {
  return kind.gives.filter((given) => given.title.test(title ?? '')).flatMap((given) => given.words);
}

/** The words of all heads over a column; null where one of them is not understood. */
function wordsOver(path: readonly string[], common: Common): string[] | null {
  const all: string[] = [];
  for (const [i, head] of path.entries()) {
    const words = common.words.of(head);
    if (!words || (words.includes('over') && i === path.length - 1)) return null;
    all.push(...words);
  }
  return all.filter((word) => word !== 'sum' && word !== 'over');
}

/** A column without any head says nothing, though it may have lost one that only named a measure. */
const isHeaded = (column: Column) => column.head !== '';

class WordMapper {
  private readonly met: ReadonlySet<string>;

  constructor(
    private readonly block: Block,
    private readonly side: Side,
    private readonly given: readonly string[],
    private readonly common: Common,
  ) {
    this.met = new Set(block.values.flatMap((column) => wordsOver(column.path, common) ?? []));
  }

  map(): MappedColumn[] {
    return this.block.values.map((column) => ({ column, ...(isHeaded(column) ? this.meaning(column) : UNKNOWN) }));
  }

  private meaning(column: Column): Omit<MappedColumn, 'column'> {
    const path = column.path.join('/');
    const special = this.side.columns.find((rule) => rule.head?.test(path) && this.holds(rule));
    const own = wordsOver(column.path, this.common);
    if (special)
      return { key: special.id, concept: special.concept, whole: special.concept, id: special.id, money: null };
    if (!own) return UNKNOWN;
    const over = wordsOver(this.block.heads, this.common) ?? [];
    const rule = this.ruleFor([...over.filter((word) => !WHOLE.has(word)), ...own]);
    const key = this.common.words.reduce(own).filter((word) => !this.side.idle.has(word) && !this.given.includes(word));
    const concept = rule?.concept ?? null;
    const whole = over.length > 0 ? (this.ruleFor([...over, ...own])?.concept ?? null) : concept;
    return { key: key.join(' ') || TOTAL, concept, whole, id: rule?.id ?? '', money: null };
  }

  private ruleFor(words: readonly string[]): ColumnRule | null {
    const said = this.common.words.reduce([...this.given, ...words]);
    return this.find(said) ?? this.find(said.filter((word) => !this.side.idle.has(word)));
  }

  private find(words: readonly string[]): ColumnRule | null {
    const is = words.join(' ');
    return this.side.columns.find((rule) => rule.is === is && this.holds(rule)) ?? null;
  }

  private holds(rule: ColumnRule): boolean {
    const met = (word: string) => this.met.has(word);
    return (rule.with === null || rule.with.some(met)) && !rule.unless.some(met);
  }
}

/** The item that a label or a head names, under what stands above it. */
export function itemOf(text: string, above: string, items: readonly Item[]): Item | null {
  return items.find((item) => item.label.test(text) && (item.under === null || item.under.test(above))) ?? null;
}

/** Heads without list number and 其中. */
function bare(head: string, common: Common): string {
  const lead = common.row.lead.exec(head);
  return lead && lead[0].length < head.length ? head.slice(lead[0].length) : head;
}

/** The lowest head that names an item says what the column is about, if all other heads are understood. */
function itemColumn(column: Column, kind: Kind, side: Side, common: Common): Omit<MappedColumn, 'column'> {
  if (!isHeaded(column)) return UNKNOWN;
  let item: Item | null = null;
  const doubtful: string[] = [];
  for (const [i, printed] of column.path.entries()) {
    const head = bare(printed, common);
    const found = itemOf(head, column.path.slice(0, i).join('/'), kind.items);
    const words = common.words.of(head);
    const idle = words?.every(
      (word) => word === 'sum' || (word === 'over' && i < column.path.length - 1) || side.idle.has(word),
    );
    if (found) item = found;
    else if (!idle) doubtful.push(head);
  }
  const under = item?.under;
  if (doubtful.some((head) => !under?.test(head))) return UNKNOWN;
  if (!item) return { key: TOTAL, concept: kind.total, whole: kind.total, id: TOTAL, money: null };
  const { concept, money } = item;
  return { key: concept, concept, whole: concept, id: concept, money };
}

function itemColumns(block: Block, kind: Kind, side: Side, common: Common): MappedColumn[] {
  const mapped = block.values.map((column) => ({ column, ...itemColumn(column, kind, side, common) }));
  const named = mapped.flatMap(({ key, concept }) => (key === null || key === TOTAL || !concept ? [] : [concept]));
  if (isOwnTotal(kind, [...new Set(named)])) return mapped;
  return mapped.map((one) => (one.key === TOTAL ? { ...one, concept: null, whole: null } : one));
}

/** Whether a bare 合计 over these items is the kind's total: not where 会议费 is among what it sums. */
export function isOwnTotal(kind: Kind, concepts: readonly string[]): boolean {
  const family = kind.total?.replace(/total$/, '');
  return family !== undefined && concepts.every((concept) => concept.startsWith(family) && concept !== kind.total);
}

/** A head such as 本年拨款 over the column: 小计 below it is not all that 合计 without it is. */
const isQualified = ({ path }: Column, common: Common) => path.some((head) => common.words.of(head)?.includes('over'));

/**
 * Two columns of one meaning: at least one head was misread, and nothing tells which; unless only one of them stands
 * under no head that qualifies it.
 */
function withoutTwins(mapped: readonly MappedColumn[], common: Common): MappedColumn[] {
  const identity = ({ key, concept, column }: MappedColumn) =>
    [concept ?? key, column.measure, column.basis, column.offset, column.year].join(' ');
  const alike = new Map<string, MappedColumn[]>();
  for (const one of mapped) {
    if (one.key === null) continue;
    const group = alike.get(identity(one));
    if (group) group.push(one);
    else alike.set(identity(one), [one]);
  }
  const kept = new Set<MappedColumn>();
  for (const group of alike.values()) {
    const plain = group.length === 1 ? group : group.filter(({ column }) => !isQualified(column, common));
    if (plain.length === 1) kept.add(plain[0] as MappedColumn);
  }
  return mapped.map((one) => (kept.has(one) ? one : { ...one, ...UNKNOWN }));
}

export function mapBlocks(frame: Frame, kind: Kind, title: string | null, common: Common): MappedBlock[] {
  const given = givenBy(kind, title);
  const map = (block: Block, side: Side, below: MappedBlock | null): MappedBlock => {
    const words = [...given, ...side.gives];
    const columns =
      kind.shape === 'items'
        ? itemColumns(block, kind, side, common)
        : new WordMapper(block, side, words, common).map();
    return { block, side, columns: withoutTwins(columns, common), below };
  };
  const [only] = frame.blocks;
  const [upper, lower] = kind.sides;
  if (only && frame.blocks.length === 1 && upper && lower) return [map(only, upper, map(only, lower, null))];
  return frame.blocks.map((block, i) => map(block, sideOf(block, i, kind), null));
}
