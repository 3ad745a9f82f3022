/**
 * Words without which an expression cannot match, so that most texts need no closer look. Expressions that begin with
 * any Chinese character are tried everywhere in a text, which costs a hundred times as much as to look for a word.
 */
import { type Node, parseExpression, Unparsable } from './parse.ts';

/** Of more words than this the expression itself is as quick. */
const MOST_WORDS = 6;
const SHORTEST = 2;

/** One of these stands in whatever the expression matches or looks at around it; null where no word is sure. */
export function needlesOf(regex: RegExp): readonly string[] | null {
  const node = parsed(regex);
  const words = node && required(node);
  return words && words.length <= MOST_WORDS && words.every(({ length }) => length >= SHORTEST) ? words : null;
}

/** Whether the expression matches nowhere but at the beginning of a text. */
export function isOpening(regex: RegExp): boolean {
  const node = parsed(regex);
  const [first] = node?.kind === 'sequence' ? node.nodes : [node];
  return first?.kind === 'edge' && first.edge === '^';
}

function parsed(regex: RegExp): Node | null {
  try {
    return parseExpression(regex.source);
  } catch (error) {
    if (error instanceof Unparsable) return null;
    throw error;
  }
}

/** Whether a text holds what the expression needs. */
export function mayMatch(text: string, needles: readonly string[] | null): boolean {
  return needles?.some((needle) => text.includes(needle)) ?? true;
}

function required(node: Node): readonly string[] | null {
  switch (node.kind) {
    case 'atom':
      return node.literal === null ? null : [node.literal];
    case 'sequence':
      return surest(inSequence(node.nodes));
    case 'choice': {
      const each = node.nodes.map(required);
      return each.every((words) => words !== null) ? [...new Set(each.flat())] : null;
    }
    case 'repeat':
      return node.min > 0 ? required(node.node) : null;
    case 'look':
      return node.negative ? null : required(node.node);
    case 'edge':
      return null;
  }
}

/** What each part needs; characters that follow one another are one word. */
function inSequence(nodes: readonly Node[]): readonly string[][] {
  const found: string[][] = [];
  let words = [''];
  const close = () => {
    if (words[0] !== '') found.push(words);
    words = [''];
  };
  for (const node of flat(nodes)) {
    const next = charactersOf(node);
    const longer = next && words.flatMap((word) => next.map((c) => word + c));
    if (longer && longer.length <= MOST_WORDS) {
      words = longer;
      continue;
    }
    close();
    const needed = next ? null : required(node);
    if (needed) found.push([...needed]);
  }
  close();
  return found;
}

function flat(nodes: readonly Node[]): readonly Node[] {
  return nodes.flatMap((node) => (node.kind === 'sequence' ? flat(node.nodes) : [node]));
}

/** The only character of an atom, or the two or three of a plain class. */
function charactersOf(node: Node): readonly string[] | null {
  if (node.kind !== 'atom') return null;
  if (node.literal !== null) return [node.literal];
  const listed = /^\[([^\\\]^-]{2,3})\]$/u.exec(node.source)?.[1];
  return listed ? [...listed] : null;
}

/** Long words and few of them. */
function surest(all: readonly string[][]): string[] | null {
  const shortest = (words: readonly string[]) => Math.min(...words.map(({ length }) => length));
  const better = (a: string[], b: string[]) => shortest(b) - shortest(a) || a.length - b.length;
  return [...all].sort(better)[0] ?? null;
}
