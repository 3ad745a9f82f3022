/** The equations over all tables, sentences and, where neither has all terms, the whole document. */
import { vocabulary } from '../patterns/vocabulary.ts';
import { type About, consensus, type Found, type Scope } from './book.ts';
import type { Context } from './context.ts';
import { type Equation, equations, type Term } from './equations.ts';
import { listing } from './listing.ts';
import { AMOUNTS, aboutKey, type Operand } from './operand.ts';
import { evaluate, type Outcome, type Place } from './relation.ts';

/** The concept whose facts say where to look: the first of the equation that is about no single code. */
function anchors({ forms }: Equation): Set<string> {
  const found = forms.map(
    ({ left, right }) =>
      (left.find((t) => !t.optional && t.code === null) ?? right.find((t) => t.code === null)) as Term,
  );
  return new Set(found.map(({ concept }) => concept));
}

class Sums {
  private readonly byConcept = new Map<string, Scope[]>();
  private readonly counted: ReadonlySet<string>;

  constructor(private readonly context: Context) {
    for (const scope of context.book.scopes.values()) {
      for (const concept of scope.concepts.keys()) {
        const list = this.byConcept.get(concept);
        if (list) list.push(scope);
        else this.byConcept.set(concept, [scope]);
      }
    }
    const { concepts } = vocabulary(context.patterns);
    this.counted = new Set([...concepts].flatMap(([id, { kind }]) => (kind === 'money' ? [] : [id])));
  }

  run(equation: Equation): void {
    const decided = new Set<string>();
    const concepts = this.sameScope(equation);
    const visited = new Set<Scope>();
    const asked = new Map<string, { about: About; subject: string }>();
    for (const anchor of anchors(equation)) {
      for (const scope of this.byConcept.get(anchor) ?? []) {
        const { about } = scope;
        if (!adds(about) || visited.has(scope)) continue;
        visited.add(scope);
        const key = aboutKey(about, scope.subject);
        asked.set(key, { about, subject: scope.subject });
        if (!has(scope.concepts, concepts)) continue;
        for (const place of this.places(scope, anchor)) {
          const outcome = evaluate(equation, place);
          if (outcome && outcome.status !== 'unevaluable') decided.add(key);
          this.note(equation, outcome);
        }
      }
    }
    for (const [key, { about, subject }] of asked) {
      if (decided.has(key) || !has(this.context.book.concepts(key), concepts)) continue;
      this.note(equation, evaluate(equation, this.document(about, subject)));
    }
  }

  /** The concepts of an equation, where all its terms are looked up in one scope; null where some are elsewhere. */
  private sameScope(equation: Equation): readonly string[] | null {
    let concepts = SCOPES.get(equation);
    if (concepts === undefined) {
      concepts = this.conceptsOf(equation);
      SCOPES.set(equation, concepts);
    }
    return concepts;
  }

  private conceptsOf({ forms }: Equation): readonly string[] | null {
    const terms = forms.flatMap(({ left, right }) => [...left, ...right]);
    if (terms.some(({ concept, code }) => code !== null || this.counted.has(concept))) return null;
    return [...new Set(terms.map(({ concept }) => concept))];
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
    const of = counted ? `${table ?? ''}|${aboutKey({ ...COUNT, period: about.period }, '')}` : family;
    return this.context.book.scopes.get(of + subject)?.concepts.get(concept);
  }

  private document(about: About, subject: string): Place {
    const { book } = this.context;
    const own = aboutKey(about, subject);
    const find = ({ concept, code }: Term): Found => {
      const counted = this.counted.has(concept) && about.measure !== 'count';
      if (code === null && !counted) return book.agreed(concept, own);
      if (code !== null && subject !== '') return null;
      const of = code === null ? subject : `economic:${code}`;
      return book.agreed(concept, aboutKey(counted ? { ...COUNT, period: about.period } : about, of));
    };
    // Of sentences alone a number among them that was not read may be a part.
    const list: Place['list'] = (of, parts) => {
      const told = [of, ...parts].every(({ fact }) => fact.source.kind === 'sentence');
      return told && listing(this.context, of, parts) === 'unread' ? 'unread' : null;
    };
    return { kind: 'document', find, list };
  }
}

/** An equation belongs to one set of packs, and so do the concepts that it names. */
const SCOPES = new WeakMap<Equation, readonly string[] | null>();

const COUNT = { measure: 'count', basis: null } as const;

/** Whether two terms are there at least: with one there is nothing to compare, in whatever form of the equation. */
function has(scope: ReadonlyMap<string, unknown> | undefined, concepts: readonly string[] | null): boolean {
  if (concepts === null) return true;
  let count = 0;
  for (const concept of concepts) if (scope?.has(concept) && ++count > 1) return true;
  return false;
}

/** Only amounts and changes of amounts add up. */
const adds = ({ measure, basis }: About) => measure === 'change_amount' || (basis === null && AMOUNTS.has(measure));

export function checkEquations(context: Context): void {
  const sums = new Sums(context);
  for (const equation of equations(context.patterns)) sums.run(equation);
}
