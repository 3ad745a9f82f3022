/** Subpatterns that no expression uses. Those of tables/common serve all packs of tables. */
import { leaves, type Pack } from './content.ts';
import type { Problem } from './problem.ts';

const NAME = /\{\{(\w+)\}\}/g;

export function unusedSubpatterns(packs: readonly Pack[]): Problem[] {
  const namedBy = new Map<string, Set<string>>();
  for (const pack of packs) {
    const names = namedBy.get(folderOf(pack.key)) ?? new Set();
    for (const { leaf } of leaves(pack)) {
      // A subpattern that only names itself is not used.
      const own = leaf.id === 'subpattern' ? leaf.path.at(-1) : null;
      for (const [, name] of leaf.value.matchAll(NAME)) if (name !== undefined && name !== own) names.add(name);
    }
    namedBy.set(folderOf(pack.key), names);
  }
  return packs.flatMap((pack) =>
    leaves(pack)
      .filter(({ leaf }) => leaf.id === 'subpattern')
      .filter(({ leaf }) => !namedBy.get(folderOf(pack.key))?.has(String(leaf.path.at(-1))))
      .map(({ file, leaf }) =>
        pack.places.problemIn(file, 'subpattern', leaf.path, `no expression uses {{${String(leaf.path.at(-1))}}}`),
      ),
  );
}

/** Packs of tables share their subpatterns; any other pack has its own. */
const folderOf = (key: string) => (key.startsWith('tables/') ? 'tables' : key);
