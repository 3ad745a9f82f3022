/** Pointer and keyboard in the text, and marking what is chosen: on the elements themselves, of which there are thousands. */
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import type { DocumentData } from '../../src/review/data.ts';
import { documentLink, type Tab } from '../app/route.ts';
import type { Labels } from '../labels/store.ts';
import type { Place } from './place.ts';

interface Options {
  readonly data: DocumentData;
  readonly tab: Tab;
  readonly place: Place | null;
  readonly labels: Labels;
  readonly onHover: (at: string | null) => void;
}

export function useReading(box: RefObject<HTMLElement | null>, { data, tab, place, labels, onHover }: Options): void {
  const { id } = data.record;
  useEffect(() => {
    const root = box.current;
    if (!root) return;
    const atOf = (event: Event) => (event.target as Element).closest<HTMLElement>('[data-at]');
    const click = (event: Event) => {
      const found = atOf(event);
      // A link leads where it says; and who selects text wants to copy it.
      if ((event.target as Element).closest('a') || getSelection()?.isCollapsed === false) return;
      if (found) location.hash = documentLink(id, tab, found.dataset.at ?? null);
    };
    const over = (event: Event) => onHover(atOf(event)?.dataset.at ?? null);
    const out = () => onHover(null);
    const key = (event: KeyboardEvent) => step(root, event);
    root.addEventListener('click', click);
    root.addEventListener('mouseover', over);
    root.addEventListener('mouseleave', out);
    root.addEventListener('focusin', over);
    root.addEventListener('keydown', key);
    return () => {
      root.removeEventListener('click', click);
      root.removeEventListener('mouseover', over);
      root.removeEventListener('mouseleave', out);
      root.removeEventListener('focusin', over);
      root.removeEventListener('keydown', key);
    };
  }, [box, id, tab, onHover]);
  // Labels make the text anew.
  useEffect(() => {
    const root = box.current;
    if (!root) return;
    for (const each of root.querySelectorAll('.chosen, .operand')) each.classList.remove('chosen', 'operand');
    const numbers = root.querySelectorAll<HTMLElement>('.printed .n');
    if (![...numbers].some((each) => each.tabIndex === 0) && numbers[0]) numbers[0].tabIndex = 0;
    const first = mark(root, place, data);
    first?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [box, place?.kind, keyOf(place), tab, data, labels]);
}

function keyOf(place: Place | null): string {
  if (place === null) return '';
  if (place.kind === 'fact') return place.fact.id;
  return place.kind === 'section' ? place.section.id : String(place.index);
}

/** Returns what is to be scrolled to. */
function mark(root: HTMLElement, place: Place | null, data: DocumentData): Element | null {
  const all = (selector: string, name: string) => {
    const found = [...root.querySelectorAll(selector)];
    for (const each of found) each.classList.add(name);
    return found[0] ?? null;
  };
  switch (place?.kind) {
    case 'fact':
      return all(`[data-facts~="${place.fact.id}"], tr[data-at="${place.fact.id}"]`, 'chosen');
    case 'unmapped':
      return all(`[data-at="u${place.index}"]`, 'chosen');
    case 'section':
      return root.querySelector(`[data-section="${CSS.escape(place.section.id)}"]`);
    case 'finding': {
      const operands = place.finding.facts.map((id) => all(`[data-facts~="${CSS.escape(id)}"]`, 'operand'));
      const own = all(`[data-findings~="${place.index}"], [data-at="x${data.fingerprints[place.index]}"]`, 'chosen');
      return own ?? operands.find((each) => each !== null) ?? null;
    }
    default:
      return null;
  }
}

/** One number is in the order of the tab key; arrows lead from it to the others. */
function step(root: HTMLElement, event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const from = event.target as HTMLElement;
  if (by === undefined || !from.matches('.printed .n')) return;
  const numbers = [...root.querySelectorAll<HTMLElement>('.printed .n')];
  const to = numbers[numbers.indexOf(from) + by];
  if (!to) return;
  event.preventDefault();
  from.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}
