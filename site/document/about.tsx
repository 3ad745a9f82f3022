/** What is known of the document as a whole, and what the colours mean. */
import type { DocumentRecord } from '../../src/contract.ts';
import type { DocumentData } from '../../src/review/data.ts';
import { FAMILIES, familyOf } from '../app/family.ts';
import { grouped } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';
import { visible } from '../app/visible.ts';

export function About({ data }: { readonly data: DocumentData }) {
  const { t } = useLanguage();
  const { record } = data;
  return (
    <section class="about-document" aria-label={t('aboutDocument')}>
      <h2>{t('colours')}</h2>
      <Legend record={record} />
      <p class="keys">{t('keys')}</p>
      <Known record={record} />
      <UnmappedList record={record} />
      <NoticeList record={record} />
    </section>
  );
}

interface Props {
  readonly record: DocumentRecord;
}

function Legend({ record: { facts, mentions } }: Props) {
  const { t } = useLanguage();
  const counts = FAMILIES.map(
    (family) => [family, facts.filter(({ concept }) => familyOf(concept) === family).length] as const,
  );
  return (
    <ul class="legend">
      {counts
        .filter(([, count]) => count > 0)
        .map(([family, count]) => (
          <li key={family}>
            <span class={`chip family-${family}`} aria-hidden="true" /> {t(`family_${family}`)}
            <span class="count">{count}</span>
          </li>
        ))}
      <li>
        <span class="chip unmapped" aria-hidden="true" /> {t('unmapped')}
        <span class="count">{mentions.unmapped.length}</span>
      </li>
      <li>
        <span class="chip flagged" aria-hidden="true" /> {t('placeOfFinding')}
      </li>
    </ul>
  );
}

function Known({ record: { mentions, report, source } }: Props) {
  const { t } = useLanguage();
  const ignored = Object.values(mentions.ignored).reduce((sum, each) => sum + each, 0);
  return (
    <dl class="fields">
      <dt>{t('numbers')}</dt>
      <dd>{t('numbersSplit', grouped(String(mentions.mapped)), mentions.unmapped.length, ignored)}</dd>
      {report.units.length > 0 && (
        <>
          <dt>{t('units')}</dt>
          <dd>
            <Text of={report.units.join('、')} />
          </dd>
        </>
      )}
      {source.url !== undefined && (
        <>
          <dt>{t('address')}</dt>
          <dd>
            <Text of={source.url} />
          </dd>
        </>
      )}
      {(source.attachments?.length ?? 0) > 0 && (
        <>
          <dt>{t('attachments')}</dt>
          {/* Addresses of hostile pages are shown, not followed. */}
          {source.attachments?.map(({ text, href }) => (
            <dd key={href}>
              <Text of={text} /> <code>{visible(href)}</code>
            </dd>
          ))}
        </>
      )}
      <dt>SHA-256</dt>
      <dd>
        <code>{source.sha256}</code>
      </dd>
    </dl>
  );
}

function UnmappedList({ record: { id, mentions } }: Props) {
  const { t } = useLanguage();
  if (mentions.unmapped.length === 0) return null;
  return (
    <details>
      <summary>{t('unmappedNumbers')}</summary>
      <ul class="operands">
        {mentions.unmapped.map((mention, i) => (
          <li key={String(i)}>
            <a href={documentLink(id, 'text', `u${i}`)}>
              <strong>
                <Text of={mention.text} />
              </strong>{' '}
              <small>
                <Text of={mention.context} />
              </small>
            </a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NoticeList({ record: { notices } }: Props) {
  const { t } = useLanguage();
  if (notices.length === 0) return null;
  return (
    <>
      <h2>{t('notices')}</h2>
      <ul class="notices">
        {notices.map(({ code, severity, page, message }, i) => (
          <li key={String(i)}>
            <span class={`severity ${severity}`}>{t(`severity_${severity}`)}</span> <Text of={message} />{' '}
            <code>{code}</code>
            {page !== null && ` · ${t('page', page)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
