/** The schemas of docs/schema, as files. */
import { byPack, type PackFile } from '../patterns/files.ts';
import type { Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { keysOf } from './comments.ts';
import { DEFINITIONS, definitionOf } from './registry.ts';
import { editorSchema } from './schema.ts';

export function schemaFiles(files: readonly PackFile[], patterns: Patterns): { name: string; text: string }[] {
  const concepts = [...vocabulary(patterns).concepts.keys()];
  const packs = [...byPack(files)];
  return DEFINITIONS.map((definition) => {
    const own = packs.filter(([key]) => definitionOf(key) === definition).map(([, [file]]) => file as PackFile);
    // Packs of tables are explained in the head of what they share.
    const folder = definition.match.split('/')[0];
    const common = packs.find(([key]) => key === `${folder}/common`)?.[1][0];
    const keys = new Map([...(common ? keysOf(common) : []), ...own.flatMap((file) => [...keysOf(file)])]);
    const schema = editorSchema(definition, { keys, concepts });
    return { name: `${definition.schemaName}.json`, text: `${JSON.stringify(schema, null, 2)}\n` };
  });
}
