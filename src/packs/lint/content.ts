/** What makes packs unusable: broken files, unknown packs and keys, expressions that do not compile. */
import { byPack, type PackFile } from '../../patterns/files.ts';
import { type Patterns, patternsOf } from '../../patterns/load.ts';
import { observing, type Sighting } from '../../patterns/observe.ts';
import type { PackDefinition } from '../definition.ts';
import { definitionOf } from '../registry.ts';
import { type Leaf, leavesOf } from '../schema.ts';
import { Places, type Problem } from './problem.ts';

/** One pack with all that lint looks at. */
export interface Pack {
  readonly key: string;
  readonly files: readonly PackFile[];
  readonly definition: PackDefinition;
  readonly places: Places;
}

export function packsOf(files: readonly PackFile[]): Pack[] {
  return [...byPack(files)].flatMap(([key, own]) => {
    const definition = definitionOf(key);
    return definition ? [{ key, files: own, definition, places: new Places(own) }] : [];
  });
}

/** The values of each file of a pack that its schema names, so that a problem is reported where its line is. */
export function leaves({ files, definition }: Pack): { readonly file: PackFile; readonly leaf: Leaf }[] {
  return files.flatMap((file) => leavesOf(definition, file.parse()).map((leaf) => ({ file, leaf })));
}

/** Without a pack that parses, nothing else is asked. */
export function contentProblems(files: readonly PackFile[]): Problem[] {
  const broken = files.flatMap(syntaxProblem);
  if (broken.length > 0) return broken;
  let patterns: Patterns;
  try {
    patterns = patternsOf(files);
  } catch (error) {
    const message = (error as Error).message;
    const file = files.find(({ name }) => message.includes(` ${name}: `)) ?? files[0];
    return [fileProblem(file as PackFile, message)];
  }
  return [...byPack(files)].flatMap(([key, own]) => {
    const places = new Places(own);
    const definition = definitionOf(key);
    if (!definition) return [places.problem('unread', [], `nothing reads a pack ${key}`)];
    const { error } = definition.schema.safeParse(patterns.files.get(key));
    return (error?.issues ?? []).map(({ path, message }) => places.problem('schema', path.map(step), message));
  });
}

const step = (key: PropertyKey) => (typeof key === 'number' ? key : String(key));

function syntaxProblem(file: PackFile): Problem[] {
  try {
    file.parse();
    return Number.isInteger(file.order) ? [] : [fileProblem(file, 'order is a whole number')];
  } catch (error) {
    return [fileProblem(file, (error as Error).message)];
  }
}

function fileProblem({ name, place }: PackFile, message: string): Problem {
  const line = /at line (\d+)/.exec(message)?.[1];
  const [first = ''] = message.replace(`pattern pack ${name}: `, '').split('\n');
  return { rule: 'syntax', file: place, line: line === undefined ? null : Number(line), at: '', message: first };
}

export type Sightings = ReadonlyMap<PackDefinition['compile'], readonly Sighting[]>;

/** Compiles the packs of every stage under observation. */
export function compileAll(packs: readonly Pack[], patterns: Patterns): { problems: Problem[]; sightings: Sightings } {
  const problems: Problem[] = [];
  const sightings = new Map<PackDefinition['compile'], readonly Sighting[]>();
  for (const { definition, places } of packs) {
    if (sightings.has(definition.compile)) continue;
    try {
      sightings.set(definition.compile, observing(() => definition.compile(patterns)).sightings);
    } catch (error) {
      sightings.set(definition.compile, []);
      problems.push(compileProblem(packs, definition, places, (error as Error).message));
    }
  }
  return { problems, sightings };
}

export function compileProblems(files: readonly PackFile[], patterns: Patterns): Problem[] {
  const packs = packsOf(files);
  return packs.flatMap(({ definition, places }, i) => {
    if (packs.findIndex((pack) => pack.definition.compile === definition.compile) !== i) return [];
    try {
      definition.compile(patterns);
      return [];
    } catch (error) {
      return [compileProblem(packs, definition, places, (error as Error).message)];
    }
  });
}

/** The message names the expression; its place is looked for in the packs that the stage compiles together. */
function compileProblem(packs: readonly Pack[], definition: PackDefinition, places: Places, message: string): Problem {
  for (const pack of packs.filter((each) => each.definition.compile === definition.compile)) {
    const found = leaves(pack)
      .reverse()
      .find(({ leaf }) => leaf.value.length > 1 && message.includes(leaf.value));
    if (found) return pack.places.problemIn(found.file, 'compile', found.leaf.path, message);
  }
  return places.problem('compile', [], message);
}
