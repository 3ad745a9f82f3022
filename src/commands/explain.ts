/** `gongkai explain`: which section, pattern and rule consumed a number, or why nothing did. */
import type { Fact } from '../contract.ts';
import { type Explanation, explain } from '../explain.ts';
import { EXIT, type Io, printable } from './io.ts';
import { type DocumentFlags, oneDocument } from './one.ts';

export interface ExplainFlags extends DocumentFlags {
  readonly find: string;
  readonly json?: boolean;
}

export async function explainCommand(file: string, options: ExplainFlags, io: Io): Promise<number> {
  const one = await oneDocument(file, options, io);
  if (!one) return EXIT.failed;
  const explanations = explain(one, options.find);
  if (options.json) io.stdout(`${JSON.stringify(explanations, null, 2)}\n`);
  else if (explanations.length > 0) io.stdout(explanations.map((each) => block(each, io.colours)).join('\n'));
  else io.stdout(`No number with “${printable(options.find)}” in it or near it.\n`);
  return EXIT.done;
}

function block(explanation: Explanation, colours: Io['colours']): string {
  const { text, page, context, sections, pattern, fact, why } = explanation;
  const lines = [
    `${colours.bold(printable(text))}  page ${page}  ${colours.dim(printable(context))}`,
    `  section  ${sections.length > 0 ? printable(sections.join(' › ')) : 'none'}`,
    `  class    ${explanation.class}`,
    `  pattern  ${pattern ?? 'none'}`,
    `  fact     ${fact ? factText(fact) : 'none'}`,
    ...(why === '' ? [] : [`  why      ${printable(why)}`]),
  ];
  return `${lines.join('\n')}\n`;
}

export function factText(fact: Fact): string {
  const subject = fact.subject ? ` [${[fact.subject.code ?? '', ...fact.subject.path].filter(Boolean).join(' ')}]` : '';
  const basis = fact.basis === null ? '' : ` on ${fact.basis}`;
  const value = fact.value === null ? fact.stated : `${fact.value} ${fact.unit ?? ''}`.trim();
  return printable(
    `${fact.concept}${subject} ${fact.measure}${basis} ${fact.period ?? 'no period'} = ${value} (${fact.id})`,
  );
}
