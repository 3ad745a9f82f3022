/** Several documents as one, so that every relation between numbers can be asked across them. */
import type { Fact, TableRecord } from '../contract.ts';
import type { Document, Page } from '../document.ts';

export interface Part {
  /** Names the part in the ids of facts and tables of the whole. */
  readonly name: string;
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly tables: readonly TableRecord[];
}

export interface Whole {
  readonly document: Document;
  readonly facts: readonly Fact[];
  readonly tables: readonly TableRecord[];
}

const MARK = '/';
/** The part of a fact's id in the whole, and its own id. */
export function partOf(id: string): { readonly name: string; readonly id: string } {
  const at = id.indexOf(MARK);
  return { name: id.slice(0, at), id: id.slice(at + 1) };
}

/** Pages stay those of the file: messages name them beside the file. */
function moved(fact: Fact, name: string, by: number): Fact {
  const { source, reason } = fact;
  return {
    ...fact,
    id: name + MARK + fact.id,
    reason: reason && { ...reason, start: reason.start + by, end: reason.end + by },
    source: {
      ...source,
      table: source.table === null ? null : name + MARK + source.table,
      section: source.section === null ? null : name + MARK + source.section,
      start: source.start + by,
      end: source.end + by,
    },
  };
}

/** The texts one after the other. Blocks are left out: what is asked of them was asked of each document. */
export function merge(parts: readonly Part[]): Whole {
  let text = '';
  const pages: Page[] = [];
  const facts: Fact[] = [];
  const tables: TableRecord[] = [];
  for (const part of parts) {
    if (text !== '') text += '\f';
    const by = text.length;
    for (const page of part.text.split('\f')) {
      const start = (pages.at(-1)?.end ?? -1) + 1;
      pages.push({ number: pages.length + 1, start, end: start + page.length, width: null, height: null });
    }
    text += part.text;
    facts.push(...part.facts.map((fact) => moved(fact, part.name, by)));
    tables.push(...part.tables.map((table) => ({ ...table, id: part.name + MARK + table.id })));
  }
  return { document: { format: 'txt', text, pages, blocks: [], runs: [] }, facts, tables };
}
