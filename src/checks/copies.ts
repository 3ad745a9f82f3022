/** Copies and versions of one disclosure: files that state mostly the same things in the same form. */
import type { Patterns } from '../patterns/load.ts';
import type { Disclosed } from './across.ts';
import { consensus, UNKNOWN } from './book.ts';
import { isVague } from './excuses.ts';
import { bookOf, type Files } from './files.ts';
import { meet } from './interval.ts';
import { Ledger, verdictOf } from './ledger.ts';
import { identityOf, subjectKey } from './operand.ts';
import type { Compared } from './years.ts';

const RULE = 'witness.copy';
/** Files that share so many identities of one form (sentence or cell), and so large a part of them, are copies. */
const ALIKE = { least: 15, part: 0.5 };

function stated({ record }: Disclosed): Set<string> {
  return new Set(record.facts.map((fact) => `${fact.source.kind}|${identityOf(fact, subjectKey(fact.subject))}`));
}

/** Pairs of an original and its copy, and the files that are none: one of each group of copies. */
export function copiesOf(group: readonly Disclosed[]): { copies: [Disclosed, Disclosed][]; files: Disclosed[] } {
  const files: { readonly document: Disclosed; readonly identities: ReadonlySet<string> }[] = [];
  const copies: [Disclosed, Disclosed][] = [];
  for (const document of group) {
    const identities = stated(document);
    const original = files.find(({ identities: others }) => {
      let common = 0;
      for (const each of identities) if (others.has(each)) common++;
      return common >= ALIKE.least && common >= ALIKE.part * Math.min(identities.size, others.size);
    });
    if (original) copies.push([original.document, document]);
    else files.push({ document, identities });
  }
  return { copies, files: files.map(({ document }) => document) };
}

/** Which of two copies is right nobody can say from them: it is told, and blamed on nobody. */
export function copyFailures(files: Files, patterns: Patterns): Compared {
  const ledger = new Ledger();
  const [original, copy] = [bookOf(files, 0, 1), bookOf(files, 1, 2)];
  for (const witnesses of copy.witnesses()) {
    const at = consensus(witnesses);
    if (!at || at === UNKNOWN) continue;
    const other = original.agreed(at.fact.concept, at.fact, at.subject);
    if (!other || other === UNKNOWN || isVague({ patterns }, at)) continue;
    if (meet(at, other)) {
      ledger.pass(RULE, [at, other]);
      continue;
    }
    const verdict = verdictOf(other, at, [at, other]) === 'last-digit' ? 'last-digit' : 'conflict';
    const told = { expected: other, actual: at, message: 'witness', words: { other: [other] } };
    ledger.fail({ rule: RULE, verdict, severity: 'info', at, operands: [at, other], ...told });
  }
  return { ledger };
}
