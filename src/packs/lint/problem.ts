/** What is wrong with packs, and where. */

import type { PackFile } from '../../patterns/files.ts';
import { isMap } from '../../patterns/merge.ts';

export const LINT_RULES = {
  syntax: 'the file is no YAML, or extends a pack that is not there',
  unread: 'no part of the program reads a pack of this name',
  schema: 'a key is unknown or missing, or a value is of another kind',
  compile: 'an expression, or what it names, cannot be compiled',
  concept: 'the vocabulary has no such concept',
  subpattern: 'no expression uses the subpattern',
  dead: 'no example matches the expression',
  overlap: 'two examples ask the same and say different things',
  backtracking: 'a text can make the expression work without end, or for very long',
} as const;
export type LintRule = keyof typeof LINT_RULES;

export interface Problem {
  readonly rule: LintRule;
  readonly file: string;
  readonly line: number | null;
  /** Path inside the file: `labels.3.label`. */
  readonly at: string;
  readonly message: string;
}

export type Path = readonly (string | number)[];

/** Finds lines in the files of one pack; the file laid on top is asked first. */
export class Places {
  private readonly documents = new Map<PackFile, ReturnType<PackFile['document']>>();

  constructor(private readonly files: readonly PackFile[]) {}

  problem(rule: LintRule, path: Path, message: string): Problem {
    const top = [...this.files].reverse();
    const file = top.find((each) => has(each.parse(), path)) ?? (top[0] as PackFile);
    return this.problemIn(file, rule, path, message);
  }

  problemIn(file: PackFile, rule: LintRule, path: Path, message: string): Problem {
    return { rule, file: file.place, line: this.line(file, path), at: path.join('.'), message };
  }

  /** The line of the value, or of the nearest value around it. */
  private line(file: PackFile, path: Path): number | null {
    let parsed = this.documents.get(file);
    if (!parsed) {
      parsed = file.document();
      this.documents.set(file, parsed);
    }
    for (let length = path.length; length > 0; length--) {
      const node = parsed.document.getIn(path.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range) return parsed.lines.linePos(node.range[0] as number).line;
    }
    return null;
  }
}

function has(value: unknown, path: Path): boolean {
  let at: unknown = value;
  for (const step of path) {
    if (Array.isArray(at)) at = at[Number(step)];
    else if (isMap(at)) at = at[step];
    else return false;
  }
  return at !== undefined;
}
