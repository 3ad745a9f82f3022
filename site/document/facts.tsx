/** The facts as a table, grouped by the section or table in which they stand. */

import { useMemo, useState } from 'preact/hooks';
import type { DocumentRecord, Fact } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { familyOf } from '../app/family.ts';
import { withUnit } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink } from '../app/route.ts';
import { Scroll } from '../app/scroll.tsx';
import { Text } from '../app/text.tsx';
import { visible } from '../app/visible.ts';
import { keyOf, type Labels } from '../labels/store.ts';
import { sectionPath, sectionTitle } from './place.ts';

interface Group {
  readonly title: string;
  readonly facts: readonly Fact[];
}

function groupsOf({ facts, sections, tables }: DocumentRecord): Group[] {
  const groups = new Map<string, { title: string; facts: Fact[] }>();
  for (const fact of facts) {
    const { table, section } = fact.source;
    const key = table ?? `section ${section}`;
    const known = groups.get(key);
    if (known) {
      known.facts.push(fact);
      continue;
    }
    const title =
      table === null
        ? sectionPath(sections, section).map(sectionTitle).join(' › ')
        : `${table} ${tables.find(({ id }) => id === table)?.title ?? ''}`;
    groups.set(key, { title, facts: [fact] });
  }
  return [...groups.values()];
}

export function FactList({ data, labels }: { readonly data: DocumentData; readonly labels: Labels }) {
  const { t } = useLanguage();
  const { concept, subject } = useNames();
  const [text, setText] = useState('');
  const groups = useMemo(() => groupsOf(data.record), [data]);
  const wanted = (fact: Fact) =>
    text === '' ||
    [concept(fact.concept), fact.concept, subject(fact.subject), fact.published.text, fact.value]
      .join(' ')
      .toLowerCase()
      .includes(text.toLowerCase());
  return (
    <>
      <label class="search">
        <span>{t('searchFacts')}</span>
        <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      {groups.map(({ title, facts }) => {
        const shown = facts.filter(wanted);
        if (shown.length === 0) return null;
        return <FactTable key={title} title={title} facts={shown} data={data} labels={labels} />;
      })}
    </>
  );
}

interface TableProps extends Group {
  readonly data: DocumentData;
  readonly labels: Labels;
}

function FactTable({ title, facts, data, labels }: TableProps) {
  const { t } = useLanguage();
  const heads = ['concept', 'subject', 'printed', 'value', 'measure', 'basis', 'period', 'pageHead'] as const;
  return (
    <section class="fact-group">
      <h2 lang="zh-CN">
        <Text of={title.trim() === '' ? t('outsideSections') : title} />
        <span class="count">{facts.length}</span>
      </h2>
      <Scroll label={visible(title)}>
        <table class="data facts">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" class={head === 'value' || head === 'printed' ? 'number' : undefined}>
                  {t(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map((fact) => (
              <FactRow
                key={fact.id}
                fact={fact}
                id={data.record.id}
                verdict={labels[keyOf(fact, data.record)]?.verdict}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}

function FactRow({ fact, id, verdict }: { readonly fact: Fact; readonly id: string; readonly verdict?: string }) {
  const { language } = useLanguage();
  const { concept, measure, basis, subject } = useNames();
  return (
    <tr data-at={fact.id} class={verdict ? `judged ${verdict}` : undefined}>
      <th scope="row">
        <span class={`chip family-${familyOf(fact.concept)}`} aria-hidden="true" />
        <a href={documentLink(id, 'facts', fact.id)}>{concept(fact.concept)}</a>
      </th>
      <td>{fact.subject && <Text of={subject(fact.subject)} />}</td>
      <td class="number">
        <Text of={`${fact.published.text}${fact.published.unit ?? ''}`} />
      </td>
      <td class="number">{withUnit(fact.value, fact.unit, language)}</td>
      <td>{measure(fact.measure)}</td>
      <td>{fact.basis && basis(fact.basis)}</td>
      <td>{fact.period ?? '—'}</td>
      <td>{fact.source.page}</td>
    </tr>
  );
}
