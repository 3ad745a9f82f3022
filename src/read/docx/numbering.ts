/** numbering.xml to the list definitions of the label generator. */
import type { LevelDefinition, ListDefinition } from '../word/numbering.ts';
import { knownFormat } from '../word/numerals.ts';
import type { Styles } from './styles.ts';
import { child, childrenOf, integer, toggle, value, type XmlElement } from './xml.ts';

export interface Numbering {
  readonly lists: ReadonlyMap<string, ListDefinition>;
  /** The level of a list that is bound to a paragraph style. */
  levelOf(numId: string, style: string): number | null;
  /** Number formats that nothing knows; their labels show plain digits. */
  readonly unknownFormats: readonly string[];
}

interface Abstract {
  readonly id: string;
  readonly element: XmlElement;
}

export function readNumbering(root: XmlElement | null, styles: Styles): Numbering {
  const abstracts = new Map<string, Abstract>();
  for (const element of childrenOf(root ?? undefined, 'w:abstractNum')) {
    const id = element.attributes['w:abstractNumId'] ?? '';
    abstracts.set(id, { id, element });
  }
  const nums = new Map(childrenOf(root ?? undefined, 'w:num').map((num) => [num.attributes['w:numId'] ?? '', num]));
  const lists = new Map<string, ListDefinition>();
  const bound = new Map<string, Map<string, number>>();
  const unknown = new Set<string>();
  for (const [numId, num] of nums) {
    const abstract = abstractOf(num, nums, abstracts, styles);
    if (!abstract) continue;
    const { definition, byStyle } = listOf(num, abstract);
    lists.set(numId, definition);
    bound.set(numId, byStyle);
    for (const level of definition.levels) if (level && !knownFormat(level.format)) unknown.add(level.format);
  }
  return {
    lists,
    levelOf: (numId, style) => bound.get(numId)?.get(style) ?? null,
    unknownFormats: [...unknown].sort(),
  };
}

/** The abstract list of an instance, followed through the numbering style that may stand in its place. */
function abstractOf(
  num: XmlElement,
  nums: ReadonlyMap<string, XmlElement>,
  abstracts: ReadonlyMap<string, Abstract>,
  styles: Styles,
): Abstract | null {
  let abstract = abstracts.get(value(child(num, 'w:abstractNumId')) ?? '');
  for (let step = 0; abstract && step < 5; step++) {
    const link = value(child(abstract.element, 'w:numStyleLink'));
    if (link === undefined) return abstract;
    const linked = nums.get(styles.listOf(link) ?? '');
    const next: Abstract | undefined = linked && abstracts.get(value(child(linked, 'w:abstractNumId')) ?? '');
    abstract =
      next && next !== abstract
        ? next
        : [...abstracts.values()].find((each) => value(child(each.element, 'w:styleLink')) === link);
  }
  return abstract ?? null;
}

function listOf(num: XmlElement, abstract: Abstract): { definition: ListDefinition; byStyle: Map<string, number> } {
  const levels: (LevelDefinition | undefined)[] = [];
  const byStyle = new Map<string, number>();
  const startOverrides = new Map<number, number>();
  const add = (element: XmlElement) => {
    const index = integer(element.attributes['w:ilvl']) ?? 0;
    if (index < 0 || index > 8) return;
    levels[index] = levelOf(element);
    const style = value(child(element, 'w:pStyle'));
    if (style !== undefined) byStyle.set(style, index);
  };
  for (const level of childrenOf(abstract.element, 'w:lvl')) add(level);
  for (const override of childrenOf(num, 'w:lvlOverride')) {
    const index = integer(override.attributes['w:ilvl']) ?? 0;
    const level = child(override, 'w:lvl');
    if (level) add(level);
    const start = integer(value(child(override, 'w:startOverride')));
    if (start !== null && index >= 0 && index <= 8) startOverrides.set(index, start);
  }
  return { definition: { counter: abstract.id, levels, startOverrides }, byStyle };
}

function levelOf(level: XmlElement): LevelDefinition {
  const suffix = value(child(level, 'w:suff'));
  const hidden = toggle(child(child(level, 'w:rPr'), 'w:vanish')) ?? false;
  return {
    format: formatOf(level),
    text: hidden ? '' : (value(child(level, 'w:lvlText')) ?? ''),
    start: integer(value(child(level, 'w:start'))) ?? 0,
    restart: integer(value(child(level, 'w:lvlRestart'))),
    suffix: suffix === 'nothing' || suffix === 'space' ? suffix : 'tab',
    legal: toggle(child(level, 'w:isLgl')) ?? false,
  };
}

/** A format newer than the standard stands in a choice beside an older one. */
function formatOf(level: XmlElement): string {
  const alternatives = child(level, 'mc:AlternateContent');
  const format =
    child(level, 'w:numFmt') ??
    child(child(alternatives, 'mc:Choice'), 'w:numFmt') ??
    child(child(alternatives, 'mc:Fallback'), 'w:numFmt');
  const name = value(format) ?? 'decimal';
  if (name !== 'custom') return name;
  return /^0\d/.test(format?.attributes['w:format'] ?? '') ? 'decimalZero' : 'decimal';
}
