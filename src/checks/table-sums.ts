/** Within a table: the total is the sum of the 类, a 类 that of its 款, a 款 that of its 项, in every column. */
import { z } from 'zod';
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { ConceptId } from '../patterns/schema.ts';
import { consensus, type Found, push, type Scope, UNKNOWN } from './book.ts';
import type { Context } from './context.ts';
import { below, sum } from './interval.ts';
import { type Failure, verdictOf } from './ledger.ts';
import { AMOUNTS, type Operand } from './operand.ts';

export const HierarchySchema = z.strictObject({
  relation: z.strictObject({ zh: z.string(), en: z.string() }),
  relation_total: z.strictObject({ zh: z.string(), en: z.string() }),
  /** Totals that may hold more than the subjects below them, for tables that print no other. */
  totals: z.record(ConceptId, ConceptId),
});
const hierarchy = compiledOnce((patterns: Patterns) => HierarchySchema.parse(patterns.files.get('checks/hierarchy')));

interface Node {
  readonly key: string;
  readonly scheme: string;
  readonly code: string | null;
  readonly path: readonly string[];
  readonly found: Found;
  readonly children: Node[];
}

function node(scope: Scope, witnesses: readonly (Operand | null)[]): Node | null {
  const first = witnesses.find((operand) => operand !== null);
  const subject = first?.fact.subject;
  if (!subject || subject.scheme === 'project') return null;
  // Two rows of one subject split it by something that the table says elsewhere.
  const found = witnesses.length > 1 ? UNKNOWN : consensus(witnesses);
  return { key: scope.subject, scheme: subject.scheme, code: subject.code, path: subject.path, found, children: [] };
}

/** The nearest printed subject above; null for one that hangs from the total. */
function parentOf(child: Node, byCode: ReadonlyMap<string, Node>, byPath: ReadonlyMap<string, Node>): Node | null {
  if (child.code !== null) {
    for (let length = child.code.length - 2; length >= 3; length -= 2) {
      const above = byCode.get(`${child.scheme}:${child.code.slice(0, length)}`);
      if (above) return above;
    }
    return null;
  }
  for (let length = child.path.length - 1; length >= 1; length--) {
    const above = byPath.get(`${child.scheme}:${child.path.slice(0, length).join('/')}`);
    if (above) return above;
  }
  return null;
}

/** Links the subjects of a column; gives those that hang from the total. */
function link(nodes: readonly Node[]): Node[] {
  const byCode = new Map(nodes.map((n) => [n.key, n]));
  const named = nodes.some(({ code }) => code === null);
  const byPath = new Map(named ? nodes.map((n) => [`${n.scheme}:${n.path.join('/')}`, n]) : []);
  return nodes.filter((child) => {
    const parent = parentOf(child, byCode, byPath);
    parent?.children.push(child);
    return parent === null;
  });
}

class Column {
  constructor(
    private readonly context: Context,
    private readonly table: string,
  ) {}

  /** `sure` is false where the parts may not be all, or overlap: then only what fits counts. */
  compare(rule: string, whole: Found, parts: readonly Node[], sure: { short: boolean; over: boolean }): void {
    const { ledger, page, patterns } = this.context;
    const known = parts.map(({ found }) => found);
    if (known.length === 0 || whole === null) return;
    const operands = known.filter((found): found is Operand => found !== null && found !== UNKNOWN);
    if (whole === UNKNOWN || operands.length < known.length) {
      ledger.unevaluable(rule, 'unknown');
      return;
    }
    const computed = sum(operands);
    const verdict = verdictOf(computed, whole, [whole]);
    if (!verdict) {
      ledger.pass(rule, [whole, ...operands]);
      return;
    }
    const short = below(computed, whole);
    const sureOf = short ? sure.short : sure.over;
    if (!sureOf || (short && page.hasUnreadCell(this.table, null))) {
      ledger.unevaluable(rule, sureOf ? 'unread' : 'open');
      return;
    }
    const { relation, relation_total } = hierarchy(patterns);
    ledger.fail({
      rule,
      verdict,
      at: whole,
      operands: [whole, ...operands],
      expected: computed,
      actual: whole,
      message: 'equal',
      words: { relation: rule.endsWith('total') ? relation_total : relation, parts: operands, whole: [whole] },
    } satisfies Failure);
  }
}

/** Codes of 部门预算 (3xx) and 政府预算 (5xx) beside each other are two views of one amount. */
function views(roots: readonly Node[]): Node[][] {
  const groups = new Map<string, Node[]>();
  for (const root of roots) {
    const view = root.scheme === 'economic' ? `economic ${root.code?.[0] ?? ''}` : root.scheme;
    push(groups, view, root);
  }
  return [...groups.values()];
}

function checkColumn(
  context: Context,
  table: string,
  whole: Scope | undefined,
  concept: string,
  nodes: readonly Node[],
): void {
  const column = new Column(context, table);
  const roots = link(nodes);
  for (const parent of nodes) {
    column.compare('sum.subjects', parent.found, parent.children, { short: true, over: true });
  }
  const own = whole?.concepts.get(concept);
  const other = hierarchy(context.patterns).totals[concept];
  const total = own ?? (other ? whole?.concepts.get(other) : undefined);
  if (!total) return;
  for (const group of views(roots)) {
    const units = group.every(({ scheme }) => scheme === 'unit');
    const coded = group.every(({ code }) => code !== null);
    // A unit with a code may be a department with its units listed below it; a single one is all there is.
    const disjoint = units ? !coded || group.length === 1 : coded || group.every(({ path }) => path.length === 1);
    column.compare('sum.subjects.total', consensus(total), group, {
      short: disjoint && own !== undefined,
      over: disjoint,
    });
  }
}

export function checkTables(context: Context): void {
  const summed = context.book.scopes.filter(({ table, about }) => table !== null && AMOUNTS.has(about.measure));
  for (const family of new Set(summed.map((scope) => scope.family))) {
    const scopes = [...family.values()];
    const whole = family.get('');
    const columns = new Map<string, Node[]>();
    for (const scope of scopes) {
      for (const [concept, witnesses] of scope.concepts) {
        const found = node(scope, witnesses);
        if (found) push(columns, concept, found);
      }
    }
    for (const [concept, nodes] of columns) checkColumn(context, scopes[0]?.table as string, whole, concept, nodes);
  }
}
