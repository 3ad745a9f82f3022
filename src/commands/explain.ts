/** `gongkai explain`: which section, pattern and rule consumed a number, or why nothing did. */
import type { Fact } from '../contract.ts';
import { type Candidate, type Explanation, explain } from '../explain.ts';
import { EXIT, type Io, printable } from './io.ts';
import { type DocumentFlags, oneDocument } from './one.ts';

export interface ExplainFlags extends DocumentFlags {
  readonly find: string;
  readonly json?: boolean;
}

export async function explainCommand(file: string, options: ExplainFlags, io: Io): Promise<number> {
  const one = await oneDocument(file, options, io, { readings: true });
  if (!one) return EXIT.failed;
  const explanations = explain(one, options.find);
  if (options.json) io.stdout(`${JSON.stringify(explanations, null, 2)}\n`);
  else if (explanations.length > 0) io.stdout(explanations.map((each) => block(each, io.colours)).join('\n'));
  else io.stdout(`No number with “${printable(options.find)}” in it or near it.\n`);
  return EXIT.done;
}

function block(explanation: Explanation, colours: Io['colours']): string {
  const { text, page, context, sections, clause, cell, candidates, pattern, fact, why } = explanation;
  const line = (name: string, value: string) => `  ${name.padEnd(10)} ${value}`;
  const lines = [
    `${colours.bold(printable(text))}  page ${page}  ${colours.dim(printable(context))}`,
    line('section', sections.length > 0 ? printable(sections.join(' › ')) : 'none'),
    line('class', explanation.class),
    ...(clause === null ? [] : [line('clause', printable(clause))]),
    ...(cell === null ? [] : [line('row', printable(cell.row)), line('column', printable(cell.column))]),
    ...(cell?.title ? [line('table', printable(`${cell.title} (kind ${cell.kind ?? 'unknown'})`))] : []),
    ...candidates.map((each, i) => line(i === 0 ? 'candidates' : '', candidateText(each, colours))),
    line('pattern', pattern ?? 'none'),
    line('fact', fact ? factText(fact) : 'none'),
    ...(why === '' ? [] : [line('why', printable(why))]),
  ];
  return `${lines.join('\n')}\n`;
}

const FAR = { clause: '', sentence: ' (another clause)', paragraph: ' (another sentence)' } as const;

function candidateText({ won, place, text, pattern, says }: Candidate, colours: Io['colours']): string {
  const words = `${won ? '✓' : '·'} ${text}  ${pattern}: ${says ?? 'means nothing here'}${FAR[place]}`;
  return won ? printable(words) : colours.dim(printable(words));
}

export function factText(fact: Fact): string {
  const subject = fact.subject ? ` [${[fact.subject.code ?? '', ...fact.subject.path].filter(Boolean).join(' ')}]` : '';
  const basis = fact.basis === null ? '' : ` on ${fact.basis}`;
  const value = fact.value === null ? fact.stated : `${fact.value} ${fact.unit ?? ''}`.trim();
  return printable(
    `${fact.concept}${subject} ${fact.measure}${basis} ${fact.period ?? 'no period'} = ${value} (${fact.id})`,
  );
}
