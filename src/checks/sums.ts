/** The equations over all tables, sentences and, where neither has all terms, the whole document. */
import { compiledOnce, type Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import { type Concepts, consensus, type Found, push, type Scope } from './book.ts';
import type { Context } from './context.ts';
import { type Equation, equations, type Term } from './equations.ts';
import { listing } from './listing.ts';
import { type About, AMOUNTS, type Operand } from './operand.ts';
import { evaluate, type Outcome, type Place } from './relation.ts';

/** An equation as it is looked up in the facts. */
interface Sought {
  readonly equation: Equation;
  /** The concepts whose facts say where to look: the first of each form that is about no single code. */
  readonly anchors: ReadonlySet<string>;
  /** All its concepts, where its terms are looked up in one scope; null where some are elsewhere. */
  readonly concepts: readonly string[] | null;
}

const soughtOf = compiledOnce((patterns: Patterns) => {
  const counted = new Set(
    [...vocabulary(patterns).concepts].flatMap(([id, { kind }]) => (kind === 'money' ? [] : [id])),
  );
  const all = equations(patterns).map((equation): Sought => {
    const found = equation.forms.map(
      ({ left, right }) =>
        (left.find((t) => !t.optional && t.code === null) ?? right.find((t) => t.code === null)) as Term,
    );
    const terms = equation.forms.flatMap(({ left, right }) => [...left, ...right]);
    const elsewhere = terms.some(({ concept, code }) => code !== null || counted.has(concept));
    const concepts = elsewhere ? null : [...new Set(terms.map(({ concept }) => concept))];
    return { equation, anchors: new Set(found.map(({ concept }) => concept)), concepts };
  });
  return { counted, all, anchors: new Set(all.flatMap(({ anchors }) => [...anchors])) };
});

class Sums {
  private readonly byConcept = new Map<string, Scope[]>();
  private readonly counted: ReadonlySet<string>;

  constructor(private readonly context: Context) {
    const { counted, anchors } = soughtOf(context.patterns);
    this.counted = counted;
    for (const scope of context.book.scopes) {
      if (!adds(scope.about)) continue;
      for (const concept of scope.concepts.keys()) if (anchors.has(concept)) push(this.byConcept, concept, scope);
    }
  }

  run({ equation, anchors, concepts }: Sought): void {
    const decided = new Set<Concepts>();
    const visited = new Set<Scope>();
    const asked = new Map<Concepts, Scope>();
    for (const anchor of anchors) {
      for (const scope of this.byConcept.get(anchor) ?? []) {
        if (visited.has(scope)) continue;
        visited.add(scope);
        if (!has(scope.everywhere, concepts)) continue;
        if (!asked.has(scope.everywhere)) asked.set(scope.everywhere, scope);
        if (!has(scope.concepts, concepts)) continue;
        for (const place of this.places(scope, anchor)) {
          const outcome = evaluate(equation, place);
          if (outcome && outcome.status !== 'unevaluable') decided.add(scope.everywhere);
          this.note(equation, outcome);
        }
      }
    }
    for (const [everywhere, scope] of asked) {
      if (!decided.has(everywhere)) this.note(equation, evaluate(equation, this.document(scope)));
    }
  }

  private note({ id }: Equation, outcome: Outcome | null): void {
    const { ledger } = this.context;
    if (outcome?.status === 'pass') ledger.pass(id, outcome.operands, outcome.weak);
    else if (outcome?.status === 'fail') ledger.fail(outcome.failure);
    else if (outcome) ledger.unevaluable(id, outcome.why);
  }

  /** A table that prints the whole in several rows is asked row by row. */
  private places(scope: Scope, anchor: string): Place[] {
    const whole = scope.concepts.get(anchor) ?? [];
    if (scope.table === null || whole.length < 2) return [this.place(scope, null)];
    const rows = new Set(whole.map((operand) => operand?.fact.source.row ?? null));
    return [...rows].map((row) => this.place(scope, row));
  }

  private place(scope: Scope, row: number | null): Place {
    const { page } = this.context;
    const { table } = scope;
    const find = (term: Term): Found => {
      const witnesses = this.witnesses(scope, term);
      if (!witnesses) return null;
      const rows = row !== null && term.code === null;
      return consensus(rows ? witnesses.filter((operand) => operand?.fact.source.row === row) : witnesses);
    };
    const list: Place['list'] = (of, parts) => {
      if (table === null) return listing(this.context, of, parts);
      const sameRow = parts.every(({ fact }) => fact.source.row === of.fact.source.row);
      return page.hasUnreadCell(table, sameRow ? of.fact.source.row : null) ? 'unread' : null;
    };
    return { kind: table === null ? 'narrative' : 'table', find, list };
  }

  private witnesses(scope: Scope, { concept, code }: Term): readonly (Operand | null)[] | undefined {
    const { about, family, table } = scope;
    const counted = about.measure !== 'count' && this.counted.has(concept);
    if (code === null && !counted) return scope.concepts.get(concept);
    if (code !== null && scope.subject !== '') return undefined;
    const subject = code === null ? scope.subject : `economic:${code}`;
    const { book } = this.context;
    const of = counted ? book.scope(table, { ...COUNT, period: about.period }, subject) : family.get(subject);
    return of?.concepts.get(concept);
  }

  private document({ about, subject, everywhere }: Scope): Place {
    const { book } = this.context;
    const find = ({ concept, code }: Term): Found => {
      const counted = this.counted.has(concept) && about.measure !== 'count';
      if (code === null && !counted) return book.agreedIn(everywhere, concept);
      if (code !== null && subject !== '') return null;
      const of = code === null ? subject : `economic:${code}`;
      return book.agreed(concept, counted ? { ...COUNT, period: about.period } : about, of);
    };
    // Of sentences alone a number among them that was not read may be a part.
    const list: Place['list'] = (of, parts) => {
      const told = [of, ...parts].every(({ fact }) => fact.source.kind === 'sentence');
      return told && listing(this.context, of, parts) === 'unread' ? 'unread' : null;
    };
    return { kind: 'document', find, list };
  }
}

const COUNT = { measure: 'count', basis: null } as const;

/** Whether two terms are there at least: with one there is nothing to compare, in whatever form of the equation. */
function has(scope: Concepts, concepts: readonly string[] | null): boolean {
  if (concepts === null) return true;
  let count = 0;
  for (const concept of concepts) if (scope.has(concept) && ++count > 1) return true;
  return false;
}

/** Only amounts and changes of amounts add up. */
const adds = ({ measure, basis }: About) => measure === 'change_amount' || (basis === null && AMOUNTS.has(measure));

export function checkEquations(context: Context): void {
  const sums = new Sums(context);
  for (const sought of soughtOf(context.patterns).all) sums.run(sought);
}
