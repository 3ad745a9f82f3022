/** Right, wrong, or something else: what a person says of one number. */
import { useContext, useState } from 'preact/hooks';
import type { DocumentRecord, Fact, UnmappedMention } from '../../src/contract.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import { goldForm } from '../../src/evaluate/gold-form.ts';
import type { Names } from '../../src/review/data.ts';
import { useLanguage } from '../app/language.tsx';
import { NamesContext } from '../app/names.ts';
import { LabelForm } from './form.tsx';
import { draftOf } from './gold.ts';
import { type Judging, keyOf, type Verdict } from './store.ts';

interface Props {
  readonly record: DocumentRecord;
  readonly of: Fact | UnmappedMention;
  readonly judging: Judging;
}

export function Judge({ record, of, judging }: Props) {
  const { t } = useLanguage();
  const names = useContext(NamesContext) as Names;
  const [editing, setEditing] = useState(false);
  const isFact = 'concept' in of;
  const key = keyOf(of, record);
  const label = judging.labels[key];
  const plain: readonly Verdict[] = isFact ? ['right', 'wrong'] : ['nothing'];
  const changed: Verdict = isFact ? 'corrected' : 'labelled';
  const choose = (verdict: Verdict) => {
    setEditing(false);
    judging.judge(key, label?.verdict === verdict ? null : { verdict });
  };
  const save = (gold: GoldFact) => {
    setEditing(false);
    judging.judge(key, { verdict: changed, gold });
  };
  return (
    <section class="judge">
      <h3>{t(isFact ? 'isItRight' : 'whatIsIt')}</h3>
      <p class="choices">
        {plain.map((verdict) => (
          <button key={verdict} type="button" aria-pressed={label?.verdict === verdict} onClick={() => choose(verdict)}>
            {t(`judge_${verdict}`)}
          </button>
        ))}
        <button
          type="button"
          aria-pressed={label?.verdict === changed}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {t(`judge_${changed}`)}
        </button>
        {label?.gold && (
          <button type="button" class="quiet" onClick={() => judging.judge(key, null)}>
            {t('withdraw')}
          </button>
        )}
      </p>
      {editing && (
        <LabelForm
          initial={label?.gold ?? (isFact ? goldForm(of, record) : draftOf(of, record, names))}
          record={record}
          names={names}
          onSave={save}
          onCancel={() => setEditing(false)}
        />
      )}
    </section>
  );
}
