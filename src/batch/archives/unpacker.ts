/** The system's programs that unpack RAR and 7z: what they are called, how they list and unpack. Asked for UTF-8. */
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, join } from 'node:path';

export type PackedKind = 'rar' | '7z';

/** A member as the list names it, in the order in which all are unpacked. */
export interface Listed {
  readonly name: string;
  readonly size: number;
  readonly encrypted: boolean;
  /** CRC-32 of its bytes, where the list gives one. */
  readonly crc: number | null;
}

export interface Unpacker {
  readonly program: string;
  /** Arguments before the archive: to list it, and to write all members one after another to the output. */
  readonly list: readonly string[];
  readonly unpack: readonly string[];
  readonly parse: (output: string) => Listed[];
}

const SEVEN_ZIP = { list: ['l', '-slt', '-ba', '-sccUTF-8', '-p-', '--'], unpack: ['x', '-so', '-p-', '--'] };
const BSDTAR = { list: ['-tvf'], unpack: ['-xOf'] };
const FORMS = [
  ...['7z', '7zz', '7za'].map((name) => ({ name, ...SEVEN_ZIP, parse: sevenZipList })),
  { name: 'bsdtar', ...BSDTAR, parse: tarList },
];

/** All that are on the PATH. */
export async function findUnpackers(path: string = process.env.PATH ?? ''): Promise<Unpacker[]> {
  const found: Unpacker[] = [];
  for (const { name, ...form } of FORMS) {
    for (const folder of path.split(delimiter).filter((each) => each !== '')) {
      const program = join(folder, name);
      const there = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      );
      if (there) {
        found.push({ program, ...form });
        break;
      }
    }
  }
  return found;
}

/** A block of `Name = value` lines for each member. */
export function sevenZipList(output: string): Listed[] {
  const members: Listed[] = [];
  for (const block of output.split(/\r?\n\r?\n/)) {
    const values = new Map(
      block.split(/\r?\n/).flatMap((line): [string, string][] => {
        const equals = line.indexOf(' = ');
        return equals > 0 ? [[line.slice(0, equals), line.slice(equals + 3)]] : [];
      }),
    );
    const name = values.get('Path');
    const folder = values.get('Folder') === '+' || values.get('Attributes')?.startsWith('D');
    if (name === undefined || folder) continue;
    const crc = values.get('CRC') ?? '';
    members.push({
      name: name.replaceAll('\\', '/'),
      size: Number(values.get('Size') || 0),
      encrypted: values.get('Encrypted') === '+',
      crc: /^[0-9A-F]{8}$/i.test(crc) ? Number.parseInt(crc, 16) : null,
    });
  }
  return members;
}

/** As `ls -l` prints files; folders and links have no bytes of their own. */
export function tarList(output: string): Listed[] {
  return output.split('\n').flatMap((line): Listed[] => {
    const found =
      /^-\S{9,11}\s+\d{1,9}\s+\S{1,99}\s+\S{1,99}\s+(\d{1,16})\s+\S{1,9}\s+\d{1,2}\s+\S{4,5}\s(.{1,4096})$/.exec(line);
    return found ? [{ name: found[2] as string, size: Number(found[1]), encrypted: false, crc: null }] : [];
  });
}
