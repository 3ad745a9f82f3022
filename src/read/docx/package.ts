/** The OOXML package: bounded unzipping, parts found by their relationships. */
import { unzipped } from '../zip.ts';
import { childrenOf, parseXml, type XmlElement } from './xml.ts';

export class PackageError extends Error {}

export interface Relation {
  /** The last word of the relationship's type: `styles`, `footnotes`. */
  readonly type: string;
  /** Path of the part inside the package; null for what lies outside of it. */
  readonly target: string | null;
}

export class Package {
  private readonly parts = new Map<string, Uint8Array>();
  readonly main: string;

  constructor(bytes: Uint8Array) {
    for (const [name, content] of Object.entries(unzipped(bytes, holdsText))) this.parts.set(key(name), content);
    const main = [...this.relations('').values()].find((relation) => relation.type === 'officeDocument');
    this.main = main?.target ?? 'word/document.xml';
    if (!this.parts.has(key(this.main))) throw new PackageError(`the package has no part ${this.main.slice(0, 80)}`);
  }

  bytes(path: string): Uint8Array | null {
    return this.parts.get(key(path)) ?? null;
  }

  xml(path: string): XmlElement | null {
    const bytes = this.bytes(path);
    return bytes === null ? null : parseXml(bytes, path);
  }

  /** The relations of a part by id; of the package itself for ''. */
  relations(part: string): Map<string, Relation> {
    const slash = part.lastIndexOf('/');
    const folder = part.slice(0, slash + 1);
    const element = this.xml(`${folder}_rels/${part.slice(slash + 1)}.rels`);
    const relations = new Map<string, Relation>();
    for (const each of childrenOf(element ?? undefined, 'rel:Relationship')) {
      const { Id = '', Type = '', Target = '', TargetMode } = each.attributes;
      const target = TargetMode === 'External' ? null : resolve(folder, Target);
      relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target });
    }
    return relations;
  }

  /** The first part of this type that the main part names. */
  related(type: string): XmlElement | null {
    for (const relation of this.relations(this.main).values())
      if (relation.type === type && relation.target !== null) return this.xml(relation.target);
    return null;
  }
}

/** Names differ in case and slashes from program to program. */
function key(name: string): string {
  return name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** Parts that can hold text, by name. */
function holdsText(name: string): boolean {
  return /\.(?:xml|rels|html?|mht|xhtml)$/i.test(name);
}
