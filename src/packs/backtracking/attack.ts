/** Texts that make an expression work as hard as it can, made of its own words and classes. */
import type { Node } from '../../patterns/parse.ts';

/** Longer than what bounded quantifiers look at. */
const LENGTH = 240;
/** Beyond this the texts say nothing new. */
const MOST_WORDS = 10;
const MOST_LETTERS = 10;
/** Characters that documents are full of. */
const COMMON = [...'的年一，。、；：（）05.%万元 aX'];

interface Parts {
  readonly words: readonly string[];
  readonly letters: readonly string[];
}

export function attacks(node: Node): Set<string> {
  const { words, letters } = partsOf(node);
  const units = [...words, ...letters];
  const texts = new Set<string>();
  const add = (head: string, unit: string) => {
    texts.add((head + unit.repeat(Math.ceil(LENGTH / unit.length))).slice(0, head.length + LENGTH));
  };
  for (const unit of units) {
    add('', unit);
    for (const head of words) add(head, unit);
  }
  for (const word of words) for (const letter of letters.slice(0, 3)) add('', word + letter);
  for (const c of letters) {
    const walked = walk(node, c);
    if (walked !== '') {
      texts.add(walked.slice(0, 2 * LENGTH));
      add(walked.slice(0, -1).slice(0, LENGTH), '\u0001');
    }
  }
  if (words.length > 1) add('', words.join(''));
  return texts;
}

/** The runs of literals, and one letter for each way in which the classes of the expression can tell letters apart. */
function partsOf(node: Node): Parts {
  const words = new Set<string>();
  const tests: ((c: string) => boolean)[] = [];
  const visit = (each: Node): void => {
    if (each.kind === 'atom' && each.literal === null) tests.push(each.test);
    else if (each.kind === 'atom') words.add(each.literal as string);
    else if (each.kind === 'sequence') {
      let run = '';
      for (const part of each.nodes) {
        if (part.kind === 'atom' && part.literal !== null) run += part.literal;
        else {
          if (run !== '') words.add(run);
          run = '';
          visit(part);
        }
      }
      if (run !== '') words.add(run);
    } else if (each.kind === 'choice') each.nodes.forEach(visit);
    else if (each.kind === 'repeat' || each.kind === 'look') visit(each.node);
  };
  visit(node);
  const byClass = new Map<string, { letter: string; accepted: number }>();
  for (const letter of [...COMMON, ...[...words].map((word) => word[0] as string)]) {
    const accepted = tests.map((test) => (test(letter) ? '1' : '0')).join('');
    if (!byClass.has(accepted)) byClass.set(accepted, { letter, accepted: accepted.replaceAll('0', '').length });
  }
  const letters = [...byClass.values()].sort((a, b) => b.accepted - a.accepted).map(({ letter }) => letter);
  return { words: spread([...words], MOST_WORDS), letters: letters.slice(0, MOST_LETTERS) };
}

/** Some of many, from all over. */
function spread<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, i) => items[Math.floor((i * items.length) / most)] as T);
}

/** A text that the expression reads to its end, every repetition as long as may be, of one letter where it can. */
function walk(node: Node, letter: string): string {
  switch (node.kind) {
    case 'atom':
      return node.literal ?? (node.test(letter) ? letter : (COMMON.find((c) => node.test(c)) ?? ''));
    case 'sequence':
      return node.nodes.map((each) => walk(each, letter)).join('');
    case 'choice':
      return walk(node.nodes.at(-1) as Node, letter);
    case 'repeat':
      return walk(node.node, letter).repeat(Math.min(node.max, Math.max(node.min, LENGTH / 2)));
    default:
      return '';
  }
}
