/** The files of one disclosure: all relations between numbers, as if they were one document. */
import type { Unevaluable } from '../contract.ts';
import type { Patterns } from '../patterns/load.ts';
import { checkChanges } from './changes.ts';
import { checkDirections } from './direction.ts';
import { crosses, type Files, fileOf } from './files.ts';
import { type Failure, Ledger } from './ledger.ts';
import { partOf } from './merge.ts';
import type { Operand } from './operand.ts';
import { checkCompletions } from './rates.ts';
import { checkShares, namesNoWhole } from './shares.ts';
import { checkEquations } from './sums.ts';
import { checkWitnesses } from './witness.ts';
import type { Compared } from './years.ts';

const RULES = [checkEquations, checkShares, checkCompletions, checkChanges, checkDirections, checkWitnesses];
const BUNDLE: Readonly<Record<string, string>> = { witness: 'witness.bundle' };

/** Counts and keeps only what takes numbers of more than one file: the rest was told for each of them. */
class Crossing extends Ledger {
  override pass(rule: string, operands: readonly Operand[], weak = false): void {
    if (crosses({ operands })) super.pass(BUNDLE[rule] ?? rule, operands, weak);
  }

  override unevaluable(_rule: string, _why: Unevaluable): void {}

  override fail(failure: Failure): void {
    if (crosses(failure)) super.fail({ ...failure, rule: BUNDLE[failure.rule] ?? failure.rule });
  }
}

export function bundleFailures(files: Files, patterns: Patterns): Compared {
  const { context } = files;
  const found = new Crossing();
  for (const rule of RULES) rule({ ...context, ledger: found });
  const ledger = new Ledger();
  Object.assign(ledger.checks, found.checks);
  for (const [id, times] of found.trust) ledger.trust.set(id, times);
  for (const failure of found.failures) {
    const { at, rule } = failure;
    // Which amount 占…% is of, a paragraph says, and paragraphs are not kept in the whole.
    const bare = rule === 'share' && namesNoWhole(context.page.before(at.fact.source.start, 12), patterns);
    if (!bare && !told(files, failure)) ledger.failures.push(failure);
  }
  return { ledger };
}

/** A number that is wrong within its own file is told there. */
function told(files: Files, { operands }: Failure): boolean {
  return operands.some(({ fact }) =>
    fileOf(files, fact).record.findings.some(
      ({ severity, start, end }) =>
        severity === 'error' && own(files, fact).start === start && own(files, fact).end === end,
    ),
  );
}

function own(files: Files, fact: Operand['fact']): { start: number; end: number } {
  const { id } = partOf(fact.id);
  return fileOf(files, fact).record.facts.find((each) => each.id === id)?.source ?? fact.source;
}
