/** Rich Text, often under the name .doc. */
import type { Patterns } from '../../patterns/load.ts';
import { documentOf } from '../contents.ts';
import { failure, notice, type Reading } from '../notices.ts';
import { RtfReader } from './reader.ts';

export function readRtf(bytes: Uint8Array, patterns: Patterns): Reading {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const { parts, whole } = new RtfReader().read(source);
  const notices = whole ? [] : [notice('corrupt', 'warning', 'the Rich Text is cut short; text may be missing')];
  if (parts.length === 0)
    return { value: null, notices: [...failure('empty', 'the Rich Text holds no text').notices, ...notices] };
  return { value: documentOf('rtf', parts, patterns), notices };
}
