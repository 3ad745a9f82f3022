/** Subjects in their order: which subject is a part of which, by code or by printed path. */
import type { Subject } from '../contract.ts';
import { foldText } from '../fold.ts';

/** Schemes whose subjects nest. */
export function nests(subject: Subject): boolean {
  return subject.scheme === 'functional' || subject.scheme === 'economic';
}

/** Whether `inner` is a part of `outer`; null stands for the whole of which every subject is a part. */
export function isBelow(outer: Subject | null, inner: Subject | null): boolean {
  if (!inner || !nests(inner)) return false;
  if (!outer) return true;
  if (outer.scheme !== inner.scheme) return false;
  if (outer.code !== null && inner.code !== null) {
    return inner.code.length > outer.code.length && inner.code.startsWith(outer.code);
  }
  return inner.path.length > outer.path.length && outer.path.every((name, i) => same(name, inner.path[i]));
}

function same(a: string, b: string | undefined): boolean {
  return b !== undefined && (a === b || foldText(a) === foldText(b));
}
