/** `gongkai text`: what was read, as Markdown. */
import { markdown } from '../dataset/markdown.ts';
import { EXIT, type Io, printable } from './io.ts';
import { type DocumentFlags, oneDocument } from './one.ts';

export async function textCommand(file: string, flags: DocumentFlags, io: Io): Promise<number> {
  const one = await oneDocument(file, flags, io);
  if (!one) return EXIT.failed;
  const lines = markdown(one.document, one.record.sections).split('\n');
  io.stdout(lines.map(printable).join('\n'));
  return EXIT.done;
}
