/**
 * A PDF as LibreOffice writes it, with one printed figure changed: fonts are subsets, so the glyphs of the digits are
 * looked up in the fonts' own tables. Throws where a file is built otherwise.
 */
import { deflateSync, inflateSync } from 'node:zlib';

interface Obj {
  readonly number: number;
  body: Buffer;
}

export function changedPdf(bytes: Uint8Array, variant: number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const objects = objectsOf(text);
  const byNumber = new Map(objects.map((each) => [each.number, each]));
  const maps = digitMaps(objects, byNumber);
  const places = objects.flatMap((object) => placesIn(object, maps));
  if (places.length === 0) throw new Error('no figure found');
  const { object, content, at, glyphs } = places[variant % places.length] as Place;
  const printed = Number(glyphs.digits.get(content.slice(at, at + 2)));
  const next = glyphs.codes[(printed + 1 + (Math.floor(variant / places.length) % 9)) % 10];
  if (next === undefined) return changedPdf(bytes, variant + 1);
  const packed = deflateSync(Buffer.from(content.slice(0, at) + next + content.slice(at + 2), 'latin1'));
  const head = object.body.toString('latin1', 0, object.body.indexOf('stream\n') + 7);
  object.body = Buffer.concat([Buffer.from(head, 'latin1'), packed, Buffer.from('\nendstream\n')]);
  const length = byNumber.get(Number(/\/Length (\d+) 0 R/.exec(head)?.[1]));
  if (length) length.body = Buffer.from(`${packed.length}\n`);
  return assembled(text, objects);
}

function objectsOf(text: string): Obj[] {
  const start = Number(/startxref\s+(\d+)/.exec(text)?.[1]);
  const entries = [...text.slice(start).matchAll(/^(\d{10}) \d{5} n/gm)].map(([, offset]) => Number(offset));
  return entries.map((offset) => {
    const head = /^(\d+) 0 obj\n/.exec(text.slice(offset, offset + 20));
    if (!head) throw new Error('not a file of LibreOffice');
    const begin = offset + head[0].length;
    return { number: Number(head[1]), body: Buffer.from(text.slice(begin, text.indexOf('endobj', begin)), 'latin1') };
  });
}

interface Glyphs {
  /** Two hex digits of a glyph → the digit that it shows. */
  readonly digits: ReadonlyMap<string, string>;
  /** By the digit shown, the glyph, where the subset has it. */
  readonly codes: readonly (string | undefined)[];
  readonly point: string;
}

/** By the name of the font in the content. */
function digitMaps(objects: readonly Obj[], byNumber: ReadonlyMap<number, Obj>): Map<string, Glyphs> {
  const maps = new Map<string, Glyphs>();
  for (const { body } of objects) {
    for (const [, name, number] of body.toString('latin1').matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const font = byNumber.get(Number(number))?.body.toString('latin1') ?? '';
      const table = byNumber.get(Number(/\/ToUnicode (\d+) 0 R/.exec(font)?.[1]));
      if (!table) continue;
      const shown = new Map<string, string>();
      for (const [, code, unicode] of (inflated(table) ?? '').matchAll(/<([0-9A-F]{2})> <([0-9A-F]{4})>/g)) {
        shown.set(code as string, String.fromCharCode(Number.parseInt(unicode as string, 16)));
      }
      const digits = new Map([...shown].filter(([, letter]) => /^\d$/.test(letter)));
      const codes = Array.from({ length: 10 }, (_, i) => [...digits].find(([, letter]) => letter === String(i))?.[0]);
      const point = [...shown].find(([, letter]) => letter === '.')?.[0];
      if (point) maps.set(name as string, { digits, codes, point });
    }
  }
  return maps;
}

function inflated({ body }: Obj): string | null {
  const start = body.indexOf('stream\n');
  if (start < 0 || !body.includes('/FlateDecode')) return null;
  try {
    return inflateSync(body.subarray(start + 7, body.lastIndexOf('endstream') - 1)).toString('latin1');
  } catch {
    return null;
  }
}

interface Place {
  readonly object: Obj;
  readonly content: string;
  readonly at: number;
  readonly glyphs: Glyphs;
}

/** The last digits of what is printed with two decimals. */
function placesIn(object: Obj, maps: ReadonlyMap<string, Glyphs>): Place[] {
  const content = inflated(object);
  if (!content?.includes(' Tf')) return [];
  const places: Place[] = [];
  let glyphs: Glyphs | undefined;
  for (const match of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[[^\]]*\] ?TJ|<[0-9A-F]+> ?Tj/g)) {
    if (match[1]) glyphs = maps.get(match[1]);
    if (!glyphs || match[1]) continue;
    // Strings of one operation are one word, whatever kerning stands between them.
    const codes = [...match[0].matchAll(/<([0-9A-F]+)>/g)].flatMap((string) =>
      [...(string[1] as string).matchAll(/../g)].map((code) => ({
        code: code[0],
        at: match.index + string.index + 1 + code.index,
      })),
    );
    for (let i = 1; i + 2 < codes.length; i++) {
      const [before, point, , last, after] = [codes[i - 1], codes[i], codes[i + 1], codes[i + 2], codes[i + 3]];
      if (point?.code !== glyphs.point || !last || (after && glyphs.digits.has(after.code))) continue;
      if (glyphs.digits.has(before?.code ?? '') && glyphs.digits.has(last.code)) {
        places.push({ object, content, at: last.at, glyphs });
      }
    }
  }
  return places;
}

function assembled(text: string, objects: readonly Obj[]): Uint8Array {
  const first = text.indexOf('obj');
  const parts: Buffer[] = [Buffer.from(text.slice(0, text.lastIndexOf('\n', first) + 1), 'latin1')];
  let offset = (parts[0] as Buffer).length;
  const offsets = new Map<number, number>();
  for (const { number, body } of objects) {
    offsets.set(number, offset);
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('endobj\n\n')]);
    parts.push(part);
    offset += part.length;
  }
  const size = Math.max(...offsets.keys()) + 1;
  const rows = Array.from({ length: size }, (_, i) => {
    const at = offsets.get(i);
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const trailer = /trailer\s*(<<[\s\S]*?>>)\s*startxref/.exec(text)?.[1] ?? '';
  parts.push(
    Buffer.from(`xref\n0 ${size}\n${rows.join('')}trailer\n${trailer}\nstartxref\n${offset}\n%%EOF\n`, 'latin1'),
  );
  return Buffer.concat(parts);
}
