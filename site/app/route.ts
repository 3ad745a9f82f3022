/** Where one is, as the part of the address behind `#`: every document, fact and finding has an address. */
import { useEffect, useState } from 'preact/hooks';

export const TABS = ['text', 'facts', 'tables', 'findings', 'labels'] as const;
export type Tab = (typeof TABS)[number];

export type Route =
  | { readonly page: 'overview'; readonly query: URLSearchParams }
  | { readonly page: 'document'; readonly id: string; readonly tab: Tab; readonly at: string | null }
  | { readonly page: 'organisation'; readonly key: string };

export function parseRoute(hash: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const [page, id = '', tab = ''] = path.split('/');
  // Ids are hexadecimal; whatever else an address says must not choose which script is loaded.
  if (page === 'documents' && /^[0-9a-f]{16}$/.test(id)) {
    const known = TABS.find((each) => each === tab) ?? 'text';
    return { page: 'document', id, tab: known, at: new URLSearchParams(query).get('at') };
  }
  if (page === 'organisations' && /^[0-9a-f]{16}$/.test(id)) return { page: 'organisation', key: id };
  return { page: 'overview', query: new URLSearchParams(query) };
}

export const documentLink = (id: string, tab: Tab = 'text', at: string | null = null): string =>
  `#/documents/${id}/${tab}${at === null ? '' : `?at=${encodeURIComponent(at)}`}`;

export const organisationLink = (key: string): string => `#/organisations/${key}`;

export function overviewLink(query: URLSearchParams): string {
  const text = query.toString();
  return text === '' ? '#/' : `#/?${text}`;
}

/** Without a step in the history of the browser. */
export function replaceRoute(link: string): void {
  history.replaceState(null, '', link);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

export function useRoute(): Route {
  const [route, setRoute] = useState(() => parseRoute(location.hash));
  useEffect(() => {
    const changed = () => setRoute(parseRoute(location.hash));
    window.addEventListener('hashchange', changed);
    return () => window.removeEventListener('hashchange', changed);
  }, []);
  return route;
}
