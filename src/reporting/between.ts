/** Findings between documents as they are told: at their place in one of them, with the numbers of all. */
import type { AcrossChecked } from '../checks/across.ts';
import { foldText } from '../fold.ts';
import { identities } from './fingerprint.ts';
import { type Described, identityText, relatedTo, type Told } from './told.ts';

/** Under which document a group of findings is numbered: the fingerprint begins with it. */
type Document = Pick<Described, 'id' | 'source' | 'report' | 'facts'>;

export function toldAcross({ findings }: AcrossChecked, documents: readonly (Document & { text: string })[]): Told[] {
  const byId = new Map(documents.map((document) => [document.id, document]));
  return [...byId.values()].flatMap((own) => {
    const told = findings.flatMap(({ document, finding }) => {
      if (document !== own.id) return [];
      const related = finding.facts.flatMap((each) => {
        const [id = '', factId] = each.split('/');
        const other = byId.get(id);
        const fact = other?.facts.find((candidate) => candidate.id === factId);
        return other && fact ? [{ fact, path: other.source.path }] : [];
      });
      const [first] = related;
      return {
        finding,
        document,
        path: own.source.path,
        organisation: own.report.organisation,
        fiscalYear: own.report.fiscalYear,
        quote: foldText(own.text.slice(finding.start, finding.end)),
        identity: first ? identityText(first.fact) : null,
        related: related.map(({ fact, path }) => relatedTo(fact, path)),
      };
    });
    return identities(told, own.report, own.source.path);
  });
}
