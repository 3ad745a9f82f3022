/** What ids are called, within reach of every component. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Fact } from '../../src/contract.ts';
import type { Names } from '../../src/review/data.ts';
import { useLanguage } from './language.tsx';
import { isWord } from './words.ts';

export const NamesContext = createContext<Names | null>(null);

export interface Named {
  readonly names: Names;
  readonly concept: (id: string) => string;
  readonly measure: (id: string) => string;
  /** A basis, or for a share the concept of the whole. */
  readonly basis: (id: string) => string;
  readonly rule: (id: string) => string;
  readonly subject: (subject: Fact['subject']) => string;
}

export function useNames(): Named {
  const names = useContext(NamesContext) as Names;
  const { pick, t } = useLanguage();
  // The vocabulary explains these; here the short name is enough.
  const short = (word: string) => (isWord(word) ? t(word) : null);
  return {
    names,
    concept: (id) => pick(own(names.concepts, id), id),
    measure: (id) => short(`measure_${id}`) ?? pick(own(names.measures, id), id),
    basis: (id) => short(`basis_${id}`) ?? pick(own(names.bases, id) ?? own(names.concepts, id), id),
    rule: (id) => pick(own(names.rules, id), id),
    subject: (subject) => (subject ? [subject.code ?? '', subject.path.join(' › ')].filter(Boolean).join(' ') : ''),
  };
}

/** Ids come out of data: `constructor` is no name of anything. */
const own = <T>(names: Readonly<Record<string, T>>, id: string): T | undefined =>
  Object.hasOwn(names, id) ? names[id] : undefined;
