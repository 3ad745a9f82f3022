/** Findings for a person at a terminal: by document, the worst first, then what was and was not evaluated. */
import type { Colors } from 'picocolors/types.js';
import { messages } from '../checks/message.ts';
import type { Severity } from '../document.ts';
import type { Patterns } from '../patterns/load.ts';
import { evaluatedShare, obligations } from '../reporting/obligations.ts';
import type { Told } from '../reporting/told.ts';
import type { Outcome } from './check.ts';
import { printable } from './io.ts';

type Language = 'zh' | 'en';
type Tints = Pick<Colors, 'bold' | 'dim' | 'red' | 'yellow'>;

const ORDER: readonly Severity[] = ['error', 'warning', 'info'];
const WORDS = {
  zh: {
    severity: { error: '错误', warning: '警告', info: '提示' },
    none: '没有发现问题',
    page: (page: number) => `第${page}页`,
    hint: '提示',
    extraction: '可能是识别有误',
    total: (n: number, documents: number) => `${documents}个文件，${n}项发现`,
    known: (n: number) => `另有${n}项在基线中`,
    checks: (done: number, all: number, share: string) => `适用的关系${all}项，已核对${done}项（${share}）`,
    open: (n: number) => `未能核对${n}项`,
    rule: '规则',
  },
  en: {
    severity: { error: 'error', warning: 'warning', info: 'info' },
    none: 'no findings',
    page: (page: number) => `page ${page}`,
    hint: 'hint',
    extraction: 'perhaps read wrongly',
    total: (n: number, documents: number) => `${documents} documents, ${n} findings`,
    known: (n: number) => `${n} more are in the baseline`,
    checks: (done: number, all: number, share: string) =>
      `${done} of ${all} checks that apply were evaluated (${share})`,
    open: (n: number) => `${n} were not`,
    rule: 'rule',
  },
} as const;

function findingLines({ finding, fingerprint }: Told, language: Language, tints: Tints): string[] {
  const words = WORDS[language];
  const { severity, rule, verdict, page, message, hint, suspect } = finding;
  const label = words.severity[severity];
  const shown =
    severity === 'error' ? tints.red(label) : severity === 'warning' ? tints.yellow(label) : tints.dim(label);
  return [
    `  ${shown} ${words.page(page)} ${printable(message[language])}`,
    ...(hint === null ? [] : [tints.dim(`    ${words.hint}: ${printable(hint)}`)]),
    tints.dim(`    ${rule} ${verdict}${suspect === 'extraction' ? ` · ${words.extraction}` : ''} · ${fingerprint}`),
  ];
}

/** Which of the checks were evaluated, and why the others were not; over all documents. */
export function obligationLines(
  checks: Iterable<Parameters<typeof obligations>[0] extends Iterable<infer T> ? T : never>,
  language: Language,
  patterns: Patterns,
): string[] {
  const words = WORDS[language];
  const all = obligations(checks);
  const reasons = Object.entries(all.why).sort(([, a], [, b]) => b - a);
  const { why } = messages(patterns);
  const said = reasons.map(([reason, count]) => `${why[reason]?.[language] ?? reason} ${count}`);
  const rules = all.rules.slice(0, 6).map(([rule, count]) => `${rule} ${count}`);
  return [
    words.checks(all.evaluated, all.applicable, evaluatedShare(all)),
    ...(all.notEvaluated === 0
      ? []
      : [`${words.open(all.notEvaluated)}: ${said.join(language === 'zh' ? '；' : '; ')}`]),
    ...(rules.length === 0 ? [] : [`${words.rule}: ${rules.join(', ')}${all.rules.length > 6 ? ' …' : ''}`]),
  ];
}

export function checkText(
  { documents, findings, between }: Outcome,
  known: number,
  language: Language,
  patterns: Patterns,
  tints: Tints,
): string {
  const words = WORDS[language];
  const rank = ({ finding }: Told) => ORDER.indexOf(finding.severity);
  const lines = documents.flatMap(({ id, source, report, checks }) => {
    const own = findings.filter(({ document }) => document === id).sort((a, b) => rank(a) - rank(b));
    const all = obligations([checks]);
    return [
      `${tints.bold(printable(source.path))}  ${printable(report.organisation ?? '')} ${report.fiscalYear ?? ''}`.trimEnd(),
      ...own.flatMap((each) => findingLines(each, language, tints)),
      ...(own.length === 0 ? [`  ${words.none}`] : []),
      tints.dim(`  ${words.checks(all.evaluated, all.applicable, evaluatedShare(all))}`),
      '',
    ];
  });
  lines.push(words.total(findings.length, documents.length));
  if (known > 0) lines.push(words.known(known));
  lines.push(...obligationLines([...documents.map(({ checks }) => checks), between], language, patterns));
  return `${lines.join('\n')}\n`;
}
