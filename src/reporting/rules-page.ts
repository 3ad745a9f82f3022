/** The rules for people: a list for the terminal, and the page docs/rules.md. */
import type { Colors } from 'picocolors/types.js';
import type { Rule } from '../checks/catalogue.ts';
import { SEVERITY } from '../checks/ledger.ts';

const severities = ({ verdicts }: Rule) => verdicts.map((verdict) => `${verdict} (${SEVERITY[verdict]})`).join(', ');

export function rulesText(rules: readonly Rule[], colours: Pick<Colors, 'bold' | 'dim'>): string {
  const lines = rules.flatMap((rule) => [
    colours.bold(rule.id),
    `  ${rule.asks.zh}`,
    `  ${rule.asks.en}`,
    ...rule.relations.map((relation) => colours.dim(`  ${relation}`)),
    ...(rule.judged ? [colours.dim(`  ${rule.judged.zh}`), colours.dim(`  ${rule.judged.en}`)] : []),
    colours.dim(`  ${severities(rule)}${rule.across ? '; between documents' : ''}`),
    '',
  ]);
  return `${lines.join('\n')}${rules.length} rules\n`;
}

const HEAD = `# Rules

<!-- Written by \`gongkai rules --markdown\`; change patterns/checks, not this page. -->

Every rule compares by interval: a printed number stands for itself ± half a unit of its last digit, and a relation is broken only if
the computed interval and the printed one share no point. What cannot be judged counts as \`unevaluable\`, never as passed. The severity is that of
the verdict ([contract](contract.md)); rules between documents give warnings where adjustments can explain a difference.
`;

function family(id: string): string {
  return id.split('.')[0] as string;
}

function entry(rule: Rule): string {
  const parts = [
    `### \`${rule.id}\``,
    `${rule.asks.zh}。${rule.asks.en[0]?.toUpperCase()}${rule.asks.en.slice(1)}.`,
    ...(rule.relations.length > 0 ? [`\`\`\`text\n${rule.relations.join('\n')}\n\`\`\``] : []),
    ...(rule.judged ? [`${rule.judged.zh}。${rule.judged.en[0]?.toUpperCase()}${rule.judged.en.slice(1)}.`] : []),
    [
      `- verdicts: ${severities(rule)}`,
      `- from: ${rule.source}`,
      ...(rule.across ? ['- compares several documents'] : []),
      ...rule.passes.slice(0, 1).map((example) => `- holds: \`${example}\``),
      ...rule.fails.slice(0, 1).map((example) => `- broken: \`${example}\``),
    ].join('\n'),
  ];
  return parts.join('\n\n');
}

/** Grouped by family. */
export function rulesPage(rules: readonly Rule[]): string {
  const families = [...new Set(rules.map(({ id }) => family(id)))].sort();
  const parts = families.flatMap((name) => [
    `## ${name}`,
    ...rules.filter(({ id }) => family(id) === name).map((rule) => entry(rule)),
  ]);
  return `${[HEAD.trimEnd(), ...parts].join('\n\n')}\n`;
}
