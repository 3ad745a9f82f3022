/** A fact as a person says it is. */
import type { ComponentChildren } from 'preact';
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
  const { t } = useLanguage();
  const [fields, setFields] = useState(() => formOf(initial));
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const save = (event: Event) => {
    event.preventDefault();
    const result = goldOfForm(fields, initial, names);
    if ('problem' in result) setProblem(result.problem);
    else onSave(result.gold);
  };
  const change = (changed: Partial<FormFields>) => setFields({ ...fields, ...changed });
  return (
    <form class="label-form" onSubmit={save} noValidate>
      <What fields={fields} change={change} problem={problem} names={names} />
      <Much fields={fields} change={change} problem={problem} names={names} unit={initial.unit} />
      <Where fields={fields} change={change} problem={problem} record={record} where={initial.where} />
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

interface Part {
  readonly fields: FormFields;
  readonly change: (changed: Partial<FormFields>) => void;
  readonly problem: FormProblem | null;
}

/** Concept, measure, basis and subject. */
function What({ names, ...part }: Part & { readonly names: Names }) {
  const { t, pick } = useLanguage();
  const { measure, scheme } = part.fields;
  const named = (of: Readonly<Record<string, Both>>) =>
    Object.entries(of).map(([id, both]) => [id, pick(both)] as const);
  return (
    <>
      <Input name="concept" list="concepts" {...part} />
      <datalist id="concepts">
        {named(names.concepts).map(([id, text]) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </datalist>
      <Choice name="measure" options={named(names.measures)} {...part} />
      {measure === 'share' ? (
        <Input name="basis" list="concepts" {...part} />
      ) : (
        <Choice name="basis" options={[['', t('none')], ...named(names.bases)]} {...part} />
      )}
      <Choice
        name="scheme"
        options={(['', 'functional', 'economic', 'project', 'unit'] as const).map((each) => [
          each,
          each === '' ? t('none') : t(`scheme_${each}`),
        ])}
        {...part}
      />
      {scheme !== '' && <Input name="code" {...part} />}
      {scheme !== '' && <Input name="path" {...part} />}
    </>
  );
}

/** Period, value and unit. */
function Much({ names, unit, ...part }: Part & { readonly names: Names; readonly unit: string | null }) {
  const { t } = useLanguage();
  const counters = [...new Set([...names.counters, ...(unit === null ? [] : [unit])])];
  return (
    <>
      <Input name="period" {...part} />
      <Input name="value" {...part} />
      <Choice
        name="unit"
        options={[
          ['CNY', t('unitYuan')],
          ['percent', '%'],
          ...counters
            .filter((each) => each !== 'CNY' && each !== 'percent')
            .map((each): readonly [string, string] => [each, each]),
          ['', t('none')],
        ]}
        {...part}
      />
    </>
  );
}

/** How it is stated, and where. */
function Where({ record, where, ...part }: Part & { readonly record: DocumentRecord; readonly where: string }) {
  const { t } = useLanguage();
  const tables = record.tables.map(({ kind }) => `table:${kind ?? 'unknown'}`);
  return (
    <>
      <Choice
        name="stated"
        options={(['number', 'unchanged', 'none', 'blank', 'placeholder'] as const).map((each) => [
          each,
          t(`stated_${each}`),
        ])}
        {...part}
      />
      <Choice
        name="where"
        options={[...new Set(['narrative', ...tables, where])].map((each) => [
          each,
          each === 'narrative' ? t('narrative') : t('tableKind', each.slice('table:'.length)),
        ])}
        {...part}
      />
      <Input name="publishedText" {...part} />
      <Input name="publishedUnit" {...part} />
    </>
  );
}

function Labelled({ name, children }: { readonly name: keyof FormFields; readonly children: ComponentChildren }) {
  const { t } = useLanguage();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is what it is put around
    <label>
      <span>{t(name)}</span>
      {children}
    </label>
  );
}

function Input({
  name,
  list,
  fields,
  change,
  problem,
}: Part & { readonly name: keyof FormFields; readonly list?: string }) {
  return (
    <Labelled name={name}>
      <input
        value={fields[name]}
        list={list}
        onInput={(event) => change({ [name]: event.currentTarget.value })}
        aria-invalid={problem === name || undefined}
        aria-describedby={problem === name ? 'label-problem' : undefined}
        autocomplete="off"
      />
    </Labelled>
  );
}

interface ChoiceProps extends Part {
  readonly name: keyof FormFields;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Choice({ name, options, fields, change }: ChoiceProps) {
  return (
    <Labelled name={name}>
      <select value={fields[name]} onChange={(event) => change({ [name]: event.currentTarget.value })}>
        {options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
