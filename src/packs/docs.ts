/** A page for each pack, written from the pack itself; docs/patterns holds those of the shipped packs. */
import type { PackFile } from '../patterns/files.ts';
import { byPack } from '../patterns/files.ts';
import type { Patterns } from '../patterns/load.ts';
import { isMap } from '../patterns/merge.ts';
import { headOf, sectionComments } from './comments.ts';
import type { Example, PackDefinition } from './definition.ts';
import { code, escaped, rendered, table } from './markdown.ts';
import { definitionOf } from './registry.ts';

export interface Page {
  /** File name below the directory of pages. */
  readonly name: string;
  readonly text: string;
}

const WRITTEN = '<!-- Written by `gongkai patterns docs`; change the pack, not this page. -->';

export const pageName = (key: string) => `${key.replaceAll('/', '-')}.md`;

export function packPages(files: readonly PackFile[], patterns: Patterns): Page[] {
  const packs = [...byPack(files)].flatMap(([key, own]) => {
    const definition = definitionOf(key);
    return definition ? [{ key, own, definition, examples: definition.examples(key, patterns) }] : [];
  });
  const index = packs.map(({ key, definition, examples }) => [
    `[${key}](${pageName(key)})`,
    definition.title,
    String(examples.length || ''),
  ]);
  const readme = `# Pattern packs\n\n${WRITTEN}\n\nHow packs work, and how to add a phrase: [docs/patterns.md](../patterns.md).\n\n${table(['pack', '', 'examples'], index)}\n`;
  return [
    { name: 'README.md', text: readme },
    ...packs.map(({ key, own, definition, examples }) => {
      return { name: pageName(key), text: page(key, own, definition, examples, patterns) };
    }),
  ];
}

function page(
  key: string,
  files: readonly PackFile[],
  definition: PackDefinition,
  examples: readonly Example[],
  patterns: Patterns,
): string {
  const value = patterns.files.get(key);
  const lists = new Set(examples.map(({ at }) => at.replace(/(?:^|\.)\d+$/, '')));
  const comments = files[0] ? sectionComments(files[0]) : new Map<string, string>();
  const head = files[0] ? headOf(files[0]) : '';
  const parts = isMap(value)
    ? Object.entries(withoutExamples(value, '', lists) as Record<string, unknown>).map(([name, content]) => {
        const comment = comments.get(name);
        return [`## ${name}`, ...(comment ? [comment] : []), rendered(content)].join('\n\n');
      })
    : [];
  const source = files.map(({ place }) => code(place)).join(', ');
  return `${[
    `# ${definition.title}: ${key}`,
    WRITTEN,
    definition.summary,
    `Source ${source}; read by \`${definition.reader}\`; schema [${definition.schemaName}](../schema/${definition.schemaName}.json).`,
    ...(head === '' ? [] : [`\`\`\`text\n${head}\n\`\`\``]),
    ...parts,
    ...(examples.length > 0 ? [exampleTable(examples)] : []),
  ].join('\n\n')}\n`;
}

/** What the examples of the pack show is printed as examples, not as a setting. */
function withoutExamples(value: unknown, path: string, lists: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((item, i) => withoutExamples(item, join(path, String(i)), lists));
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !lists.has(join(path, key)))
      .map(([key, inner]) => [key, withoutExamples(inner, join(path, key), lists)])
      .filter(([, inner]) => !isMap(inner) || Object.keys(inner).length > 0),
  );
}

const join = (path: string, key: string) => (path === '' ? key : `${path}.${key}`);

function exampleTable(examples: readonly Example[]): string {
  const rows = examples.map(({ at, text, answer }) => [
    code(at),
    escaped(text),
    'is' in answer ? (answer.is === '' ? '–' : code(answer.is)) : `not ${code(answer.not)}`,
  ]);
  return `## Examples\n\n${table(['', 'text', 'gives'], rows)}`;
}
