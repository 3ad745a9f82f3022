/** One finding: what it says, both intervals, and what it compares. */
import type { Fact, Finding } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { bounds } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { IntervalPicture } from './intervals.tsx';

export function FindingDetail({ data, finding }: { readonly data: DocumentData; readonly finding: Finding }) {
  const { t, pick, language } = useLanguage();
  const { names } = useNames();
  const { rule, severity, verdict, message, expected, actual, hint, suspect } = finding;
  const operands = finding.facts.flatMap((id) => data.record.facts.find((fact) => fact.id === id) ?? []);
  const unit = operands[0]?.unit ?? null;
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
      {operands.length > 0 && (
        <>
          <h3>{t('operands')}</h3>
          <ul class="operands">
            {operands.map((fact) => (
              <Operand key={fact.id} fact={fact} id={data.record.id} />
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

export function Operand({ fact, id }: { readonly fact: Fact; readonly id: string }) {
  const { t } = useLanguage();
  const { concept, measure, subject } = useNames();
  const of = [concept(fact.concept), subject(fact.subject), measure(fact.measure)].filter(Boolean).join(' · ');
  return (
    <li>
      <a href={documentLink(id, 'text', fact.id)} data-operand={fact.id} data-at={fact.id}>
        <strong>
          <Text of={`${fact.published.text}${fact.published.unit ?? ''}`} />
        </strong>{' '}
        <Text of={of} /> <small>{t('page', fact.source.page)}</small>
      </a>
    </li>
  );
}
