/** Messages from patterns/checks/messages.yaml, in both languages, with amounts in the unit in which they are printed. */
import { z } from 'zod';
import type { Fact, Verdict } from '../contract.ts';
import { type Decimal, plain } from '../number.ts';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import type { Interval } from './interval.ts';
import type { Operand } from './operand.ts';

const Both = z.strictObject({ zh: z.string(), en: z.string() });
export type Both = z.infer<typeof Both>;

export const MessageSchema = z.strictObject({
  messages: z.record(z.string(), Both),
  /** What a verdict adds to a message about numbers. */
  verdicts: z.record(z.string(), Both),
  hints: z.record(z.string(), z.string()),
  /** Why a check could not be evaluated. */
  why: z.record(z.string(), Both),
  /** Labels of measures in a sentence, and how a part is written. */
  measures: z.record(z.string(), Both),
  part: Both,
  yuan: z.string(),
});

export const messages = compiledOnce((patterns: Patterns) =>
  MessageSchema.parse(patterns.files.get('checks/messages')),
);

export type Words = Readonly<Record<string, string | Both | readonly Operand[]>>;

/** The unit in which a fact is printed, and how many base units it is. */
function scaleOf(fact: Fact, patterns: Patterns): { factor: number; unit: string } {
  const { money } = vocabulary(patterns);
  if (fact.unit === 'percent') return { factor: 1, unit: '%' };
  if (fact.unit !== 'CNY') return { factor: 1, unit: fact.published.unit ?? fact.unit ?? '' };
  const unit = fact.published.unit;
  const factor = unit === null ? undefined : money.get(unit);
  return factor === undefined ? { factor: 1, unit: messages(patterns).yuan } : { factor, unit: unit as string };
}

/** At most so many digits: enough to see by how much two numbers differ. */
const DIGITS = 6;

export function amountText(value: Decimal, like: Fact, patterns: Patterns): string {
  const { factor, unit } = scaleOf(like, patterns);
  const scaled = value.div(factor).toDecimalPlaces(DIGITS);
  const decimals = /\.(\d+)/.exec(like.published.text)?.[1]?.length ?? 0;
  return (scaled.decimalPlaces() < decimals ? scaled.toFixed(decimals) : plain(scaled)) + unit;
}

export function intervalText(interval: Interval, like: Fact, patterns: Patterns): string {
  const { low, high } = interval;
  if (low.eq(high)) return amountText(low, like, patterns);
  const { unit } = scaleOf(like, patterns);
  const from = amountText(low, like, patterns);
  return `${from.slice(0, from.length - unit.length)}–${amountText(high, like, patterns)}`;
}

/** What a fact is about: the concept's label, its subject and measure. */
export function nameOf(fact: Fact, language: 'zh' | 'en', patterns: Patterns): string {
  const concept = vocabulary(patterns).concepts.get(fact.concept)?.zh ?? fact.concept;
  const subject = fact.subject ? ` ${fact.subject.path.at(-1) ?? fact.subject.code ?? ''}` : '';
  const measure = messages(patterns).measures[fact.measure]?.[language] ?? '';
  return language === 'zh' ? `${concept}${subject}${measure}` : `${concept} (${fact.concept})${subject}${measure}`;
}

function listed(operands: readonly Operand[], language: 'zh' | 'en', patterns: Patterns): string {
  const { part } = messages(patterns);
  const shown = operands.slice(0, 12).map(({ fact, value }) =>
    fill(part[language], {
      what: nameOf(fact, language, patterns),
      amount: amountText(value, fact, patterns),
      page: String(fact.source.page),
    }),
  );
  const more = operands.length > shown.length ? '…' : '';
  return shown.join(language === 'zh' ? '、' : '; ') + more;
}

export function fill(template: string, words: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (gap, name: string) => words[name] ?? gap);
}

/** A message of the pack with its gaps filled; `verdict` adds what it means. */
export function message(
  key: string,
  verdict: Verdict | null,
  words: Words,
  patterns: Patterns,
): { zh: string; en: string } {
  const pack = messages(patterns);
  const template = pack.messages[key];
  if (!template) throw new Error(`patterns/checks/messages.yaml has no message ${key}`);
  const said = (language: 'zh' | 'en') => {
    const texts: Record<string, string> = {};
    for (const [name, word] of Object.entries(words)) {
      texts[name] = isOperands(word)
        ? listed(word, language, patterns)
        : typeof word === 'string'
          ? word
          : (word as Both)[language];
    }
    const tail = verdict === null ? '' : (pack.verdicts[verdict]?.[language] ?? '');
    return fill(template[language] + tail, texts);
  };
  return { zh: said('zh'), en: said('en') };
}

const isOperands = (word: Words[string]): word is readonly Operand[] => Array.isArray(word);
