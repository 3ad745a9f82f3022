/** The files of a comparison read as one document, and what is found between them told with the names of the files. */
import type { Fact } from '../contract.ts';
import type { Patterns } from '../patterns/load.ts';
import { vocabulary } from '../patterns/vocabulary.ts';
import type { AcrossFinding, Disclosed } from './across.ts';
import { Book } from './book.ts';
import type { Context } from './context.ts';
import { numberFindings } from './findings.ts';
import { type Failure, Ledger } from './ledger.ts';
import { merge, partOf } from './merge.ts';
import { message } from './message.ts';
import { Page } from './page.ts';

export interface Files {
  readonly documents: readonly Disclosed[];
  readonly context: Context;
  readonly byName: ReadonlyMap<string, Disclosed>;
}

export function filesOf(documents: readonly Disclosed[], patterns: Patterns): Files {
  const parts = documents.map(({ record: { facts, tables }, text }, i) => ({ name: `d${i + 1}`, text, facts, tables }));
  const whole = merge(parts);
  const byName = new Map(documents.map((document, i) => [`d${i + 1}`, document]));
  const page = new Page(whole.document, whole.tables, whole.facts, vocabulary(patterns));
  const { report } = (documents[0] as Disclosed).record;
  const context = { ...whole, report, sections: [], patterns, page, book: new Book(whole.facts), ledger: new Ledger() };
  return { documents, byName, context };
}

/** The facts of some of the files, as they stand in the whole. */
export function bookOf({ context }: Files, from: number, to: number): Book {
  const within = ({ id }: Fact) => {
    const number = Number(partOf(id).name.slice(1));
    return number > from && number <= to;
  };
  return new Book(context.facts.filter(within));
}

export const fileOf = (files: Files, fact: Fact): Disclosed => files.byName.get(partOf(fact.id).name) as Disclosed;

/** Whether a relation takes numbers of more than one file. */
export function crosses(failure: Pick<Failure, 'operands'>): boolean {
  return new Set(failure.operands.map(({ fact }) => partOf(fact.id).name)).size > 1;
}

/** A copy that was changed on its way is nobody's fault but its maker's. */
const altered = ({ record }: Disclosed) => record.notices.some(({ code }) => code === 'tampered');

export function findingsOf(files: Files, ledger: Ledger, patterns: Patterns): AcrossFinding[] {
  const { context } = files;
  const facts = new Map(context.facts.map((fact) => [fact.id, fact]));
  return numberFindings({ ...context, ledger }).flatMap((finding) => {
    const used = finding.facts.flatMap((id) => facts.get(id) ?? []);
    // The finding stands at one of its facts: in the whole, so back to the file.
    const at = used.find(({ source }) => source.start === finding.start) ?? used[0];
    if (!at) return [];
    const own = fileOf(files, at);
    const source = own.record.facts.find(({ id }) => id === partOf(at.id).id)?.source;
    if (!source) return [];
    const places = [...new Set(used.map((fact) => `${fileOf(files, fact).record.source.path} ${fact.source.page}`))];
    const said = message('across', null, { files: places.join('、') }, patterns);
    const blameless = used.some((fact) => altered(fileOf(files, fact)));
    const { page, start, end, box } = source;
    return {
      document: own.record.id,
      finding: {
        ...finding,
        ...(blameless
          ? { severity: finding.severity === 'error' ? 'warning' : finding.severity, suspect: 'extraction' as const }
          : {}),
        message: { zh: finding.message.zh + said.zh, en: finding.message.en + said.en },
        facts: used.map((fact) => `${fileOf(files, fact).record.id}/${partOf(fact.id).id}`),
        page,
        start,
        end,
        box,
      },
    };
  });
}
