/** Text objects: where each character stands, from the offsets that the object gives. */
import type { Glyph } from '../../layout/marks.ts';
import { childrenOf, type XmlElement } from '../docx/xml.ts';
import { type Matrix, mapBox } from '../pdf/matrix.ts';
import { directionOf } from '../pdf/text.ts';

const ASCENT = 0.88;
const DESCENT = 0.12;
/** Width of Latin letters and digits where the offsets do not tell it, in parts of the font size. */
const NARROW = 0.55;

/** Offsets between characters; `g 3 5.2` stands for three times 5.2. No more than the text can use. */
export function offsets(text: string | undefined, most: number): number[] {
  const words = (text ?? '').trim().split(/\s+/, 3 * most + 3);
  const values: number[] = [];
  for (let i = 0; i < words.length && values.length < most; i++) {
    if (words[i]?.toLowerCase() !== 'g') {
      const value = Number.parseFloat(words[i] as string);
      if (Number.isFinite(value)) values.push(value);
      continue;
    }
    const times = Number.parseInt(words[i + 1] ?? '', 10);
    const value = Number.parseFloat(words[i + 2] ?? '');
    i += 2;
    for (let n = 0; n < times && values.length < most && Number.isFinite(value); n++) values.push(value);
  }
  return values;
}

const TURNS: Readonly<Record<string, readonly [number, number]>> = { 90: [0, 1], 180: [-1, 0], 270: [0, -1] };

function attribute(element: XmlElement, name: string): number | null {
  const value = Number.parseFloat(element.attributes[name] ?? '');
  return Number.isFinite(value) ? value : null;
}

const isWide = (character: string) => (character.codePointAt(0) as number) >= 0x2000;

/** The glyphs of a text object; `m` maps its space to the page. */
export function glyphsOf(object: XmlElement, m: Matrix, font: string): Glyph[] {
  const size = attribute(object, 'Size') ?? 0;
  if (size <= 0) return [];
  const scale = attribute(object, 'HScale') || 1;
  const [cos, sin] = TURNS[object.attributes.CharDirection ?? ''] ?? [1, 0];
  const upwards = ['90', '270'].includes(object.attributes.ReadDirection ?? '');
  const glyphs: Glyph[] = [];
  let x = 0;
  let y = 0;
  const put = (text: string, room: number | null) => {
    const natural = (isWide(text) ? size : NARROW * size) * scale;
    const width = room !== null && room > 0 ? Math.min(room, isWide(text) ? size * scale : 0.75 * size) : natural;
    const local: Matrix = [
      m[0] * cos + m[2] * sin,
      m[1] * cos + m[3] * sin,
      m[2] * cos - m[0] * sin,
      m[3] * cos - m[1] * sin,
      m[0] * x + m[2] * y + m[4],
      m[1] * x + m[3] * y + m[5],
    ];
    const box = mapBox(local, 0, -ASCENT * size, width, DESCENT * size);
    if (!box.every(Number.isFinite) || text < ' ') return;
    const em = size * Math.hypot(local[2], local[3]);
    const direction = directionOf(local[0], local[1]);
    glyphs.push({ text, box, x: local[4], base: local[5], size: em, font, direction });
  };
  for (const code of childrenOf(object, 'ofd:TextCode')) {
    const characters = [...code.text];
    const across = offsets(code.attributes.DeltaX, characters.length);
    const down = offsets(code.attributes.DeltaY, characters.length);
    x = attribute(code, 'X') ?? x;
    y = attribute(code, 'Y') ?? y;
    const free = across.length === 0 && down.length === 0;
    characters.forEach((character, i) => {
      const natural = (isWide(character) ? size : NARROW * size) * scale;
      const stepX = free ? (upwards ? 0 : natural) : (across[i] ?? across.at(-1) ?? 0);
      const stepY = free ? (upwards ? natural : 0) : (down[i] ?? down.at(-1) ?? 0);
      const last = i === characters.length - 1;
      put(character, last || across.length === 0 || cos === 0 ? null : Math.abs(stepX));
      x += stepX;
      y += stepY;
    });
  }
  return glyphs;
}
