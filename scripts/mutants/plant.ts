/** Ways in which a disclosure goes wrong, each planted at one place of a document that is right. */
import type { Fact } from '../../src/contract.ts';
import type { Document, Span, Table } from '../../src/document.ts';
import { classification } from '../../src/facts/classification.ts';
import { Decimal } from '../../src/number.ts';
import { edited, withoutRow } from './edit.ts';
import { type Chance, chance, intervalOf } from './oracle.ts';
import type { Random } from './random.ts';
import { patterns, type Relation, type Subject } from './subject.ts';

export interface Mutant {
  readonly family: string;
  readonly document: Document;
  /** Where the defect stands in the mutant. */
  readonly place: Span;
  readonly chance: Chance;
  readonly said: string;
}

export interface Ground {
  readonly subject: Subject;
  readonly relations: ReadonlyMap<string, readonly Relation[]>;
  readonly next: Random;
}

type Planter = (ground: Ground, fact: Fact) => Mutant | null;

const digitsOf = (printed: string) => [...printed.matchAll(/\d/g)].map(({ index }) => index);
const plainNumber = ({ stated, value, published }: Fact) =>
  stated === 'number' && value !== null && value !== '0' && /^[\d,]{1,18}(?:\.\d{1,6})?$/.test(published.text);

function replaced(ground: Ground, family: string, fact: Fact, printed: string, factor?: Decimal): Mutant | null {
  const to = intervalOf(fact, printed, factor);
  if (!to || printed === fact.published.text) return null;
  const { document } = ground.subject;
  const { start, end } = fact.source;
  return {
    family,
    document: edited(document, fact.source, printed),
    place: { start, end: start + printed.length },
    chance: chance(ground.relations.get(fact.id) ?? [], fact, to),
    said: `${fact.concept} ${document.text.slice(start, end)} → ${printed}`,
  };
}

const digitChanged: Planter = (ground, fact) => {
  const { text } = fact.published;
  const at = ground.next.pick(digitsOf(text));
  const first = at === 0 && text.length > 1;
  const digits = [...'0123456789'].filter((digit) => digit !== text[at] && !(first && digit === '0'));
  return replaced(ground, 'digit changed', fact, text.slice(0, at) + ground.next.pick(digits) + text.slice(at + 1));
};

const digitAdded: Planter = (ground, fact) => {
  const { text } = fact.published;
  if (text.includes(',')) return null;
  const whole = text.split('.')[0]?.length ?? 0;
  const at = 1 + ground.next.below(whole);
  return replaced(ground, 'digit added', fact, text.slice(0, at) + ground.next.below(10) + text.slice(at));
};

const shareOff: Planter = (ground, fact) => {
  if (fact.measure !== 'share') return null;
  const decimals = fact.published.text.split('.')[1]?.length ?? 0;
  const by = ground.next.below(2) === 0 ? '0.1' : '-0.1';
  const to = new Decimal(fact.published.text).plus(by);
  if (decimals === 0 || to.isNegative()) return null;
  return replaced(ground, 'share off by 0.1 point', fact, to.toFixed(decimals));
};

/** A number that others add up to, two units of its last digit away. */
const totalOff: Planter = (ground, fact) => {
  const { text } = fact.published;
  if (fact.unit !== 'CNY' || text.includes(',') || fact.measure.startsWith('change')) return null;
  const sums = (ground.relations.get(fact.id) ?? []).filter(
    ({ rule, operands }) => /^(?:sum|balance)/.test(rule) && operands.length > 2 && operands[0]?.fact.id === fact.id,
  );
  if (sums.length === 0) return null;
  const decimals = text.split('.')[1]?.length ?? 0;
  const by = new Decimal(10).pow(-decimals).times(ground.next.below(2) === 0 ? 2 : -2);
  const printed = new Decimal(text).plus(by);
  return printed.isNegative() ? null : replaced(ground, 'total off by two units', fact, printed.toFixed(decimals));
};

/** 万元 for 元, or the other way round, behind a number in a sentence. */
const unitSwapped: Planter = (ground, fact) => {
  const { document } = ground.subject;
  const { end, kind } = fact.source;
  if (kind !== 'sentence' || fact.unit !== 'CNY') return null;
  const unit = ['万元', '元'].find((each) => document.text.startsWith(each, end));
  if (!unit) return null;
  const other = unit === '元' ? '万元' : '元';
  const to = intervalOf(fact, fact.published.text, new Decimal(unit === '元' ? 10_000 : '0.0001'));
  return {
    family: 'unit swapped',
    document: edited(document, { start: end, end: end + unit.length }, other),
    place: { start: fact.source.start, end: end + other.length },
    chance: to ? chance(ground.relations.get(fact.id) ?? [], fact, to) : 'alone',
    said: `${fact.concept} ${fact.published.text}${unit} → ${other}`,
  };
};

const TURNED: readonly (readonly [string, string])[] = [
  ['增加', '减少'],
  ['增长', '下降'],
  ['减少', '增加'],
  ['下降', '增长'],
  ['降低', '提高'],
];

/** The word before one number of a change, and no other. */
const directionFlipped: Planter = (ground, fact) => {
  if (!fact.measure.startsWith('change') || fact.source.kind !== 'sentence') return null;
  const { document } = ground.subject;
  const { start } = fact.source;
  const before = document.text.slice(Math.max(0, start - 4), start);
  const [word, other] = TURNED.find(([from]) => before.endsWith(from) || before.endsWith(`${from}了`)) ?? [];
  if (!word || !other || !fact.interval) return null;
  const at = document.text.lastIndexOf(word, start);
  const [low, high] = fact.interval;
  const to = { low: new Decimal(high).neg(), high: new Decimal(low).neg() };
  return {
    family: 'direction flipped',
    document: edited(document, { start: at, end: at + word.length }, other),
    place: { start: at, end: fact.source.end },
    chance: chance(ground.relations.get(fact.id) ?? [], fact, to),
    said: `${word}${fact.published.text} → ${other}`,
  };
};

const placeholder: Planter = (ground, fact) => {
  if (fact.source.kind !== 'sentence') return null;
  const { start } = fact.source;
  const document = edited(ground.subject.document, fact.source, 'XX');
  return {
    family: 'XX',
    document,
    place: { start, end: start + 2 },
    chance: 'contradicted',
    said: fact.published.text,
  };
};

/** A name that the classification had for the code in other years. */
const otherName: Planter = (ground, fact) => {
  const { document } = ground.subject;
  const { subject, source } = fact;
  if (source.kind !== 'sentence' || subject?.scheme !== 'functional' || !subject.code) return null;
  const name = subject.path.at(-1) ?? '';
  const former = classification(patterns)
    .names('functional', subject.code)
    .filter((each) => each !== name && !each.includes(name) && !name.includes(each));
  const at = document.text.lastIndexOf(name, source.start);
  if (former.length === 0 || name === '' || at < source.start - 200) return null;
  const other = ground.next.pick(former);
  return {
    family: 'name of another year',
    document: edited(document, { start: at, end: at + name.length }, other),
    place: { start: at, end: source.end },
    chance: 'contradicted',
    said: `${name} → ${other}`,
  };
};

/** Planters of one fact, by family. */
const PLANTERS: Readonly<Record<string, Planter>> = {
  'digit changed': digitChanged,
  'digit added': digitAdded,
  'unit swapped': unitSwapped,
  'direction flipped': directionFlipped,
  'share off by 0.1 point': shareOff,
  'total off by two units': totalOff,
  'name of another year': otherName,
  XX: placeholder,
};
/** Those that look for their places themselves. */
const SEARCHERS: Readonly<Record<string, (ground: Ground) => Mutant[]>> = {
  'base year changed': (ground) => baseYears(ground),
  'row dropped': (ground) => rowsDropped(ground),
};

const BASE = /(?:比|较|与)20\d\d年/g;

/** 与2022年相比 with a year that is not the one before. */
function baseYears({ subject, next }: Ground): Mutant[] {
  const { document } = subject;
  return [...document.text.matchAll(BASE)].flatMap(({ index, 0: words }): Mutant[] => {
    const year = Number(/\d+/.exec(words)?.[0]);
    if (year !== (subject.report.fiscalYear ?? 0) - 1) return [];
    const start = index + words.indexOf('20');
    const other = String(year + next.pick([-2, -1, 1]));
    const changed = subject.facts.find(({ source }) => source.start > start && source.start < start + 60);
    if (!changed?.measure.startsWith('change')) return [];
    const place = { start, end: changed.source.end };
    const mutant = edited(document, { start, end: start + 4 }, other);
    return [
      {
        family: 'base year changed',
        document: mutant,
        place,
        chance: 'contradicted',
        said: `${words} → ${other} …${document.text.slice(start + 4, place.end).trim()}`,
      },
    ];
  });
}

/** Rows that hold parts of a sum, so that the sum is short without them. */
function rowsDropped({ subject, relations }: Ground): Mutant[] {
  const { document, facts } = subject;
  const tables = document.blocks.filter((block): block is Table => block.kind === 'table');
  return tables.flatMap((table) => {
    const rows = new Map<number, Fact[]>();
    for (const fact of facts) {
      const cell = table.cells.find(({ start, end }) => start <= fact.source.start && fact.source.end <= end);
      if (cell && fact.source.kind === 'cell') rows.set(cell.row, [...(rows.get(cell.row) ?? []), fact]);
    }
    return [...rows].flatMap(([row, own]): Mutant[] => {
      if (!own.every(({ subject: of }) => of?.code) || table.cells.some((c) => c.row < row && c.row + c.rowSpan > row))
        return [];
      const codes = new Set(own.map(({ subject: of }) => of?.code));
      const [code = ''] = codes;
      const others = [...rows].filter(([each]) => each !== row).flatMap(([, list]) => list);
      // A subtotal whose parts remain is missed by nobody.
      if (codes.size > 1 || others.some((fact) => fact.subject?.code?.startsWith(code ?? ''))) return [];
      const summed = own.some((fact) =>
        (relations.get(fact.id) ?? []).some(
          ({ rule, operands }) =>
            rule.startsWith('sum.subjects') &&
            operands.length > 2 &&
            operands[0]?.fact.id !== fact.id &&
            Number(fact.value) > 100,
        ),
      );
      const start = Math.min(...own.map(({ source }) => source.start));
      const mutant = withoutRow(document, table, row);
      const place = { start: Math.max(0, start - 200), end: start };
      return [
        { family: 'row dropped', document: mutant, place, chance: summed ? 'contradicted' : 'alone', said: `${code}` },
      ];
    });
  });
}

/** Mutants of one document, at most `most` of each family, in the order of the seed. */
export function* mutants(ground: Ground, most: number, only?: string): Generator<Mutant> {
  const facts = ground.next.shuffled(ground.subject.facts.filter(plainNumber));
  for (const [family, planter] of Object.entries(PLANTERS)) {
    if (only !== undefined && only !== family) continue;
    let count = 0;
    for (const fact of facts) {
      if (count >= most) break;
      const mutant = planter(ground, fact);
      if (!mutant) continue;
      count++;
      yield mutant;
    }
  }
  for (const [family, search] of Object.entries(SEARCHERS)) {
    if (only === undefined || only === family) yield* ground.next.shuffled(search(ground)).slice(0, most);
  }
}
