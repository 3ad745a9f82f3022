/** A fact as a person says it is. */
import { useState } from 'preact/hooks';
import type { DocumentRecord } from '../../src/contract.ts';
import type { GoldFact } from '../../src/evaluate/gold.ts';
import type { Both, Names } from '../../src/review/data.ts';
import { useLanguage } from '../app/language.tsx';
import { type FormFields, type FormProblem, formOf, goldOfForm } from './fields.ts';

interface Props {
  readonly initial: GoldFact;
  readonly record: DocumentRecord;
  readonly names: Names;
  readonly onSave: (gold: GoldFact) => void;
  readonly onCancel: () => void;
}

export function LabelForm({ initial, record, names, onSave, onCancel }: Props) {
  const { t, pick } = useLanguage();
  const [fields, setFields] = useState(() => formOf(initial));
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const save = (event: Event) => {
    event.preventDefault();
    const result = goldOfForm(fields, initial, names);
    if ('problem' in result) setProblem(result.problem);
    else onSave(result.gold);
  };
  const set = (name: keyof FormFields) => (event: { currentTarget: { value: string } }) =>
    setFields({ ...fields, [name]: event.currentTarget.value });
  const input = (name: keyof FormFields, list?: string) => (
    <label>
      <span>{t(name)}</span>
      <input
        value={fields[name]}
        list={list}
        onInput={set(name)}
        aria-invalid={problem === name || undefined}
        aria-describedby={problem === name ? 'label-problem' : undefined}
        autocomplete="off"
      />
    </label>
  );
  const choice = (name: keyof FormFields, options: readonly (readonly [string, string])[]) => (
    <label>
      <span>{t(name)}</span>
      <select value={fields[name]} onChange={set(name)}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const named = (of: Readonly<Record<string, Both>>) =>
    Object.entries(of).map(([id, both]) => [id, pick(both)] as const);
  const wheres = [
    'narrative',
    ...new Set(record.tables.map(({ kind }) => `table:${kind ?? 'unknown'}`)),
    initial.where,
  ];
  return (
    <form class="label-form" onSubmit={save} noValidate>
      {input('concept', 'concepts')}
      <datalist id="concepts">
        {named(names.concepts).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </datalist>
      {choice('measure', named(names.measures))}
      {fields.measure === 'share'
        ? input('basis', 'concepts')
        : choice('basis', [['', t('none')], ...named(names.bases)])}
      {input('period')}
      {input('value')}
      {choice('unit', [
        ['CNY', t('unitYuan')],
        ['percent', '%'],
        ...[...new Set([...names.counters, ...(initial.unit ? [initial.unit] : [])])]
          .filter((unit) => unit !== 'CNY' && unit !== 'percent')
          .map((unit) => [unit, unit] as const),
        ['', t('none')],
      ])}
      {choice(
        'scheme',
        (['', 'functional', 'economic', 'project', 'unit'] as const).map((each) => [
          each,
          each === '' ? t('none') : t(`scheme_${each}`),
        ]),
      )}
      {fields.scheme !== '' && input('code')}
      {fields.scheme !== '' && input('path')}
      {choice(
        'stated',
        (['number', 'unchanged', 'none', 'blank', 'placeholder'] as const).map((each) => [each, t(`stated_${each}`)]),
      )}
      {choice(
        'where',
        [...new Set(wheres)].map((each) => [
          each,
          each === 'narrative' ? t('narrative') : t('tableKind', each.slice('table:'.length)),
        ]),
      )}
      {input('publishedText')}
      {input('publishedUnit')}
      {problem && (
        <p class="problem" id="label-problem" role="alert">
          {t(`problem_${problem}`)}
        </p>
      )}
      <p class="choices">
        <button type="submit" class="main">
          {t('save')}
        </button>
        <button type="button" onClick={onCancel}>
          {t('cancel')}
        </button>
      </p>
    </form>
  );
}
