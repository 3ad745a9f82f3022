/** `gongkai patterns lint`: what an editor and the examples cannot see for themselves. */
import type { PackFile } from '../../patterns/files.ts';
import { type Patterns, patternsOf } from '../../patterns/load.ts';
import type { Sighting } from '../../patterns/observe.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { backtrackingProblem } from '../backtracking/index.ts';
import { examplesOf, outcomeOf } from '../run.ts';
import type { Leaf } from '../schema.ts';
import { compileAll, contentProblems, leaves, type Pack, packsOf, type Sightings } from './content.ts';
import { overlaps } from './overlaps.ts';
import type { Problem } from './problem.ts';
import { unusedSubpatterns } from './subpatterns.ts';

/**
 * Everything that is wrong, in the order of files and lines; with packs of a user only what is wrong in those. Packs that
 * cannot be used are not looked at further.
 */
export function lintPacks(files: readonly PackFile[]): Problem[] {
  const shipped = new Set(files.filter(({ layer }) => layer === 0).map(({ place }) => place));
  const found = problemsOf(files);
  return shipped.size === files.length ? found : found.filter(({ file }) => !shipped.has(file));
}

function problemsOf(files: readonly PackFile[]): Problem[] {
  const own = files.some(({ layer }) => layer > 0);
  const content = contentProblems(files);
  if (content.some(({ rule }) => rule !== 'unread')) return ordered(content);
  const packs = packsOf(files);
  // Anew: what was compiled before was not observed.
  const patterns = patternsOf(files);
  const { problems, sightings } = compileAll(packs, patterns);
  if (problems.length > 0) return ordered([...content, ...problems]);
  // An expression that backtracks would never come back from the examples.
  const slow = backtracking(packs, sightings, own);
  if (slow.length > 0) return ordered([...content, ...slow]);
  const examples = examplesOf(patterns);
  // Whether they hold is the matter of `test`; here they show which expressions are met.
  for (const pack of examples) for (const example of pack.examples) outcomeOf(example, patterns);
  return ordered([
    ...content,
    ...packs.flatMap((pack) => unknownConcepts(pack, patterns)),
    ...unusedSubpatterns(packs),
    ...packs.flatMap((pack) => deadExpressions(pack, sightings.get(pack.definition.compile) ?? [])),
    ...overlaps(packs, examples),
  ]);
}

function unknownConcepts(pack: Pack, patterns: Patterns): Problem[] {
  const { concepts } = vocabulary(patterns);
  return leaves(pack)
    .filter(({ leaf }) => leaf.id === 'concept' && !concepts.has(leaf.value))
    .map(({ file, leaf }) => pack.places.problemIn(file, 'concept', leaf.path, `no concept ${leaf.value}`));
}

/** The compiled expressions that a leaf went into: itself, with anchors around it; else what it was joined with. */
function sightingsOf({ value }: Leaf, all: readonly Sighting[]): readonly Sighting[] {
  const bare = (source: string) => source.replace(/^\^?(?:\(\?:)?/, '').replace(/\)?\$?$/, '');
  const own = bare(value);
  const same = all.filter(({ source }) => source === value || (source.includes(value) && bare(source) === own));
  return same.length > 0 ? same : all.filter(({ source }) => source.includes(value));
}

function deadExpressions(pack: Pack, all: readonly Sighting[]): Problem[] {
  return leaves(pack).flatMap(({ file, leaf }) => {
    if (leaf.id !== 'expression' || leaf.value === '') return [];
    if (sightingsOf(leaf, all).some(({ seen }) => seen > 0)) return [];
    return [pack.places.problemIn(file, 'dead', leaf.path, `no example matches ${leaf.value}`)];
  });
}

/** By the source of the compiled expression. */
const known = new Map<string, string | null>();

/** `own`: only in files of the user. */
function backtracking(packs: readonly Pack[], sightings: Sightings, own: boolean): Problem[] {
  return packs.flatMap((pack) => {
    const all = sightings.get(pack.definition.compile) ?? [];
    return leaves(pack).flatMap(({ file, leaf }) => {
      if (leaf.id !== 'expression' || (own && file.layer === 0)) return [];
      const found = sightingsOf(leaf, all).flatMap(({ regex }) => {
        if (!known.has(regex.source)) known.set(regex.source, backtrackingProblem(regex));
        return known.get(regex.source) ?? [];
      });
      return found.length === 0 ? [] : [pack.places.problemIn(file, 'backtracking', leaf.path, found[0] as string)];
    });
  });
}

function ordered(problems: readonly Problem[]): Problem[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return [...problems].sort((a, b) => compare(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || compare(a.at, b.at));
}
