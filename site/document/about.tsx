/** What is known of the document as a whole, and what the colours mean. */
import type { DocumentData } from '../../src/review/data.ts';
import { FAMILIES, familyOf } from '../app/family.ts';
import { grouped } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { documentLink } from '../app/route.ts';
import { Text } from '../app/text.tsx';

export function About({ data }: { readonly data: DocumentData }) {
  const { t } = useLanguage();
  const { facts, mentions, notices, source, report, id } = data.record;
  const count = (family: string) => facts.filter(({ concept }) => familyOf(concept) === family).length;
  const families = FAMILIES.map((family) => [family, count(family)] as const).filter(([, each]) => each > 0);
  const ignored = Object.values(mentions.ignored).reduce((sum, each) => sum + each, 0);
  return (
    <section class="about-document" aria-label={t('aboutDocument')}>
      <h2>{t('colours')}</h2>
      <ul class="legend">
        {families.map(([family, each]) => (
          <li key={family}>
            <span class={`chip family-${family}`} aria-hidden="true" /> {t(`family_${family}`)}
            <span class="count">{each}</span>
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
      <p class="keys">{t('keys')}</p>
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
        <dt>SHA-256</dt>
        <dd>
          <code>{source.sha256}</code>
        </dd>
      </dl>
      {mentions.unmapped.length > 0 && (
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
      )}
      {notices.length > 0 && (
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
      )}
    </section>
  );
}
