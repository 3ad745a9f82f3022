/** What pages draw with: fonts, drawing parameters, images and composite units, from the resource parts. */
import { child, childrenOf, type XmlElement } from '../docx/xml.ts';
import { type OfdPackage, resolve, textOf } from './package.ts';

export interface Resources {
  readonly fonts: ReadonlyMap<string, string>;
  readonly parameters: ReadonlyMap<string, XmlElement>;
  /** Paths of image files. */
  readonly images: ReadonlyMap<string, string>;
  readonly units: ReadonlyMap<string, XmlElement>;
}

/** Reads the resource parts that an element names, on top of those that are known already. */
export function resourcesOf(
  file: OfdPackage,
  owner: XmlElement | undefined,
  path: string,
  known: Resources | null = null,
): Resources {
  const parts = ['ofd:PublicRes', 'ofd:DocumentRes', 'ofd:PageRes'].flatMap((name) => childrenOf(owner, name));
  if (known && parts.length === 0) return known;
  const all = {
    fonts: new Map(known?.fonts),
    parameters: new Map(known?.parameters),
    images: new Map(known?.images),
    units: new Map(known?.units),
  };
  for (const { text } of parts) {
    const part = resolve(path, text);
    const root = file.xml(part);
    if (root) collect(root, part, all);
  }
  return all;
}

type Collected = { [K in keyof Resources]: Map<string, Resources[K] extends ReadonlyMap<string, infer V> ? V : never> };

function collect(root: XmlElement, part: string, all: Collected): void {
  const folder = resolve(part, `${root.attributes.BaseLoc ?? '.'}/x`);
  const each = (list: string, name: string) =>
    childrenOf(root, `ofd:${list}`).flatMap((group) => childrenOf(group, `ofd:${name}`));
  const id = (element: XmlElement) => element.attributes.ID ?? '';
  for (const font of each('Fonts', 'Font')) all.fonts.set(id(font), font.attributes.FontName ?? id(font));
  for (const parameter of each('DrawParams', 'DrawParam')) all.parameters.set(id(parameter), parameter);
  for (const media of each('MultiMedias', 'MultiMedia')) {
    const target = textOf(media, 'ofd:MediaFile');
    if (target) all.images.set(id(media), resolve(folder, target));
  }
  for (const unit of each('CompositeGraphicUnits', 'CompositeGraphicUnit')) {
    const content = child(unit, 'ofd:Content');
    if (content) all.units.set(id(unit), content);
  }
}
