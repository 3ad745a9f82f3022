/** What a person has said of this document, and the way out: gold facts for `gongkai eval`. */
import type { DocumentRecord } from '../../src/contract.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { type Extent, goldFacts, goldName, goldText } from './gold.ts';
import { type Judging, keyOf, type Label, type Labels } from './store.ts';

export function LabelList({ record, judging }: { readonly record: DocumentRecord; readonly judging: Judging }) {
  const { t } = useLanguage();
  const { labels, kept, clear } = judging;
  const facts = judgedFacts(record, labels);
  const mentions = judgedMentions(record, labels);
  const judged = [...facts, ...mentions];
  const lost = Object.keys(labels).length - judged.length;
  const give = (extent: Extent) => download(goldName(record), goldText(goldFacts(record, labels, extent)));
  return (
    <section class="labels">
      <h2>{t('tab_labels')}</h2>
      <p class="lead">{t('labelsLead')}</p>
      {!kept && (
        <p class="problem" role="alert">
          {t('notKept')}
        </p>
      )}
      <p class="choices">
        <button type="button" class="main" onClick={() => give('all')}>
          {t('exportAll')}
        </button>
        <button type="button" onClick={() => give('judged')} disabled={judged.length === 0}>
          {t('exportJudged')}
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => confirm(t('clearSure')) && clear()}
          disabled={Object.keys(labels).length === 0}
        >
          {t('clearLabels')}
        </button>
      </p>
      <p class="about">
        {t('exportName')}{' '}
        <code>
          <Text of={goldName(record)} />
        </code>{' '}
        · {t('judgedOf', facts.length, record.facts.length)} ·{' '}
        {t('judgedUnmapped', mentions.length, record.mentions.unmapped.length)}
      </p>
      {lost > 0 && <p class="notice">{t('lostLabels', lost)}</p>}
      {judged.length === 0 && <p class="notice">{t('noLabels')}</p>}
      <ul class="operands">
        {judged.map((each) => (
          <Item key={each.at} id={record.id} judged={each} />
        ))}
      </ul>
    </section>
  );
}

interface Judged {
  readonly at: string;
  readonly text: string;
  readonly concept: string | null;
  readonly label: Label;
}

function judgedFacts(record: DocumentRecord, labels: Labels): Judged[] {
  return record.facts.flatMap((fact) => {
    const label = labels[keyOf(fact, record)];
    const concept = label?.gold?.concept ?? fact.concept;
    return label ? [{ at: fact.id, text: fact.published.text, concept, label }] : [];
  });
}

function judgedMentions(record: DocumentRecord, labels: Labels): Judged[] {
  return record.mentions.unmapped.flatMap((mention, i) => {
    const label = labels[keyOf(mention, record)];
    return label ? [{ at: `u${i}`, text: mention.text, concept: label.gold?.concept ?? null, label }] : [];
  });
}

function Item({ id, judged: { at, text, concept, label } }: { readonly id: string; readonly judged: Judged }) {
  const { t } = useLanguage();
  const names = useNames();
  return (
    <li>
      <a href={documentLink(id, 'labels', at)}>
        <span class={`severity ${label.verdict}`}>{t(`judge_${label.verdict}`)}</span>{' '}
        <strong>
          <Text of={text} />
        </strong>{' '}
        {concept && names.concept(concept)}
      </a>
    </li>
  );
}

function download(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
