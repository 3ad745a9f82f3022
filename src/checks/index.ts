/** Facts → findings: every rule over the facts of one document, each evaluation counted. */
import type { CheckCount, Finding } from '../contract.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { Book } from './book.ts';
import { checkChanges } from './changes.ts';
import type { CheckInput, Context } from './context.ts';
import { copiedFindings } from './copied.ts';
import { checkDirections } from './direction.ts';
import { numberFindings } from './findings.ts';
import { placeholderFindings, unitFindings } from './form.ts';
import { Ledger } from './ledger.ts';
import { checkLists } from './narrative-sums.ts';
import { organisationFindings } from './organisation.ts';
import { Page } from './page.ts';
import { periodFindings } from './period.ts';
import { checkCompletions } from './rates.ts';
import { requiredFindings } from './required.ts';
import { residueFindings } from './residue.ts';
import { checkShares } from './shares.ts';
import { subjectFindings } from './subject.ts';
import { checkEquations } from './sums.ts';
import { checkTables } from './table-sums.ts';
import { checkWitnesses } from './witness.ts';

export type { CheckInput } from './context.ts';

export interface Checked {
  readonly checks: Record<string, CheckCount>;
  readonly findings: Finding[];
}

/** Witnesses come last of the numbers: what other relations bear out decides which of two is the odd one. */
export const NUMBER_RULES = [
  checkEquations,
  checkTables,
  checkLists,
  checkShares,
  checkCompletions,
  checkChanges,
  checkDirections,
  checkWitnesses,
];

export const TEXT_RULES = [
  placeholderFindings,
  unitFindings,
  residueFindings,
  subjectFindings,
  organisationFindings,
  requiredFindings,
  periodFindings,
  copiedFindings,
];

export function check(input: CheckInput): Checked {
  const { document, tables, facts, patterns } = input;
  const book = new Book(facts);
  const ledger = new Ledger();
  const page = new Page(document, tables, facts, vocabulary(patterns));
  const context: Context = { ...input, book, ledger, page };
  for (const rule of NUMBER_RULES) rule(context);
  const findings = [...numberFindings(context), ...TEXT_RULES.flatMap((rule) => rule(context))];
  return { checks: ledger.checks, findings: input.altered ? findings.map(unblamed) : findings };
}

/** Of a mirror's copy: told, but not as an error of the organisation. */
function unblamed(finding: Finding): Finding {
  return { ...finding, severity: finding.severity === 'error' ? 'warning' : finding.severity, suspect: 'extraction' };
}
