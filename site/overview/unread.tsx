/** Inputs that gave no record, each with its reason. */

import type { Unread } from '../../src/review/data.ts';
import { grouped } from '../app/figures.ts';
import { useLanguage } from '../app/language.tsx';
import { Scroll } from '../app/scroll.tsx';
import { Text } from '../app/text.tsx';

/** More would be a page of its own; failures.jsonl has them all. */
const MOST = 500;

interface Props {
  readonly unread: readonly Unread[];
  /** How many inputs gave a record. */
  readonly extracted: number;
}

export function UnreadList({ unread, extracted }: Props) {
  const { t } = useLanguage();
  if (unread.length === 0) return null;
  const order = { failed: 0, unsupported: 1, duplicate: 2 } as const;
  const sorted = [...unread].sort((a, b) => order[a.status] - order[b.status]);
  const count = (status: Unread['status']) => unread.filter((each) => each.status === status).length;
  return (
    <details class="unread" open={count('failed') > 0}>
      <summary>
        <h2>{t('notRead')}</h2>{' '}
        {(['failed', 'unsupported', 'duplicate'] as const)
          .filter((status) => count(status) > 0)
          .map((status) => `${t(`status_${status}`)} ${grouped(String(count(status)))} · `)}
        {t('status_extracted')} {grouped(String(extracted))}
      </summary>
      <Scroll label={t('notRead')}>
        <table class="data">
          <thead>
            <tr>
              <th scope="col">{t('file')}</th>
              <th scope="col">{t('outcome')}</th>
              <th scope="col">{t('reason')}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, MOST).map(({ path, status, reason, code }) => (
              <tr key={path}>
                <th scope="row">
                  <Text of={path} />
                </th>
                <td>{t(`status_${status}`)}</td>
                <td>
                  <Text of={status === 'duplicate' ? t('sameAs', reason) : reason} /> {code && <code>{code}</code>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {sorted.length > MOST && <p class="notice">{t('chartLongest', MOST, sorted.length)}</p>}
      </Scroll>
    </details>
  );
}
