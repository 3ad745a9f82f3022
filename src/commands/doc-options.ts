/** Options of every command that reads documents: who reads a binary .doc. */
import { type Command, Option } from 'commander';
import type { DocEngine, DocOptions } from '../read/doc-route.ts';
import { libreOfficeConverter } from '../read/libreoffice.ts';

export interface DocFlags {
  readonly docEngine?: DocEngine;
  readonly verifyDoc?: boolean;
}

export function addDocOptions(command: Command): Command {
  const engine = new Option('--doc-engine <engine>', 'what reads binary .doc files');
  return command
    .addOption(engine.choices(['native', 'libreoffice']).default('native'))
    .option('--verify-doc', 'read each binary .doc with both engines and note where they differ');
}

/** LibreOffice is looked for only where it is asked for: without it the same bytes give the same record everywhere. */
export async function docOptions({ docEngine, verifyDoc }: DocFlags): Promise<DocOptions> {
  const asked = docEngine === 'libreoffice' || verifyDoc === true;
  return { docEngine, verifyDoc, convertDoc: asked ? await libreOfficeConverter() : null };
}
