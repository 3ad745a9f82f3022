/** Lets every shipped pack name its schema in its first line, so that editors complete it: part of `npm run packs`. */
import { writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { definitionOf } from '../src/packs/registry.ts';
import { filesOf, PATTERNS_DIRECTORY } from '../src/patterns/load.ts';

for (const { name, key, text } of filesOf()) {
  const schemaName = definitionOf(key)?.schemaName;
  if (schemaName === undefined) continue;
  const path = join(PATTERNS_DIRECTORY, name);
  const schema = relative(dirname(path), join(PATTERNS_DIRECTORY, '..', 'docs', 'schema', `${schemaName}.json`));
  const head = `# yaml-language-server: $schema=${schema.replaceAll('\\', '/')}\n`;
  const named = head + text.replace(/^# yaml-language-server:.*\n/, '');
  if (named !== text) writeFileSync(path, named);
}
