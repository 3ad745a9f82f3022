/** What was chosen: a fact with the pattern that made it, an unmapped number, a finding. Else the document itself. */
import type { Fact, Section, UnmappedMention } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { familyOf } from '../app/family.ts';
import { bounds, withUnit } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { useNames } from '../app/names.ts';
import { documentLink, type Tab } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { Judge } from '../labels/judge.tsx';
import type { Judging } from '../labels/store.ts';
import { About } from './about.tsx';
import { comparedIn, FindingDetail } from './finding.tsx';
import { findingName, type Place, sectionPath } from './place.ts';

interface Props {
  readonly data: DocumentData;
  readonly tab: Tab;
  readonly place: Place | null;
  readonly judging: Judging;
}

export function Inspector({ data, tab, place, judging }: Props) {
  const { t } = useLanguage();
  if (place === null || place.kind === 'section') return <About data={data} />;
  return (
    <section class="inspector" aria-live="polite" aria-label={t('chosen')}>
      <p class="close">
        <a href={documentLink(data.record.id, tab)}>{t('close')}</a>
        {tab !== 'text' && <a href={documentLink(data.record.id, 'text', nameOf(data, place))}>{t('showInText')}</a>}
      </p>
      {place.kind === 'fact' && <FactsHere data={data} fact={place.fact} judging={judging} />}
      {place.kind === 'unmapped' && <UnmappedDetail data={data} mention={place.mention} judging={judging} />}
      {place.kind === 'finding' && <FindingDetail finding={place.finding} compared={comparedIn(data, place.finding)} />}
    </section>
  );
}

function nameOf(data: DocumentData, place: Exclude<Place, { kind: 'section' }>): string {
  if (place.kind === 'fact') return place.fact.id;
  return place.kind === 'unmapped' ? `u${place.index}` : findingName(data, place.index);
}

interface FactProps {
  readonly data: DocumentData;
  readonly fact: Fact;
  readonly judging: Judging;
}

/** One number may be said of several things. */
function FactsHere({ data, fact, judging }: FactProps) {
  const { start, end } = fact.source;
  const here = data.record.facts.filter(({ source }) => source.start === start && source.end === end);
  return (
    <>
      {[fact, ...here.filter((each) => each !== fact)].map((each) => (
        <FactDetail key={each.id} data={data} fact={each} judging={judging} />
      ))}
    </>
  );
}

function FactDetail({ data, fact, judging }: FactProps) {
  const { t, language } = useLanguage();
  const { concept, measure, basis, subject } = useNames();
  const fields: readonly (readonly [string, string | null])[] = [
    [t('value'), withUnit(fact.value, fact.unit, language)],
    [t('interval'), fact.interval && bounds(fact.interval, fact.unit, language)],
    [t('subject'), fact.subject && subject(fact.subject)],
    [t('measure'), measure(fact.measure)],
    [t('basis'), fact.basis && basis(fact.basis)],
    [t('period'), fact.period === null ? t('unknown') : String(fact.period)],
    [t('unitFrom'), t(`unit_${fact.published.unitSource}`)],
    [t('stated'), fact.stated === 'number' ? null : t(`stated_${fact.stated}`)],
    [t('approximate'), fact.approximate ? t('yes') : null],
    [t('cause'), fact.reason?.text ?? null],
  ];
  return (
    <div class="detail">
      <p class="figure">
        <Text of={`${fact.published.text}${fact.published.unit ?? ''}`} />
      </p>
      <h2>
        <span class={`chip family-${familyOf(fact.concept)}`} aria-hidden="true" /> {concept(fact.concept)}
      </h2>
      <p class="about">
        <code>{fact.concept}</code> · {fact.id} · {t('page', fact.source.page)}
      </p>
      <dl class="fields">
        {fields.map(
          ([name, value]) =>
            value !== null && (
              <>
                <dt key={name}>{name}</dt>
                <dd>
                  <Text of={value} />
                </dd>
              </>
            ),
        )}
      </dl>
      <Origin data={data} fact={fact} />
      <FindingsOf data={data} fact={fact} />
      <Judge record={data.record} of={fact} judging={judging} />
    </div>
  );
}

function FindingsOf({ data, fact }: Omit<FactProps, 'judging'>) {
  const { t } = useLanguage();
  const { rule } = useNames();
  const about = data.record.findings.flatMap((finding, i) =>
    finding.facts.includes(fact.id) ? [[finding, i] as const] : [],
  );
  if (about.length === 0) return null;
  return (
    <>
      <h3>{t('findings')}</h3>
      <ul class="operands">
        {about.map(([finding, i]) => (
          <li key={i}>
            <a href={documentLink(data.record.id, 'text', findingName(data, i))}>
              <span class={`severity ${finding.severity}`}>{t(`severity_${finding.severity}`)}</span>{' '}
              {rule(finding.rule)}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where it stands, and the pattern that took it. */
function Origin({ data, fact }: Omit<FactProps, 'judging'>) {
  const { t } = useLanguage();
  const { sections, tables, source: file } = data.record;
  const { source, pattern } = fact;
  const table = tables.find(({ id }) => id === source.table);
  const heads = columnHeads(data, fact);
  return (
    <>
      <h3>{t('pattern')}</h3>
      <p>
        <code>{pattern}</code>
      </p>
      <dl class="fields">
        <dt>{t('section')}</dt>
        <dd>
          <SectionLinks id={data.record.id} path={sectionPath(sections, source.section)} />
        </dd>
        <dt>{source.kind === 'cell' ? t('row') : t('clause')}</dt>
        <dd>
          <Text of={source.quote} />
        </dd>
        {table && (
          <>
            {heads.length > 0 && (
              <>
                <dt>{t('column')}</dt>
                <dd>
                  <Text of={heads.join(' / ')} />
                </dd>
              </>
            )}
            <dt>{t('table')}</dt>
            <dd>
              <Text of={table.title ?? table.id} /> <code>{table.kind ?? t('kindUnknown')}</code>
            </dd>
          </>
        )}
      </dl>
      <details class="why">
        <summary>{t('whyThis')}</summary>
        <code>
          <Text of={`gongkai explain ${quoted(file.path)} --find ${quoted(fact.published.text)}`} />
        </code>
      </details>
    </>
  );
}

/** What is printed above a cell, merged heads too where the layout was kept. */
function columnHeads({ record, blocks, text }: DocumentData, { source }: Fact): string[] {
  const { start, column, table: id } = source;
  const header = record.tables.find((table) => table.id === id)?.header;
  if (!header || column === null) return [];
  const block = blocks?.find(
    (each) => each.kind === 'table' && each.cells.some(([from, to]) => from <= start && start < to),
  );
  const heads =
    block?.kind === 'table'
      ? block.cells
          .filter(([, , row, first, , span]) => row < header.length && first <= column && column < first + span)
          .map(([from, to]) => text.slice(from, to))
      : header.map((row) => row[column] ?? '');
  return [...new Set(heads.map((head) => head.trim()).filter(Boolean))];
}

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

export function SectionLinks({ id, path }: { readonly id: string; readonly path: readonly Section[] }) {
  if (path.length === 0) return <>—</>;
  return (
    <>
      {path.map((section, i) => (
        <>
          {i > 0 && ' › '}
          <a key={section.id} href={documentLink(id, 'text', `s${section.id}`)}>
            <Text of={section.title} />
          </a>
        </>
      ))}
    </>
  );
}

interface UnmappedProps {
  readonly data: DocumentData;
  readonly mention: UnmappedMention;
  readonly judging: Judging;
}

function UnmappedDetail({ data, mention, judging }: UnmappedProps) {
  const { t } = useLanguage();
  const { sections, source } = data.record;
  return (
    <div class="detail">
      <p class="figure">
        <Text of={mention.text} />
      </p>
      <h2>
        <span class="chip unmapped" aria-hidden="true" /> {t('unmapped')}
      </h2>
      <p class="about">{t('page', mention.page)}</p>
      <p>{t('unmappedMeans')}</p>
      <dl class="fields">
        <dt>{t('context')}</dt>
        <dd>
          <Text of={mention.context} />
        </dd>
        <dt>{t('section')}</dt>
        <dd>
          <SectionLinks id={data.record.id} path={sectionPath(sections, mention.section)} />
        </dd>
      </dl>
      <details class="why">
        <summary>{t('whyNone')}</summary>
        <code>
          <Text of={`gongkai explain ${quoted(source.path)} --find ${quoted(mention.text)}`} />
        </code>
      </details>
      <Judge record={data.record} of={mention} judging={judging} />
    </div>
  );
}
