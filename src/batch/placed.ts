/** What a record says of where its bytes come from. The bytes make the record; this alone depends on the run. */
import type { DocumentRecord } from '../contract.ts';
import type { Notice } from '../document.ts';
import type { Place } from './entry.ts';

/** The same record at another place: another path, address or date, and whether an archive holds only its beginning. */
export function placed(record: DocumentRecord, place: Place): DocumentRecord {
  const { path: _, url: __, date: ___, ...content } = record.source;
  const { path, url, date, truncated } = place;
  const source = { path, ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { date }), ...content };
  const notices = record.notices.filter(({ code }) => code !== 'truncated');
  return { ...record, source, notices: truncated === undefined ? notices : [truncatedNotice(truncated), ...notices] };
}

function truncatedNotice(why: string): Notice {
  const message = `the web archive holds only the beginning of the document (WARC-Truncated: ${why})`;
  return { code: 'truncated', severity: 'warning', page: null, message };
}
