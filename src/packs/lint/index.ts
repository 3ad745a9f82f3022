/** `gongkai patterns lint`: what an editor and the examples cannot see for themselves. */
import type { PackFile } from '../../patterns/files.ts';
import { byPack } from '../../patterns/files.ts';
import { type Patterns, patternsOf } from '../../patterns/load.ts';
import { observing, type Sighting } from '../../patterns/observe.ts';
import { vocabulary } from '../../patterns/vocabulary.ts';
import { backtrackingProblem } from '../backtracking/index.ts';
import type { PackDefinition } from '../definition.ts';
import { definitionOf } from '../registry.ts';
import { examplesOf, outcomeOf, type PackExamples } from '../run.ts';
import { type Leaf, leavesOf } from '../schema.ts';
import { overlaps } from './overlaps.ts';
import { Places, type Problem } from './problem.ts';
import { unusedSubpatterns } from './subpatterns.ts';

/** One pack with all that lint looks at. */
export interface Pack {
  readonly key: string;
  readonly files: readonly PackFile[];
  readonly definition: PackDefinition;
  readonly places: Places;
}

/** Everything that is wrong, in the order of files and lines. Without a pack that parses nothing else is asked. */
export function lintPacks(files: readonly PackFile[]): Problem[] {
  const broken = contentProblems(files);
  if (broken.length > 0) return ordered(broken);
  const packs = packsOf(files);
  // Anew: what was compiled before was not observed.
  const patterns = patternsOf(files);
  const { problems, sightings, examples } = used(packs, patterns);
  if (problems.length > 0) return ordered(problems);
  return ordered([
    ...packs.flatMap((pack) => unknownConcepts(pack, patterns)),
    ...unusedSubpatterns(packs),
    ...packs.flatMap((pack) => deadExpressions(pack, sightings.get(pack.definition.compile) ?? [])),
    ...backtracking(packs, sightings),
    ...overlaps(packs, examples),
  ]);
}

/** What makes packs unusable: the program refuses them with the same words. */
export function contentProblems(files: readonly PackFile[]): Problem[] {
  const broken = files.flatMap(syntaxProblem);
  if (broken.length > 0) return broken;
  let patterns: Patterns;
  try {
    patterns = patternsOf(files);
  } catch (error) {
    return [fileProblem(files[0] as PackFile, (error as Error).message)];
  }
  return [...byPack(files)].flatMap(([key, own]) => {
    const places = new Places(own);
    const definition = definitionOf(key);
    if (!definition) return [places.problem('unread', [], `nothing reads a pack ${key}`)];
    const { error } = definition.schema.safeParse(patterns.files.get(key));
    return (error?.issues ?? []).map(({ path, message }) =>
      places.problem('schema', path as (string | number)[], message),
    );
  });
}

function syntaxProblem(file: PackFile): Problem[] {
  try {
    file.parse();
    return Number.isInteger(file.order) ? [] : [fileProblem(file, 'order is a whole number')];
  } catch (error) {
    return [fileProblem(file, (error as Error).message)];
  }
}

function fileProblem({ name }: PackFile, message: string): Problem {
  const line = /at line (\d+)/.exec(message)?.[1];
  return {
    rule: 'syntax',
    file: name,
    line: line === undefined ? null : Number(line),
    at: '',
    message: message.split('\n')[0] as string,
  };
}

function packsOf(files: readonly PackFile[]): Pack[] {
  return [...byPack(files)].flatMap(([key, own]) => {
    const definition = definitionOf(key);
    return definition ? [{ key, files: own, definition, places: new Places(own) }] : [];
  });
}

type Sightings = ReadonlyMap<PackDefinition['compile'], readonly Sighting[]>;

/** Compiles every stage's packs, runs all examples, and says which expressions were met. */
function used(packs: readonly Pack[], patterns: Patterns) {
  const problems: Problem[] = [];
  const sightings = new Map<PackDefinition['compile'], readonly Sighting[]>();
  for (const { definition, places } of packs) {
    if (sightings.has(definition.compile)) continue;
    try {
      sightings.set(definition.compile, observing(() => definition.compile(patterns)).sightings);
    } catch (error) {
      problems.push(compileProblem(packs, definition, places, (error as Error).message));
    }
  }
  const examples: PackExamples[] = problems.length > 0 ? [] : examplesOf(patterns);
  for (const pack of examples) for (const example of pack.examples) outcomeOf(example, patterns);
  return { problems, sightings: sightings as Sightings, examples };
}

/** The message names the expression; its place is looked for in the packs that the stage compiles together. */
function compileProblem(packs: readonly Pack[], definition: PackDefinition, places: Places, message: string): Problem {
  for (const pack of packs.filter((each) => each.definition.compile === definition.compile)) {
    for (const { file, leaf } of leaves(pack)) {
      if (leaf.value.length > 1 && message.includes(leaf.value))
        return pack.places.problemIn(file, 'compile', leaf.path, message);
    }
  }
  return places.problem('compile', [], message);
}

/** The leaves of each file of a pack, so that a problem is reported where its line is. */
export function leaves({ files, definition }: Pack): { readonly file: PackFile; readonly leaf: Leaf }[] {
  return files.flatMap((file) => leavesOf(definition, file.parse()).map((leaf) => ({ file, leaf })));
}

function unknownConcepts(pack: Pack, patterns: Patterns): Problem[] {
  const { concepts } = vocabulary(patterns);
  return leaves(pack)
    .filter(({ leaf }) => leaf.id === 'concept' && !concepts.has(leaf.value))
    .map(({ file, leaf }) => pack.places.problemIn(file, 'concept', leaf.path, `no concept ${leaf.value}`));
}

/** The compiled expressions that a leaf went into: itself, with anchors around it, or joined with others. */
function sightingsOf(leaf: Leaf, all: readonly Sighting[]): readonly Sighting[] {
  const same = all.filter(({ source }) => source === leaf.value);
  return same.length > 0 ? same : all.filter(({ source }) => source.includes(leaf.value));
}

function deadExpressions(pack: Pack, all: readonly Sighting[]): Problem[] {
  return leaves(pack).flatMap(({ file, leaf }) => {
    if (leaf.id !== 'expression' || leaf.path.includes('subpatterns') || leaf.value === '') return [];
    if (sightingsOf(leaf, all).some(({ seen }) => seen > 0)) return [];
    return [pack.places.problemIn(file, 'dead', leaf.path, `no example matches ${leaf.value}`)];
  });
}

function backtracking(packs: readonly Pack[], sightings: Sightings): Problem[] {
  const known = new Map<string, string | null>();
  return packs.flatMap((pack) => {
    const all = sightings.get(pack.definition.compile) ?? [];
    return leaves(pack).flatMap(({ file, leaf }) => {
      if (leaf.id !== 'expression' || leaf.path.includes('subpatterns')) return [];
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
