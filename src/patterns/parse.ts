/** The parts of a compiled expression, for those who ask what it can begin with or how much it can backtrack. Reads `RegExp.source` with the flag u. */

export type Node =
  /** One character that `test` accepts; `literal` if it is only that one. */
  | {
      readonly kind: 'atom';
      readonly source: string;
      readonly literal: string | null;
      readonly test: (c: string) => boolean;
    }
  | { readonly kind: 'sequence'; readonly nodes: readonly Node[] }
  | { readonly kind: 'choice'; readonly nodes: readonly Node[] }
  | { readonly kind: 'repeat'; readonly node: Node; readonly min: number; readonly max: number; readonly lazy: boolean }
  | { readonly kind: 'look'; readonly node: Node; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: 'edge'; readonly edge: '^' | '$' | '\\b' | '\\B' };

const CLASS = /\[(?:\\[pP]\{[^}]*\}|\\.|[^\]\\])*\]/uy;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|c[A-Za-z]|k<\w+>|.)/uy;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,)?(\d+)?\})(\?)?/uy;
const GROUP = /\((?:\?:|\?<[a-zA-Z_]\w*>|\?(<?)([=!]))?/uy;

export class Unparsable extends Error {}

/** `Infinity` is the upper bound of `*`, `+` and `{n,}`. */
export function parseExpression(source: string): Node {
  const parser = new Parser(source);
  const node = parser.choice();
  if (!parser.atEnd) throw new Unparsable(`stopped at ${source.slice(parser.at, parser.at + 12)}`);
  return node;
}

class Parser {
  at = 0;

  constructor(private readonly source: string) {}

  get atEnd(): boolean {
    return this.at >= this.source.length;
  }

  private eat(regex: RegExp): RegExpExecArray | null {
    regex.lastIndex = this.at;
    const found = regex.exec(this.source);
    if (found) this.at += found[0].length;
    return found;
  }

  choice(): Node {
    const nodes = [this.sequence()];
    while (this.source[this.at] === '|') {
      this.at++;
      nodes.push(this.sequence());
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'choice', nodes };
  }

  private sequence(): Node {
    const nodes: Node[] = [];
    while (!this.atEnd && this.source[this.at] !== '|' && this.source[this.at] !== ')') {
      const node = this.repeated(this.one());
      if (node.kind !== 'sequence' || node.nodes.length > 0) nodes.push(node);
    }
    return nodes.length === 1 ? (nodes[0] as Node) : { kind: 'sequence', nodes };
  }

  private repeated(node: Node): Node {
    const found = this.eat(QUANTIFIER);
    if (!found) return node;
    const [all, low, comma, high, lazy] = found;
    const [min, max] = all.startsWith('{')
      ? [Number(low), high !== undefined ? Number(high) : comma ? Number.POSITIVE_INFINITY : Number(low)]
      : all.startsWith('?')
        ? [0, 1]
        : [all.startsWith('+') ? 1 : 0, Number.POSITIVE_INFINITY];
    return { kind: 'repeat', node, min, max, lazy: lazy !== undefined };
  }

  private one(): Node {
    const c = this.source[this.at] as string;
    if (c === '(') return this.group();
    if (c === '[') return this.atom(this.eat(CLASS)?.[0] ?? null, null);
    if (c === '.') return this.atom(this.take('.'), null);
    if (c === '^' || c === '$') return { kind: 'edge', edge: this.take(c) as '^' | '$' };
    if (c === '\\') return this.escape();
    const literal = String.fromCodePoint(this.source.codePointAt(this.at) as number);
    return this.atom(this.take(literal), literal);
  }

  private take(text: string): string {
    this.at += text.length;
    return text;
  }

  private escape(): Node {
    const text = this.eat(ESCAPE)?.[0];
    if (text === undefined || /^\\[1-9k]/.test(text)) throw new Unparsable(`back reference ${text}`);
    if (text === '\\b' || text === '\\B') return { kind: 'edge', edge: text };
    return this.atom(text, /^\\[^dDsSwWpPuxcntrfv0]/.test(text) ? text.slice(1) : null);
  }

  private group(): Node {
    const found = this.eat(GROUP);
    const node = this.choice();
    if (!found || this.source[this.at] !== ')') throw new Unparsable('a group does not end');
    this.at++;
    const [, behind, look] = found;
    return look === undefined ? node : { kind: 'look', node, behind: behind === '<', negative: look === '!' };
  }

  private atom(source: string | null, literal: string | null): Node {
    if (source === null) throw new Unparsable('a class does not end');
    if (literal !== null) return { kind: 'atom', source, literal, test: (c) => c === literal };
    return { kind: 'atom', source, literal, test: tester(source) };
  }
}

const testers = new Map<string, (c: string) => boolean>();

/** Asks the engine itself, once for each class and character. */
function tester(source: string): (c: string) => boolean {
  let test = testers.get(source);
  if (!test) {
    const regex = new RegExp(`^${source}$`, 'u');
    const known = new Map<string, boolean>();
    test = (c) => {
      let accepts = known.get(c);
      if (accepts === undefined) {
        accepts = regex.test(c);
        known.set(c, accepts);
      }
      return accepts;
    };
    testers.set(source, test);
  }
  return test;
}
