/** The OFD package (GB/T 33190): bounded unzipping, parts by paths that are relative to the part that names them. */
import { childrenOf, parseXml, type XmlElement, XmlError } from '../docx/xml.ts';
import { unzipped } from '../zip.ts';

/** Names differ in case and slashes from program to program. */
const key = (name: string) => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

export class OfdPackage {
  private readonly parts = new Map<string, Uint8Array>();

  constructor(bytes: Uint8Array) {
    const wanted = (name: string) => /\.(?:xml|png|jpe?g)$/i.test(name);
    for (const [name, content] of Object.entries(unzipped(bytes, wanted))) this.parts.set(key(name), content);
  }

  bytes(path: string): Uint8Array | null {
    return this.parts.get(key(path)) ?? null;
  }

  xml(path: string): XmlElement | null {
    const bytes = this.bytes(path);
    if (!bytes) return null;
    // No writer declares entities; files that do are made to swell.
    if (Buffer.from(bytes.subarray(0, 4096)).includes('<!ENTITY')) throw new XmlError(`${path} declares entities`);
    return parseXml(bytes, path);
  }
}

/** The path that a part gives for another one. */
export function resolve(part: string, target: string): string {
  const slashes = target.trim().replaceAll('\\', '/');
  if (slashes.startsWith('/')) return slashes.slice(1);
  const steps = part.split('/').slice(0, -1);
  for (const step of slashes.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The numbers of an attribute or an element, at most `most` of them. */
export function numbersIn(text: string | undefined, most = 16): number[] {
  return (text ?? '')
    .trim()
    .split(/\s+/, most)
    .map(Number)
    .filter((value) => Number.isFinite(value));
}

export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text.trim();
}
