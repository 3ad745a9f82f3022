/**
 * Whether an expression can be made to work without end. Every repetition must have an upper bound, so that no text
 * makes it take more than a constant for each character; and that constant, measured on texts made to hurt, is bounded.
 */

import { type Node, parseExpression, Unparsable } from '../../patterns/parse.ts';
import { attacks } from './attack.ts';
import { Machine } from './steps.ts';

/** Steps for each character of a text that is as bad as can be. */
export const MOST_STEPS = 1000;

export interface Backtracking {
  /** The worst of all texts tried, in steps for each of its characters. */
  readonly steps: number;
  readonly text: string;
}

/** What is wrong with an expression; null where nothing is. */
export function backtrackingProblem(regex: RegExp): string | null {
  let node: Node;
  try {
    node = parseExpression(regex.source);
  } catch (error) {
    if (error instanceof Unparsable) return `cannot be checked: ${error.message}`;
    throw error;
  }
  const open = unbounded(node);
  if (open !== null) return `${open} has no upper bound`;
  const { steps, text } = worst(node);
  if (steps <= MOST_STEPS) return null;
  return `backtracks: ${steps >= 2 * MOST_STEPS ? 'over ' : ''}${Math.round(steps)} steps a character on ${shortened(text)}`;
}

/** The first repetition that may go on for ever. */
function unbounded(node: Node): string | null {
  switch (node.kind) {
    case 'repeat':
      if (node.max === Number.POSITIVE_INFINITY) return `a repetition${partName(node.node)}`;
      return unbounded(node.node);
    case 'look':
      return unbounded(node.node);
    case 'sequence':
    case 'choice':
      for (const each of node.nodes) {
        const found = unbounded(each);
        if (found !== null) return found;
      }
      return null;
    default:
      return null;
  }
}

const partName = (node: Node) => (node.kind === 'atom' ? ` of ${shortened(node.source)}` : '');
const shortened = (text: string) => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);

export function worst(node: Node): Backtracking {
  let found: Backtracking = { steps: 0, text: '' };
  if (!varies(node)) return found;
  const machine = new Machine(node);
  for (const text of attacks(node)) {
    const steps = machine.search(text, 2 * MOST_STEPS * text.length) / text.length;
    if (steps > found.steps) found = { steps, text };
    if (steps >= 2 * MOST_STEPS) break;
  }
  return found;
}

/** Without a repetition of more than one, an expression only tries its own length. */
function varies(node: Node): boolean {
  switch (node.kind) {
    case 'repeat':
      return node.max > 1 || varies(node.node);
    case 'look':
      return varies(node.node);
    case 'sequence':
      return node.nodes.some(varies) || node.nodes.filter((each) => each.kind === 'repeat').length > 8;
    case 'choice':
      return node.nodes.some(varies);
    default:
      return false;
  }
}
