/** From the arguments of a run to the list of its input files, in one order on every machine. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { globSync, isDynamicPattern } from 'tinyglobby';

export interface Input {
  /** Where the file lies on this machine; never written into a result. */
  readonly file: string;
  /** Relative to the input root, with `/` between folders: `source.path` of the record. */
  readonly path: string;
  /** True for a file named as an argument; false for one found in a directory or by a glob. */
  readonly named: boolean;
}

const SKIPPED_FOLDERS = new Set(['node_modules', '.git']);
/** Deeper than any real tree; ends a walk that links lead in circles. */
const MAX_DEPTH = 64;

/**
 * Files, directories (walked) and globs as a sorted list without repeats. The input root is the directory that all
 * arguments have in common: a single directory itself, the folder of a single file. `excluded` is not walked into.
 */
export async function findInputs(
  args: readonly string[],
  cwd: string,
  excluded: string | null = null,
): Promise<Input[]> {
  const roots: string[] = [];
  const files = new Map<string, boolean>();
  for (const arg of args) {
    const path = resolve(cwd, arg);
    const kind = await kindOf(path);
    if (kind === 'directory') {
      roots.push(path);
      for (const file of await walk(path, excluded && resolve(cwd, excluded))) {
        if (!files.has(file)) files.set(file, false);
      }
    } else if (kind === null && isDynamicPattern(arg)) {
      const matched = globSync(arg, { cwd, absolute: true, dot: true, followSymbolicLinks: false }).map((m) =>
        resolve(m),
      );
      for (const file of matched) {
        roots.push(dirname(file));
        if (!files.has(file)) files.set(file, false);
      }
    } else {
      // A path that does not exist stays in the list, so that the run can say so.
      roots.push(dirname(path));
      files.set(path, true);
    }
  }
  const root = commonFolder(roots);
  return [...files]
    .map(([file, named]) => ({ file, path: relative(root, file).split(sep).join('/') || basename(file), named }))
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

async function kindOf(path: string): Promise<'directory' | 'file' | null> {
  try {
    return (await stat(path)).isDirectory() ? 'directory' : 'file';
  } catch {
    // A link that leads nowhere is still a named input; only a missing path may be a glob.
    return (await lstat(path).catch(() => null)) ? 'file' : null;
  }
}

async function walk(root: string, excluded: string | null): Promise<string[]> {
  const seen = new Set<string>();
  const files: string[] = [];
  const visit = async (folder: string, depth: number): Promise<void> => {
    const real = await realpath(folder);
    if (seen.has(real) || depth > MAX_DEPTH || folder === excluded) return;
    seen.add(real);
    for (const name of (await readdir(folder)).sort()) {
      if (SKIPPED_FOLDERS.has(name)) continue;
      const path = join(folder, name);
      if ((await kindOf(path)) === 'directory') await visit(path, depth + 1);
      else files.push(path);
    }
  };
  await visit(root, 0);
  return files;
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '';
  for (const folder of folders) {
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep)) {
      const parent = dirname(common);
      if (parent === common) break;
      common = parent;
    }
  }
  return common;
}
