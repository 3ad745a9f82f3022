/** Makes scans of the pages of a PDF: drawn at some resolution, turned, dirtied, stamped, squeezed as JPEG. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { withPictures } from '../src/read/pdf/open.ts';

export interface Dirt {
  readonly dpi: number;
  /** Degrees clockwise. */
  readonly lean?: number;
  /** Standard deviation of the grain, in levels of grey; specks come with it. */
  readonly grain?: number;
  /** Quality of the JPEG, up to 100. */
  readonly quality?: number;
  readonly stamp?: boolean;
}

export interface Scan {
  readonly jpeg: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const A4 = { width: 595.3, height: 841.9 };
const INCH = 72;

/** The same numbers each time. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

export async function scansOf(pdf: Uint8Array, numbers: readonly number[], dirt: Dirt): Promise<Scan[]> {
  const scans: Scan[] = [];
  const pages = numbers.map((number) => ({ number, ...A4 }));
  await withPictures(pdf, pages, Math.round((A4.height / INCH) * dirt.dpi), async (number, png) => {
    scans.push(await scanned(png, dirt, number));
  });
  return scans;
}

async function scanned(png: Uint8Array, { dpi, lean = 0, grain = 0, quality = 80, stamp }: Dirt, seed: number) {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, width, height);
  context.translate(width / 2, height / 2);
  context.rotate((lean * Math.PI) / 180);
  context.drawImage(image, -width / 2, -height / 2);
  context.resetTransform();
  if (stamp) {
    context.strokeStyle = 'rgba(220, 40, 40, 0.8)';
    context.lineWidth = dpi / 25;
    context.beginPath();
    context.arc(width * 0.55, height * 0.35, dpi * 0.8, 0, 2 * Math.PI);
    context.stroke();
  }
  if (grain > 0) {
    const picture = context.getImageData(0, 0, width, height);
    const next = chance(seed);
    for (let i = 0; i < picture.data.length; i += 4) {
      // Three even chances together are nearly a bell; paper is not quite white, ink not quite black.
      const noise = (next() + next() + next() - 1.5) * 2 * grain - (next() < 0.0004 ? 180 : 0);
      for (let k = i; k < i + 3; k++) picture.data[k] = (picture.data[k] as number) * 0.9 + 15 + noise;
    }
    context.putImageData(picture, 0, 0);
  }
  return { jpeg: new Uint8Array(canvas.toBuffer('image/jpeg', quality)), width, height };
}

/** A PDF whose pages are pictures and nothing else. */
export function pdfOfScans(scans: readonly Scan[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const write = (bytes: Uint8Array | string) => {
    const part = Buffer.from(bytes as string);
    parts.push(part);
    length += part.length;
  };
  const object = (body: string, stream?: Uint8Array) => {
    offsets.push(length);
    write(`${offsets.length} 0 obj\n${body}\n`);
    if (stream) {
      write('stream\n');
      write(stream);
      write('\nendstream\n');
    }
    write('endobj\n');
  };
  const kids = scans.map((_, i) => `${3 + 3 * i} 0 R`).join(' ');
  object('<< /Type /Catalog /Pages 2 0 R >>');
  object(`<< /Type /Pages /Count ${scans.length} /Kids [${kids}] >>`);
  scans.forEach(({ jpeg, width, height }, i) => {
    const [w, h] = [A4.width, (A4.width * height) / width].map((value) => value.toFixed(2));
    const draw = `q ${w} 0 0 ${h} 0 0 cm /Scan Do Q`;
    object(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${w} ${h}] /Contents ${4 + 3 * i} 0 R /Resources << /XObject << /Scan ${5 + 3 * i} 0 R >> >> >>`,
    );
    object(`<< /Length ${draw.length} >>`, Buffer.from(draw));
    object(
      `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`,
      jpeg,
    );
  });
  const start = length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  write(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${entries}`);
  write(`trailer\n<< /Size ${offsets.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`);
  return Buffer.concat(parts);
}
