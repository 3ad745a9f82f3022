/** From the arguments of a run to the list of its input files, in one order on every machine. */
import { lstat, opendir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';
import type { Place } from './entry.ts';
import { type FilePath, filePath, joined, pathText } from './names.ts';

export interface Input {
  /** Where the file lies on this machine; never written into a result. */
  readonly file: FilePath;
  readonly place: Place;
  /** True for a file named as an argument or in a list; false for one found in a directory or by a glob. */
  readonly named: boolean;
}

/** A path given by name, with what is known of its origin. */
export interface Named {
  readonly file: string;
  readonly url?: string;
  readonly date?: string;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);
/** Deeper than any real tree; ends a walk that links lead in circles. */
const MAX_DEPTH = 64;

interface Found {
  readonly file: FilePath;
  named: boolean;
  url?: string;
  date?: string;
}

/**
 * Files, directories (walked) and globs as a sorted list without repeats. The input root is the directory that all
 * arguments have in common: a single directory itself, the folder of a single file. `excluded` is not walked into.
 */
export async function findInputs(
  args: readonly string[],
  cwd: string,
  excluded: string | null = null,
  listed: readonly Named[] = [],
): Promise<Input[]> {
  const roots: string[] = [];
  const files = new Map<string, Found>();
  const add = (file: FilePath, named: boolean, origin: Omit<Named, 'file'> = {}) => {
    const key = typeof file === 'string' ? file : file.toString('latin1');
    const known = files.get(key);
    files.set(key, { ...known, ...origin, file, named: named || known?.named === true });
  };
  for (const arg of args) {
    const path = resolve(cwd, arg);
    const kind = await kindOf(path);
    if (kind === 'directory') {
      roots.push(path);
      await walk(path, excluded && resolve(cwd, excluded), (file) => add(file, false));
    } else if (kind === null && isDynamicPattern(arg)) {
      for (const match of globSync(arg, { cwd, absolute: true, dot: true, followSymbolicLinks: false })) {
        const file = resolve(match);
        roots.push(dirname(file));
        add(file, false);
      }
    } else {
      // A path that does not exist stays in the list, so that the run can say so.
      roots.push(dirname(path));
      add(path, true);
    }
  }
  for (const { file, ...origin } of listed) {
    const path = resolve(cwd, file);
    roots.push(dirname(path));
    add(path, true, origin);
  }
  const root = commonFolder(roots);
  return [...files.values()]
    .map((found) => inputOf(found, root))
    .sort((a, b) => comparePaths(a.place.path, b.place.path));
}

/** Code-unit order: the same on every machine, whatever its locale. */
export function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function inputOf({ file, named, url, date }: Found, root: string): Input {
  const path = below(pathText(file), root);
  return {
    file,
    named,
    place: { path, ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { date }) },
  };
}

/** Relative to the root, with `/` between folders. A root is a folder of every input. */
function below(path: string, root: string): string {
  const prefix = root.endsWith(sep) ? root : root + sep;
  const rest = path.startsWith(prefix) ? path.slice(prefix.length) : basename(path);
  return sep === '/' ? rest : rest.split(sep).join('/');
}

async function kindOf(path: FilePath): Promise<'directory' | 'file' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch {
    // A link that leads nowhere is still a named input; only a missing path may be a glob.
    return (await lstat(path).catch(() => null)) ? 'file' : null;
  }
}

async function walk(root: string, excluded: string | null, add: (file: FilePath) => void): Promise<void> {
  const seen = new Set<string>();
  const visit = async (folder: FilePath, depth: number): Promise<void> => {
    // By its bytes: two names that are not UTF-8 could be the same text.
    const real = (await realpath(folder, { encoding: 'buffer' })).toString('latin1');
    if (seen.has(real) || folder === excluded) return;
    seen.add(real);
    // Names come as bytes, and their kinds with them: no call for each file.
    const entries = depth > MAX_DEPTH ? null : await entriesOf(folder).catch(() => null);
    // Stays in the list, so that the run can say that nobody looked into it.
    if (!entries) add(folder);
    for (const { name, kind } of entries ?? []) {
      const text = typeof name === 'string' ? name : '';
      if (SKIPPED_FOLDERS.has(text)) continue;
      const path = joined(folder, name);
      if ((kind === 'link' ? await kindOf(path) : kind) === 'directory') await visit(path, depth + 1);
      else add(path);
    }
  };
  await visit(root, 0);
}

interface FolderEntry {
  readonly name: FilePath;
  readonly kind: 'directory' | 'file' | 'link';
}

async function entriesOf(folder: FilePath): Promise<FolderEntry[]> {
  const entries: (FolderEntry & { readonly order: string })[] = [];
  // The types of Node know no directory entries with names as bytes.
  const handle = await opendir(folder as string, { encoding: 'buffer' as BufferEncoding, bufferSize: 256 });
  for await (const entry of handle) {
    const bytes = entry.name as unknown as Buffer;
    const kind = entry.isDirectory() ? 'directory' : entry.isSymbolicLink() ? 'link' : 'file';
    entries.push({ name: filePath(bytes), kind, order: bytes.toString('latin1') });
  }
  return entries.sort((a, b) => comparePaths(a.order, b.order));
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '';
  for (const folder of new Set(folders)) {
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep)) {
      const parent = dirname(common);
      if (parent === common) break;
      common = parent;
    }
  }
  return common;
}
