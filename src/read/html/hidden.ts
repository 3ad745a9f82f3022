/** What the page hides from the eye: by attribute, by its own style, by the simple rules of its style sheets. */
import { attribute, type Element, elements, names, textOf } from './tree.ts';

const HIDING =
  /(?:^|[;{\s])(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden|mso-hide\s{0,9}:\s{0,9}all)\b/i;

/** Classes (`.x`) and ids (`#x`) that a style sheet hides on the screen. */
export function hiddenNames(root: Element): Set<string> {
  const hidden = new Set<string>();
  for (const element of elements(root)) {
    if (element.tagName !== 'style' || /\bprint\b/i.test(attribute(element, 'media') ?? '')) continue;
    const sheet = element.childNodes.map((node) => textOf(node) ?? '').join('');
    for (const { selector, body } of rules(sheet.slice(0, 500_000))) {
      if (!HIDING.test(body)) continue;
      for (const each of selector.split(',')) {
        const simple = /^[a-z0-9]{0,10}([.#][\w-]{1,80})$/i.exec(each.trim());
        if (simple) hidden.add(simple[1] as string);
      }
    }
  }
  return hidden;
}

/** The rules outside of any `@media` block: what holds only for print or a narrow screen hides nothing here. */
function* rules(sheet: string): Generator<{ selector: string; body: string }> {
  let depth = 0;
  let start = 0;
  let selector = '';
  for (let i = 0; i < sheet.length; i++) {
    const c = sheet[i];
    if (c === '{') {
      if (depth === 0)
        selector = sheet
          .slice(start, i)
          .replace(/\/\*|\*\/|<!--|-->/g, ' ')
          .trim();
      depth++;
      start = i + 1;
    } else if (c === '}') {
      depth = Math.max(0, depth - 1);
      if (depth === 0 && !selector.startsWith('@')) yield { selector, body: sheet.slice(start, i) };
      start = i + 1;
    }
  }
}

export function isHidden(element: Element, hidden: ReadonlySet<string>): boolean {
  if (attribute(element, 'hidden') !== null || HIDING.test(attribute(element, 'style') ?? '')) return true;
  if (hidden.size === 0) return false;
  const id = attribute(element, 'id');
  return (id !== null && hidden.has(`#${id}`)) || names(element).some((name) => hidden.has(`.${name}`));
}
