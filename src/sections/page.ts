/** The page of docs/ about the kinds of sections, written from the pack. */
import type { Patterns } from '../patterns/load.ts';
import { sectionPack } from './kinds.ts';

const INTRO = `# Kinds of sections

Written from \`patterns/sections.yaml\` (\`npx vitest run test/sections/page.test.ts -u\`). A section of a record has one of these kinds, or null for a heading
whose words say none. Headings are known by their titles, never by their numbers; the style of the number (第一部分, 一、, （一）, 1., （1）, ①) gives the level, and
a heading without one takes its place from its kind and the format's outline level. \`below\` names the kinds that a title like 总体情况 needs above it, or above
which the kind is usually found. A main part outranks other headings; inside a closed one (glossary, attachments, contacts) nothing counts but the next main part.
Tables of contents, running heads and cells of tables never count. To add a title: put it into \`titles\` with an example, and what must not match into \`others\`;
\`patterns/sections/families.yaml\` holds whole orders of headings by province.

| kind | | below | | example |
| --- | --- | --- | --- | --- |
`;

export function sectionsPage(patterns: Patterns): string {
  const rows = Object.entries(sectionPack(patterns).kinds).map(([id, kind]) => {
    const nature = kind.closed ? 'closed part' : kind.part ? 'part' : '';
    const cells = [`\`${id}\``, kind.zh, kind.parents.join(', '), nature, kind.examples[0] ?? ''];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `${INTRO}${rows.join('\n')}\n`;
}
