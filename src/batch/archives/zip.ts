/** The members of a ZIP archive. What is too large, or expands too far, is refused before a byte of it is inflated. */
import { isUtf8 } from 'node:buffer';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { reasonOf } from '../entry.ts';
import { type FilePath, pathText } from '../names.ts';
import type { Member } from './member.ts';

const MAX_MEMBERS = 100_000;
/** Text in a DOCX shrinks to a twentieth; nothing that a person wrote shrinks to a hundredth. */
const MAX_RATIO = 100;
const SMALL = 10 * 1024 * 1024;
/** All members together, as often as the archive is large. */
const MAX_TOTAL_RATIO = 200;

const UTF8_FLAG = 0x800;
const UNICODE_PATH = 0x7075;

/** Packages that are one document: Word, Excel, OFD, OpenDocument. */
const DOCUMENT_PART = /^(?:\[Content_Types\]\.xml|OFD\.xml|mimetype)$/i;
/** What the Finder adds. */
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$)/;

/** Null where it is no archive of documents: a document that is a ZIP itself, or nothing that can be opened. */
export async function zipMembers(
  file: FilePath,
  maxBytes: number,
): Promise<{ members: Member[]; close: () => void } | null> {
  let zip: ZipFile;
  try {
    // Names as bytes: older archivers write them in the character set of the machine.
    zip = await openPromise(file as string, { decodeStrings: false, autoClose: false });
  } catch {
    return null;
  }
  const entries: { entry: Entry; name: string }[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (DOCUMENT_PART.test(name)) {
        zip.close();
        return null;
      }
      if (!name.endsWith('/') && !LITTER.test(name)) entries.push({ entry, name });
      if (entries.length > MAX_MEMBERS) break;
    }
  } catch {
    // A directory cut short: the members before the cut are there.
  }
  const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  const bomb = total > SMALL && total > zip.fileSize * MAX_TOTAL_RATIO;
  const members = entries.map(({ entry, name }) => ({ name, content: contentOf(zip, entry, maxBytes, bomb) }));
  return { members, close: () => zip.close() };
}

function contentOf(zip: ZipFile, entry: Entry, maxBytes: number, bomb: boolean): Member['content'] {
  const { uncompressedSize: size, compressedSize } = entry;
  const mib = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  if (bomb || (size > SMALL && size > compressedSize * MAX_RATIO)) {
    return { reason: reasonOf('archive-bomb', 'it expands further than any document; it was not unpacked') };
  }
  if (size > maxBytes) {
    const limit = `more than the ${mib(maxBytes)} MB that one file may have`;
    return { reason: reasonOf('too-big', `${mib(size)} MB, ${limit}`) };
  }
  if (entry.isEncrypted()) return { reason: reasonOf('encrypted', 'the archive is encrypted; a password is needed') };
  if (!entry.canDecodeFileData()) {
    return { reason: reasonOf('unsupported-format', 'the archive packs it in a way that cannot be unpacked') };
  }
  return { stream: () => zip.openReadStreamPromise(entry) };
}

function nameOf(entry: Entry): string {
  // With decodeStrings off, these are bytes whatever the type says.
  const raw = entry.fileName as unknown as Buffer;
  const field = entry.extraFields?.find(({ id }) => id === UNICODE_PATH);
  const bytes = field && field.data.length > 5 && field.data[0] === 1 ? field.data.subarray(5) : raw;
  const known = field !== undefined || (entry.generalPurposeBitFlag & UTF8_FLAG) !== 0 || isUtf8(bytes);
  const name = known ? pathText(isUtf8(bytes) ? bytes.toString('utf8') : bytes) : chinese(bytes);
  return name.replaceAll('\\', '/').replace(/^\/+/, '');
}

function chinese(bytes: Buffer): string {
  try {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  } catch {
    return pathText(bytes);
  }
}
