/** An evaluation for a person: scores, what was missed and what was too much, defects. */
import type { Finding } from '../contract.ts';
import type { DocumentEvaluation, Evaluation } from '../evaluate/index.ts';
import type { Comparable, Miss } from '../evaluate/match.ts';
import type { Score } from '../evaluate/score.ts';
import { type Io, printable } from './io.ts';

interface TextOptions {
  readonly misses: boolean;
  readonly barsMissed: readonly string[];
}

export function evaluationText(evaluation: Evaluation, options: TextOptions, colours: Io['colours']): string {
  const lines = evaluation.documents.flatMap((document) => documentLines(document, options.misses, colours));
  for (const name of evaluation.absent) lines.push(colours.red(`${name}: no record of this name in the output`), '');
  for (const bar of options.barsMissed) lines.push(colours.red(`below the bar: ${bar}`));
  return `${lines.join('\n').trimEnd()}\n`;
}

function documentLines(document: DocumentEvaluation, misses: boolean, colours: Io['colours']): string[] {
  return [
    `${colours.bold(document.name)}  ${colours.dim(`${document.id} ${printable(document.path)}`)}`,
    ...scoreTable({ narrative: document.narrative, tables: document.tables }, colours),
    ...scoreTable(document.byMeasure, colours),
    ...imperfect(document.byConcept, colours),
    `  numbers lost in silence: ${document.lost.length}; printed text read otherwise: ${document.publishedOtherwise.length}`,
    ...(misses ? [...missLines(document, colours), ...otherwiseLines(document)] : []),
    ...defectLines(document, misses, colours),
    '',
  ];
}

const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function scoreTable(scores: Readonly<Record<string, Score>>, colours: Io['colours']): string[] {
  const names = Object.keys(scores);
  const width = Math.max(26, ...names.map((name) => name.length));
  const line = (name: string, cells: readonly (string | number)[]) =>
    `  ${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`;
  return [
    colours.dim(line('', ['gold', 'found', 'right', 'precision', 'recall', 'F1'])),
    ...names.map((name) => {
      const { gold, found, right, precision, recall, f1 } = scores[name] as Score;
      const text = line(name, [gold, found, right, percent(precision), percent(recall), percent(f1)]);
      return f1 < 1 ? colours.yellow(text) : text;
    }),
  ];
}

/** Concepts are many; those without a fault are only counted. */
function imperfect(byConcept: Readonly<Record<string, Score>>, colours: Io['colours']): string[] {
  const faulty = Object.entries(byConcept).filter(([, { f1 }]) => f1 < 1);
  const right = Object.keys(byConcept).length - faulty.length;
  return [
    `  concepts without a fault: ${right} of ${right + faulty.length}`,
    ...(faulty.length > 0 ? scoreTable(Object.fromEntries(faulty), colours) : []),
  ];
}

function missLines(document: DocumentEvaluation, colours: Io['colours']): string[] {
  const explained = new Set(document.misses.flatMap((miss) => miss.near ?? []));
  return [
    ...document.misses.flatMap((miss) => missed(miss, colours)),
    ...document.extras
      .filter((extra) => !explained.has(extra))
      .map((extra) => `  ${colours.yellow('extra')} ${factText(extra)}`),
    ...document.lost.map((fact) => `  ${colours.red('lost ')} ${factText(fact)}`),
  ];
}

function missed({ gold, near, differs }: Miss, colours: Io['colours']): string[] {
  const lines = [`  ${colours.red('miss ')} ${factText(gold)}`];
  if (near)
    lines.push(`  ${colours.yellow('  got')} ${factText(near)}  ${colours.dim(`differs in ${differs.join(', ')}`)}`);
  return lines;
}

function otherwiseLines(document: DocumentEvaluation): string[] {
  return document.publishedOtherwise.map(({ gold, found }) => {
    const text = (fact: Comparable) => `“${fact.published.text}” ${fact.published.unit ?? 'no unit'}`;
    return printable(`  info  page ${gold.page} ${gold.concept}: gold printed ${text(gold)}, record ${text(found)}`);
  });
}

function factText(fact: Comparable): string {
  const subject = fact.subject ? ` [${[fact.subject.code ?? '–', fact.subject.path.join('/')].join(' ')}]` : '';
  const basis = fact.basis === null ? '' : ` on ${fact.basis}`;
  const value = fact.value === null ? 'null' : `${fact.value} ${fact.unit ?? 'no unit'}`;
  const stated = fact.stated === 'number' ? '' : ` (${fact.stated})`;
  const quote = fact.quote === null ? '' : ` “${fact.quote.slice(0, 60)}”`;
  return printable(
    `page ${fact.page} ${fact.where}: ${fact.concept}${subject} ${fact.measure}${basis} ${fact.period ?? 'no period'} = ` +
      `${value}${stated}, printed “${fact.published.text}”${quote}`,
  );
}

function defectLines(document: DocumentEvaluation, all: boolean, colours: Io['colours']): string[] {
  const { results, falseAlarms } = document.defects;
  const found = results.filter(({ finding }) => finding !== null);
  const lines = [
    `  defects: ${found.length} of ${results.length} found; error findings at no listed place: ${falseAlarms.length}`,
  ];
  for (const { defect, finding } of results) {
    const place = printable(
      `page ${defect.page} ${defect.rule}${defect.scope ? ` (${defect.scope})` : ''} “${defect.quote}”`,
    );
    const verdict = `${defect.verdict ?? 'no verdict'}/${defect.severity}`;
    if (!finding) lines.push(`  ${colours.red('defect missed')} ${place} ${verdict}`);
    else if (all || differsFrom(finding, defect)) {
      lines.push(`  defect found  ${place} ${verdict} as ${finding.rule} ${finding.verdict}/${finding.severity}`);
    }
  }
  for (const { page, rule, verdict, message } of falseAlarms) {
    lines.push(`  ${colours.red('error finding')} ${printable(`page ${page} ${rule} ${verdict}: ${message.en}`)}`);
  }
  return lines;
}

function differsFrom(finding: Finding, defect: { verdict: string | null; severity: string }): boolean {
  return (defect.verdict !== null && finding.verdict !== defect.verdict) || finding.severity !== defect.severity;
}
