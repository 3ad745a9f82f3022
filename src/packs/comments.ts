/** The comments of a pack: its head explains it, and the words above a key explain the key. */
import type { PackFile } from '../patterns/files.ts';

/** Paragraphs of the comment that heads the file; lines that are indented below a margin stay as they are. */
export function headOf(file: PackFile): string {
  const lines: string[] = [];
  for (const line of file.text.split('\n')) {
    if (line.startsWith('# yaml-language-server:')) continue;
    if (!line.startsWith('#')) break;
    lines.push(line.replace(/^# ?/, ''));
  }
  return lines.join('\n').trim();
}

/** A line of the head such as `#   titles   what says the kind by itself`, with the lines that go on under it. */
const KEY = /^ {2,4}([a-z_]+(?:, [a-z_]+)*) {2,}(\S.*)$/;
const MORE = /^ {6,}(\S.*)$/;

export function keysOf(file: PackFile): Map<string, string> {
  const keys = new Map<string, string>();
  let open: string[] = [];
  for (const line of headOf(file).split('\n')) {
    const [, names, words] = KEY.exec(line) ?? [];
    const more = names === undefined ? MORE.exec(line)?.[1] : undefined;
    if (names !== undefined && words !== undefined) {
      open = names.split(', ');
      for (const name of open) keys.set(name, words);
    } else if (more !== undefined) {
      for (const name of open) keys.set(name, `${keys.get(name) ?? ''} ${more}`);
    } else open = [];
  }
  return keys;
}

/** The comment right above each key at the top of the file. */
export function sectionComments(file: PackFile): Map<string, string> {
  const comments = new Map<string, string>();
  const lines = file.text.split('\n');
  let above: string[] = [];
  for (const line of lines.slice(lines.findIndex((each) => !each.startsWith('#')))) {
    const key = /^([A-Za-z_]+):/.exec(line)?.[1];
    if (line.startsWith('#')) above.push(line.replace(/^# ?/, ''));
    else if (key !== undefined) {
      if (above.length > 0) comments.set(key, above.join(' ').trim());
      above = [];
    } else above = [];
  }
  return comments;
}
