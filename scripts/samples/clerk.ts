/** What clerks of several provinces compose alike: subjects by code, classes in order, parts of a sentence in a row. */
import type { Account, Fund } from './account.ts';
import type { About, Pen, Subject, Text } from './marks.ts';

/** The subject of a code; `printed` are the names where the clerk writes others than the classification. */
export function named(account: Account, code: string, printed?: readonly string[]): { readonly subject: Subject } {
  return { subject: { scheme: 'functional', code, path: printed ?? account.path(code) } };
}

/** The same where the document prints no code anywhere. */
export function uncoded(account: Account, code: string, printed?: readonly string[]): { readonly subject: Subject } {
  return { subject: { ...named(account, code, printed).subject, code: null } };
}

/** 类（类）款（款）项（项） of a code. */
export function fullName(account: Account, code: string): string {
  const [kind, group, name] = account.path(code);
  return `${kind}（类）${group}（款）${name}（项）`;
}

export function classesOf(account: Account, fund?: Fund): string[] {
  return [...new Set(account.of('', fund).map(({ code }) => code.slice(0, 3)))].sort();
}

export function codesOf(account: Account, fund?: Fund): string[] {
  return account.of('', fund).map(({ code }) => code);
}

export function inRow(parts: readonly Text[], by = '；'): Text {
  return parts.map((part, i) => (i === 0 ? part : [by, part]));
}

/** The number of a count without its unit, as in a cell whose row or column names the unit. */
export function bareCount(pen: Pen, concept: string, count: number | string, unit: string, about: About = {}): Text {
  return (pen.c(concept, count, unit, about) as readonly Text[])[0] as Text;
}

/** 其中：主要领导干部用车0辆、… from concepts and numbers. */
export function vehicles(pen: Pen, kinds: readonly (readonly [string, string, number])[], by = '、'): Text {
  return inRow(
    kinds.map(([label, kind, count]) => [label, pen.c(`assets.vehicle.${kind}`, count, '辆')]),
    by,
  );
}
