/** What the files of test/golden/truth/ hold for a sample. */
import type { Sample } from './form.ts';
import { Pages } from './pages.ts';
import { pieces } from './write.ts';

const lines = (list: readonly object[]): string => list.map((each) => `${JSON.stringify(each)}\n`).join('');

/** File name to content; `pages` are the texts of a PDF's pages, null for the forms that are one page. */
export function truthFiles(sample: Sample, pages: readonly string[] | null): Map<string, string> {
  const place = new Pages(pages);
  const facts = pieces(sample.blocks).flatMap(({ piece, where }) => {
    const page = place.next(typeof piece === 'string' ? piece : piece.text);
    return typeof piece === 'string' ? [] : piece.facts.map((fact) => ({ ...fact, where, page }));
  });
  // The tables in their order, then the narrative in print order, as in other gold files.
  const order = (where: string) => (where === 'narrative' ? 1 : 0);
  facts.sort((a, b) => order(a.where) - order(b.where) || (order(a.where) ? 0 : a.where.localeCompare(b.where)));
  const files = new Map([
    [`${sample.name}.jsonl`, lines(facts)],
    [`${sample.name}.report.json`, `${JSON.stringify(sample.report, null, 2)}\n`],
  ]);
  if (sample.defects.length > 0) {
    const defects = sample.defects.map((defect) => ({ ...defect, page: place.find(defect.quote), scope: 'number' }));
    files.set(`${sample.name}.defects.jsonl`, lines(defects));
  }
  return files;
}
