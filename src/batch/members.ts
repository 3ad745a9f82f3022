/** For `gongkai worker`: what an archive holds, an answer for each member and one that says that it was the last. */
import { readFile } from 'node:fs/promises';
import type { Place, Reason } from './entry.ts';
import { type Item, Items } from './items.ts';

export type MemberAnswer =
  | {
      readonly status: 'found';
      readonly member: Place;
      readonly sha256: string;
      readonly named: boolean;
      readonly base64?: string;
    }
  | { readonly status: 'unsupported' | 'failed'; readonly member: Place; readonly reason: Reason }
  | { readonly status: 'end'; readonly members: number };

export interface Opened {
  readonly file: string;
  readonly place: Place;
  readonly named: boolean;
  /** Where members lie until they are answered. */
  readonly spool: (name: string) => string;
}

export async function* membersOf({ file, place, named, spool }: Opened): AsyncGenerator<MemberAnswer> {
  let members = 0;
  for await (const item of new Items(spool).of([{ file, place, named }])) {
    members++;
    yield await memberOf(item, place.path);
  }
  yield { status: 'end', members };
}

async function memberOf({ place: member, content }: Item, path: string): Promise<MemberAnswer> {
  if (!('key' in content)) return { member, ...content };
  const { key, expected, file, dispose } = content;
  // What is no archive is its own only member, and whoever asked has its bytes.
  const bytes = member.path === path ? null : await readFile(file);
  await dispose();
  const base64 = bytes ? { base64: bytes.toString('base64') } : {};
  return { status: 'found', member, sha256: key, named: expected, ...base64 };
}
