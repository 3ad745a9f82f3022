/** Links of a page that lead to a document: what a clerk attached. Also those in what is left out as navigation. */
import type { Attachment } from '../../document.ts';
import { hiddenNames, isHidden } from './hidden.ts';
import { attribute, type Element, isElement, textOf, unprinted } from './tree.ts';

const DOCUMENT = '(?:pdf|docx?|xlsx?|wps|wpt|et|ofd|rtf|zip|rar|7z|csv|txt|pptx?|tiff?)';
/** In an address the name may stand in the query: `download.do?file=a.xls&id=1`. */
const ADDRESS = new RegExp(`\\.${DOCUMENT}(?=$|[?#&;])`, 'i');
const NAME = new RegExp(`\\.${DOCUMENT}$`, 'i');
/** No page of people lists more; an address may be longer than any server takes. */
const MAX_LINKS = 500;
const MAX_ADDRESS = 2000;
const MAX_NAME = 300;

export function attachmentsOf(root: Element): Attachment[] {
  const hidden = hiddenNames(root);
  const found = new Map<string, Attachment>();
  const visit = (element: Element): void => {
    if (found.size >= MAX_LINKS || unprinted(element) || isHidden(element, hidden)) return;
    const link = element.tagName === 'a' ? attachment(element) : null;
    if (link && !found.has(link.href)) found.set(link.href, link);
    for (const child of element.childNodes) if (isElement(child)) visit(child);
  };
  // The head is not printed, the root holds both.
  for (const child of root.childNodes) if (isElement(child)) visit(child);
  return [...found.values()];
}

function attachment(element: Element): Attachment | null {
  const href = (attribute(element, 'href') ?? '').replace(/[\t\r\n]/g, '').trim();
  if (href === '' || href.length > MAX_ADDRESS || /^(?:javascript|data|mailto|about):/i.test(href)) return null;
  const text = printed(element).slice(0, MAX_NAME) || (attribute(element, 'title') ?? '').trim().slice(0, MAX_NAME);
  return ADDRESS.test(decoded(href)) || NAME.test(text) ? { text, href } : null;
}

function printed(element: Element): string {
  let text = '';
  const add = (of: Element): void => {
    for (const child of of.childNodes) {
      const own = textOf(child);
      if (own !== null) text += own;
      else if (isElement(child) && !unprinted(child)) add(child);
    }
  };
  add(element);
  return text.replace(/[\s\u00a0]+/g, ' ').trim();
}

/** `file%2Expdf`; as it stands where it is no such code. */
function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}
