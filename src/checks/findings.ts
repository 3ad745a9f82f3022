/** From broken relations to findings: one wrong number gives one finding, with all that it breaks. */
import type { Finding, Verdict } from '../contract.ts';
import { blockSpan, boxOf, type Document, pageAt, type Span } from '../document.ts';
import { plain } from '../number.ts';
import type { Patterns } from '../patterns/load.ts';
import type { Context } from './context.ts';
import { denominator, exchanged, type Wanted } from './elsewhere.ts';
import { hintFor } from './hint.ts';
import { gap, type Interval, minus, sum } from './interval.ts';
import { type Failure, SEVERITY } from './ledger.ts';
import { amountText, intervalText, message, nameOf, type Words } from './message.ts';
import type { Operand } from './operand.ts';

const severityOf = (failure: Failure) => failure.severity ?? SEVERITY[failure.verdict];

/** Failures that one number explains: it breaks several relations, and holds in fewer. */
export interface Cluster {
  readonly culprit: Operand | null;
  readonly failures: readonly Failure[];
}

/** Repeatedly takes the fact that breaks most relations; what is left stands alone. */
export function clusters(failures: readonly Failure[], trust: ReadonlyMap<string, number>): Cluster[] {
  const errors = failures.filter((failure) => severityOf(failure) === 'error');
  const result: Cluster[] = failures
    .filter((f) => severityOf(f) !== 'error')
    .map((f) => ({ culprit: null, failures: [f] }));
  const open = new Set(errors);
  const byFact = new Map<string, { operand: Operand; broken: Set<Failure> }>();
  for (const failure of errors) {
    for (const operand of failure.operands) {
      const entry = byFact.get(operand.fact.id) ?? { operand, broken: new Set() };
      entry.broken.add(failure);
      byFact.set(operand.fact.id, entry);
    }
  }
  while (open.size > 0) {
    let best: { operand: Operand; broken: Set<Failure> } | null = null;
    let bestScore = 0;
    for (const entry of byFact.values()) {
      const kept = trust.get(entry.operand.fact.id) ?? 0;
      const score = entry.broken.size - kept;
      if (entry.broken.size >= 2 && score > bestScore) [best, bestScore] = [entry, score];
    }
    if (!best) break;
    const together = [...best.broken];
    result.push({ culprit: best.operand, failures: together });
    for (const failure of together) {
      open.delete(failure);
      for (const { fact } of failure.operands) byFact.get(fact.id)?.broken.delete(failure);
    }
  }
  for (const failure of open) result.push({ culprit: null, failures: [failure] });
  return result;
}

/** The relation that says best what is wrong with a number: of which it is the printed result, with the fewest operands. */
function clearest({ culprit, failures }: Cluster): Failure {
  const rank = (failure: Failure) =>
    (failure.at === culprit ? 0 : 100) + (failure.place ? 50 : 0) + failure.operands.length;
  return [...failures].sort((a, b) => rank(a) - rank(b))[0] as Failure;
}

const bounds = (interval: Interval | null): [string, string] | null =>
  interval && [plain(interval.low), plain(interval.high)];

/** A table without rules in which more relations fail than this was read wrongly, not written wrongly. */
const FEW = 2;
/** With more clusters of failures than this, exchanged cells are not looked for. */
const MANY = 40;

/** Tables whose grid a reader inferred, and how many clusters of failures each has a part in. */
class Doubtful {
  private readonly spans: readonly Span[];
  private readonly failures = new Map<Span, number>();

  constructor(document: Document, all: readonly Cluster[]) {
    this.spans = document.blocks.flatMap((block) =>
      block.kind === 'table' && !block.ruled && block.cells.length > 0 ? [blockSpan(block)] : [],
    );
    if (this.spans.length === 0) return;
    for (const cluster of all) {
      for (const span of this.tablesOf(cluster)) this.failures.set(span, (this.failures.get(span) ?? 0) + 1);
    }
  }

  tablesOf({ failures }: Cluster): Set<Span> {
    const found = new Set<Span>();
    if (this.spans.length === 0) return found;
    for (const { fact } of failures.flatMap(({ operands }) => operands)) {
      const { kind, start, end } = fact.source;
      const span = kind === 'cell' ? this.spans.find((each) => start >= each.start && end <= each.end) : undefined;
      if (span) found.add(span);
    }
    return found;
  }

  isMisread(cluster: Cluster): boolean {
    return [...this.tablesOf(cluster)].some((span) => (this.failures.get(span) ?? 0) > FEW);
  }
}

export function numberFindings(context: Context): Finding[] {
  const { ledger, document } = context;
  const all = clusters(ledger.failures, ledger.trust);
  const doubtful = new Doubtful(document, all);
  // Where everything is broken, no two cells explain it.
  const wished = all.length > MANY ? [] : wishes(ledger.failures).slice(0, 50 * MANY);
  return all.map((cluster) => {
    const finding = findingOf(context, cluster, doubtful.tablesOf(cluster).size > 0, wished);
    return finding.severity === 'error' && doubtful.isMisread(cluster) ? { ...finding, severity: 'warning' } : finding;
  });
}

function findingOf(context: Context, cluster: Cluster, inDoubt: boolean, all: readonly Wanted[]): Finding {
  const { document, patterns } = context;
  const failure = clearest(cluster);
  const { at, expected, actual } = failure;
  const operands = [...new Set([at, ...cluster.failures.flatMap((each) => each.operands)])];
  const { page, box, start, end } = placeOf(document, failure, cluster.culprit ?? at);
  return {
    rule: failure.rule,
    verdict: failure.verdict,
    severity: severityOf(failure),
    message: describe(failure, cluster, patterns),
    expected: bounds(expected),
    actual: bounds(actual),
    suspect: inDoubt || isRecognised(document, operands) ? 'extraction' : 'document',
    hint: severityOf(failure) === 'error' ? hintOf(context, cluster, all) : null,
    facts: operands.map(({ fact }) => fact.id),
    page,
    start,
    end,
    box,
  };
}

/** Whether one of the numbers was recognised in a picture. */
function isRecognised({ pages }: Document, operands: readonly Operand[]): boolean {
  return operands.some(({ fact }) => pages[fact.source.page - 1]?.ocr === true);
}

function placeOf(
  document: Document,
  { place }: Failure,
  { fact }: Operand,
): Pick<Finding, 'page' | 'start' | 'end' | 'box'> {
  if (!place) return fact.source;
  const { start, end } = place;
  return { start, end, page: pageAt(document, start), box: boxOf(document, start, end) };
}

/** What the other numbers of a sum leave for one of its parts. */
function implied({ operands, at, message }: Failure, part: Operand): Interval | null {
  if (message !== 'equal' && message !== 'list') return null;
  const rest = operands.filter((operand) => operand !== at && operand !== part);
  return minus(at, sum(rest));
}

/** The number that is most likely wrong, and what the others leave for it. */
function wanted({ culprit, failures }: Cluster): Wanted | null {
  const failure = clearest({ culprit, failures });
  const { at, expected } = failure;
  if (!culprit || culprit === at) return expected && { operand: at, expected };
  const left = implied(failure, culprit);
  return left && { operand: culprit, expected: left };
}

/** What each number of a relation would have to be, were it the only wrong one. */
function wishes(failures: readonly Failure[]): Wanted[] {
  return failures.flatMap((failure) =>
    failure.operands.flatMap((operand): Wanted[] => {
      const expected = operand === failure.at ? failure.expected : implied(failure, operand);
      return expected ? [{ operand, expected }] : [];
    }),
  );
}

/** Slips of the pen go before numbers elsewhere, exchanged cells before both: they need two to agree. */
function hintOf(context: Context, cluster: Cluster, all: readonly Wanted[]): string | null {
  const own = wishes(cluster.failures).filter(({ operand }) => operand.fact.source.kind === 'cell');
  for (const wish of own.slice(0, 60)) {
    const swap = exchanged(context, wish, all);
    if (swap) return swap;
  }
  const most = wanted(cluster);
  return (most && hintFor(most.operand, most.expected, context.patterns)) ?? denominator(context, clearest(cluster));
}

function describe(failure: Failure, cluster: Cluster, patterns: Patterns): { zh: string; en: string } {
  const { at, expected, actual } = failure;
  const { fact } = at;
  const words: Words = {
    ...failure.words,
    page: String(fact.source.page),
    what: { zh: nameOf(fact, 'zh', patterns), en: nameOf(fact, 'en', patterns) },
    printed: amountText(at.value, fact, patterns),
    actual: actual ? intervalText(actual, fact, patterns) : '',
    expected: expected ? intervalText(expected, fact, patterns) : '',
    gap: expected && actual ? amountText(gap(expected, actual), fact, patterns) : '',
  };
  const said = [message(failure.message, expected ? failure.verdict : null, words, patterns)];
  const { culprit, failures } = cluster;
  if (culprit && culprit !== at) said.push(message('suspect', null, { parts: [culprit] }, patterns));
  if (failures.length > 1) said.push(message('also', null, { count: String(failures.length - 1) }, patterns));
  return { zh: said.map(({ zh }) => zh).join(''), en: said.map(({ en }) => en).join('') };
}

/** A finding about words. */
export function textFinding(
  context: Pick<Context, 'document' | 'patterns'>,
  rule: string,
  verdict: Verdict,
  span: Span,
  key: string,
  words: Words,
  facts: readonly string[] = [],
): Finding {
  const { document, patterns } = context;
  const page = pageAt(document, span.start);
  return {
    rule,
    verdict,
    severity: SEVERITY[verdict],
    message: message(key, null, { page: String(page), ...words }, patterns),
    expected: null,
    actual: null,
    suspect: document.pages[page - 1]?.ocr ? 'extraction' : 'document',
    hint: null,
    facts: [...facts],
    page,
    start: span.start,
    end: span.end,
    box: boxOf(document, span.start, span.end),
  };
}
