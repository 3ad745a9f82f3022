/** Tells what of a web page is navigation: by element, by class and id, by the share of links. Amounts protect. */
import type { Rule } from '../rules.ts';
import { attribute, type Element, isElement, names, textOf, unprinted } from './tree.ts';

export interface Weight {
  text: number;
  linked: number;
  links: number;
  amounts: boolean;
}

const STRUCTURAL = new Set(['nav', 'footer', 'aside', 'menu']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary', 'toolbar']);
const CONTAINERS = new Set('div ul ol dl section header table tr td p form center span li'.split(' '));

/** The elements to leave out. */
export function navigation(root: Element, weights: ReadonlyMap<Element, Weight>, pattern: Rule): ReadonlySet<Element> {
  const whole = weights.get(root)?.text ?? 0;
  const out = new Set<Element>();
  for (const [element, weight] of weights) {
    if (weight.amounts || element.tagName === 'body' || element.tagName === 'html') continue;
    const share = weight.linked / Math.max(1, weight.text);
    const named =
      STRUCTURAL.has(element.tagName) ||
      ROLES.has(attribute(element, 'role') ?? '') ||
      names(element).some((name) => pattern.regex.test(name));
    // A wrapper around the whole page may be called anything.
    if (named && (weight.text * 3 < whole || share > 0.5)) out.add(element);
    else if (CONTAINERS.has(element.tagName) && weight.links >= 3 && share > 0.7) out.add(element);
  }
  return out;
}

/** Length of text, of linked text, number of links for every element: children first, each node once. */
export function weigh(root: Element, amount: RegExp): Map<Element, Weight> {
  const weights = new Map<Element, Weight>();
  const open: { element: Element; entered: boolean }[] = [{ element: root, entered: false }];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    if (!top.entered) {
      top.entered = true;
      for (const child of top.element.childNodes)
        if (isElement(child) && !unprinted(child)) open.push({ element: child, entered: false });
      continue;
    }
    open.pop();
    weights.set(top.element, weightOf(top.element, weights, amount));
  }
  return weights;
}

function weightOf(element: Element, weights: ReadonlyMap<Element, Weight>, amount: RegExp): Weight {
  const weight: Weight = { text: 0, linked: 0, links: 0, amounts: false };
  for (const child of element.childNodes) {
    const text = textOf(child);
    const inner = isElement(child) ? weights.get(child) : undefined;
    if (text !== null) {
      weight.text += text.replace(/\s+/g, '').length;
      weight.amounts ||= amount.test(text);
    } else if (inner) {
      weight.text += inner.text;
      weight.linked += inner.linked;
      weight.links += inner.links;
      weight.amounts ||= inner.amounts;
    }
  }
  if (element.tagName === 'a' && attribute(element, 'href') !== null) {
    weight.linked = weight.text;
    weight.links++;
  }
  return weight;
}
