/** One finding: what it says, both intervals, and what it compares. */
import type { Finding } from '../../src/contract.ts';
import type { Compared, DocumentData } from '../../src/review/data.ts';
import { bounds } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { IntervalPicture } from './intervals.tsx';

interface Props {
  readonly finding: Finding;
  readonly compared: readonly Compared[];
}

/** What a finding of this document compares. */
export const comparedIn = ({ record }: DocumentData, { facts }: Finding): Compared[] =>
  facts.flatMap((id) => {
    const fact = record.facts.find((each) => each.id === id);
    return fact ? [{ document: record.id, path: record.source.path, fact }] : [];
  });

export function FindingDetail({ finding, compared }: Props) {
  const { t, pick, language } = useLanguage();
  const { names } = useNames();
  const { rule, severity, verdict, message, expected, actual, hint, suspect } = finding;
  const unit = compared[0]?.fact.unit ?? null;
  const several = new Set(compared.map(({ document }) => document)).size > 1;
  const known = Object.hasOwn(names.rules, rule) ? names.rules[rule] : undefined;
  return (
    <>
      <p class="tags">
        <span class={`severity ${severity}`}>{t(`severity_${severity}`)}</span> <code>{rule}</code>{' '}
        <span class="verdict">{t(`verdict_${verdict}`)}</span>
        {suspect === 'extraction' && <span class="verdict">{t('suspectExtraction')}</span>}
      </p>
      <p class="message">
        <Text of={pick(message)} />
      </p>
      {(expected || actual) && (
        <dl class="fields">
          <dt>{t('expected')}</dt>
          <dd>{expected ? bounds(expected, unit, language) : '—'}</dd>
          <dt>{t('actual')}</dt>
          <dd>{actual ? bounds(actual, unit, language) : '—'}</dd>
        </dl>
      )}
      {expected && actual && <IntervalPicture expected={expected} actual={actual} />}
      {hint && (
        <p class="hint">
          <strong>{t('hint')}</strong> <Text of={hintIn(hint, language)} />
        </p>
      )}
      {compared.length > 0 && (
        <>
          <h3>{t('operands')}</h3>
          <ul class="operands">
            {compared.map((each) => (
              <Operand key={`${each.document} ${each.fact.id}`} of={each} named={several} />
            ))}
          </ul>
        </>
      )}
      {known?.judged && (
        <p class="judged-how">
          <strong>{t('howJudged')}</strong> {pick(known.judged)}
        </p>
      )}
    </>
  );
}

/** A hint is said in both languages, the Chinese first. */
function hintIn(hint: string, language: 'zh' | 'en'): string {
  const sides = hint.split(' / ');
  return sides.length === 2 ? (sides[language === 'zh' ? 0 : 1] as string) : hint;
}

/** `named`: with its file, where they are of several; ids of facts then say nothing about this document. */
function Operand({ of: { document, path, fact }, named }: { readonly of: Compared; readonly named: boolean }) {
  const { t } = useLanguage();
  const { concept, measure, subject } = useNames();
  const says = [concept(fact.concept), subject(fact.subject), measure(fact.measure)].filter(Boolean).join(' · ');
  return (
    <li>
      <a href={documentLink(document, 'text', fact.id)} data-operand={fact.id} data-at={named ? undefined : fact.id}>
        <strong>
          <Text of={`${fact.published.text}${fact.published.unit ?? ''}`} />
        </strong>{' '}
        <Text of={says} />{' '}
        <small>
          {t('page', fact.source.page)} {named && <Text of={path} />}
        </small>
      </a>
    </li>
  );
}
