/** Counts the steps of a backtracking search, as the engine would take them: one for every character it tries. */
import type { Node } from '../../patterns/parse.ts';

type Continue = (at: number) => boolean;
type Run = (at: number, then: Continue) => boolean;

class OutOfSteps extends Error {}

export class Machine {
  private text = '';
  private steps = 0;
  private limit = 0;
  private readonly run: Run;

  constructor(node: Node) {
    this.run = this.compile(node, false);
  }

  /** The steps of a search for a first match in all of `text`; `limit` where it takes more. */
  search(text: string, limit: number): number {
    this.text = text;
    this.steps = 0;
    this.limit = limit;
    try {
      for (let start = 0; start <= text.length; start++) if (this.run(start, () => true)) break;
    } catch (error) {
      if (error instanceof OutOfSteps || error instanceof RangeError) return limit;
      throw error;
    }
    return this.steps;
  }

  private step(): void {
    if (++this.steps > this.limit) throw new OutOfSteps();
  }

  /** Inside of a look-behind the text is read from right to left. */
  private compile(node: Node, back: boolean): Run {
    switch (node.kind) {
      case 'atom':
        return this.atom(node.test, back);
      case 'sequence':
        return this.sequence(
          node.nodes.map((each) => this.compile(each, back)),
          back,
        );
      case 'choice': {
        const runs = node.nodes.map((each) => this.compile(each, back));
        return (at, then) => runs.some((run) => run(at, then));
      }
      case 'repeat':
        return this.repeat(this.compile(node.node, back), node.min, node.max, node.lazy);
      case 'look': {
        const run = this.compile(node.node, node.behind);
        return (at, then) => run(at, () => true) !== node.negative && then(at);
      }
      case 'edge':
        return (at, then) => this.atEdge(node.edge, at) && then(at);
    }
  }

  private atom(test: (c: string) => boolean, back: boolean): Run {
    return (at, then) => {
      this.step();
      const c = this.text[back ? at - 1 : at];
      return c !== undefined && test(c) && then(back ? at - 1 : at + 1);
    };
  }

  private sequence(runs: readonly Run[], back: boolean): Run {
    const ordered = back ? [...runs].reverse() : runs;
    const from = (i: number): Run => {
      const run = ordered[i];
      if (!run) return (at, then) => then(at);
      const rest = from(i + 1);
      return i === ordered.length - 1 ? run : (at, then) => run(at, (next) => rest(next, then));
    };
    return from(0);
  }

  private repeat(run: Run, min: number, max: number, lazy: boolean): Run {
    const more = (count: number, at: number, then: Continue): boolean => {
      const again = () => count < max && run(at, (next) => (next !== at || count < min) && more(count + 1, next, then));
      if (count < min) return again();
      return lazy ? then(at) || again() : again() || then(at);
    };
    return (at, then) => more(0, at, then);
  }

  private atEdge(edge: '^' | '$' | '\\b' | '\\B', at: number): boolean {
    if (edge === '^') return at === 0;
    if (edge === '$') return at === this.text.length;
    const word = (c: string | undefined) => c !== undefined && /\w/.test(c);
    return (word(this.text[at - 1]) !== word(this.text[at])) === (edge === '\\b');
  }
}
