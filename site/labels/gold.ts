/** Labels as gold facts, in the form that `gongkai eval` reads. */
import type { DocumentRecord, UnmappedMention } from '../../src/contract.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { goldForm, whereOf } from '../../src/evaluate/gold-form.ts';
import { foldText } from '../../src/fold.ts';
import { Decimal, parseNumber, plain } from '../../src/number.ts';
import type { Names } from '../../src/review/data.ts';
import { keyOf, type Labels } from './store.ts';

/** `all`: what nobody judged counts as right. `judged`: only what a person has judged. */
export type Extent = 'all' | 'judged';

/** The tables in their order, then the narrative in print order. */
export function goldFacts(record: DocumentRecord, labels: Labels, extent: Extent): GoldFact[] {
  const found: { readonly start: number; readonly gold: GoldFact }[] = [];
  for (const fact of record.facts) {
    const label = labels[keyOf(fact, record)];
    if (label?.verdict === 'wrong' || (!label && extent === 'judged')) continue;
    found.push({ start: fact.source.start, gold: label?.gold ?? goldForm(fact, record) });
  }
  for (const mention of record.mentions.unmapped) {
    const gold = labels[keyOf({ start: mention.start, end: mention.end }, record)]?.gold;
    if (gold) found.push({ start: mention.start, gold });
  }
  const narrative = (gold: GoldFact) => Number(gold.where === 'narrative');
  return found
    .sort((a, b) => narrative(a.gold) - narrative(b.gold) || a.start - b.start)
    .map(({ gold }) => ({ ...gold, value: gold.value === null ? null : plain(new Decimal(gold.value)) }));
}

export const goldText = (facts: readonly GoldFact[]): string =>
  facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');

/** `eval` finds the document by this name. */
export const goldName = ({ source }: DocumentRecord): string =>
  `${source.path.replace(/^.*\//, '').replace(/\.[^.]*$/, '')}.jsonl`;

/** What can be told of an unmapped number before anybody says what it is. Without a unit it has no value yet. */
export function draftOf(mention: UnmappedMention, record: DocumentRecord, { money }: Names): GoldFact {
  const [, text = mention.text, printed = ''] = /^([+-]?[\d.,，．]+)\s*(.*)$/.exec(mention.text) ?? [];
  const table = tableAround(mention, record);
  const unit = printed === '' ? (record.tables.find(({ id }) => id === table)?.unit ?? null) : printed;
  const number = unit === null ? null : parseNumber(foldText(text));
  const factor = unit !== null && Object.hasOwn(money, unit) ? (money[unit] as number) : null;
  const percent = unit !== null && foldText(unit) === '%';
  return {
    concept: '',
    subject: null,
    measure: record.report.kind === 'budget' ? 'budget' : 'final',
    basis: null,
    period: record.report.fiscalYear,
    value: number ? plain(number.value.times(factor ?? 1)) : null,
    unit: factor !== null ? 'CNY' : percent ? 'percent' : unit,
    stated: 'number',
    published: { text, unit },
    where: whereOf(table, record.tables),
    page: mention.page,
  };
}

/** The table of the facts on both sides, where that is one and the same. */
function tableAround({ start }: UnmappedMention, { facts }: DocumentRecord): string | null {
  const sorted = [...facts].sort((a, b) => a.source.start - b.source.start);
  const after = sorted.findIndex(({ source }) => source.start > start);
  const before = sorted[(after < 0 ? sorted.length : after) - 1]?.source.table ?? null;
  return before !== null && sorted[after]?.source.table === before ? before : null;
}
