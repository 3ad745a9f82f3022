/**
 * File names as bytes. A harvest unpacked on another system has names that are not UTF-8; Node would hand them out with
 * U+FFFD in place of those bytes, and no file of that name can be opened.
 */
import { isUtf8 } from 'node:buffer';

/** A path to open: text where its bytes are UTF-8, else the bytes themselves. */
export type FilePath = string | Buffer;

export function filePath(bytes: Buffer): FilePath {
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes;
}

export function joined(folder: FilePath, name: FilePath): FilePath {
  if (typeof folder === 'string' && typeof name === 'string')
    return folder.endsWith('/') ? folder + name : `${folder}/${name}`;
  return Buffer.concat([Buffer.from(folder as string), Buffer.from('/'), Buffer.from(name as string)]);
}

/** As text for results: a byte that is no part of valid UTF-8 becomes `%` and its two hex digits. */
export function pathText(path: FilePath): string {
  if (typeof path === 'string') return path;
  let text = '';
  for (let at = 0; at < path.length; ) {
    const length = [4, 3, 2, 1].find(
      (size) => at + size <= path.length && isOneCharacter(path.subarray(at, at + size)),
    );
    text += length ? path.toString('utf8', at, at + length) : `%${(path[at] as number).toString(16).toUpperCase()}`;
    at += length ?? 1;
  }
  return text;
}

function isOneCharacter(bytes: Buffer): boolean {
  return isUtf8(bytes) && [...bytes.toString('utf8')].length === 1;
}

/** For a message between processes, which is JSON. */
export type SentPath = string | { readonly base64: string };

export function sent(path: FilePath): SentPath {
  return typeof path === 'string' ? path : { base64: path.toString('base64') };
}

export function received(path: SentPath): FilePath {
  return typeof path === 'string' ? path : Buffer.from(path.base64, 'base64');
}
