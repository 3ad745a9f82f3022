/**
 * Whether a PDF has layers that are not shown. PDFium tells what a layer holds, not whether it is shown, so such files
 * are left to the other engine.
 */
import { inflateSync } from 'node:zlib';

/** A layer, or a rule that hides one: `/OFF` before anything but an empty list. */
const HIDES = /\/(?:OFF(?![A-Za-z])(?!\s{0,20}\[\s{0,20}\])|AllOff|AnyOff|VE(?![A-Za-z]))/;
const LAYERS = '/OCProperties';
const PACKED = '/ObjStm';
/** From the name of a stream's kind to its first byte. */
const START = /stream\r?\n/;
const DICTIONARY = 600;
/** More than the objects of a thousand pages take. */
const MOST_BYTES = 64 * 1024 * 1024;

/** True as well where it cannot be told: objects may be packed and encrypted. */
export function mayHideLayers(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const packed = packedObjects(file);
  if (packed === null) return true;
  if (!file.includes(LAYERS) && !packed.some((objects) => objects.includes(LAYERS))) return false;
  return HIDES.test(file.toString('latin1')) || packed.some((objects) => HIDES.test(objects.toString('latin1')));
}

/** The objects that a file keeps in streams; null where they cannot be unpacked. */
function packedObjects(file: Buffer): Buffer[] | null {
  const found: Buffer[] = [];
  let room = MOST_BYTES;
  for (let at = file.indexOf(PACKED); at >= 0; at = file.indexOf(PACKED, at + PACKED.length)) {
    const start = START.exec(file.toString('latin1', at, at + DICTIONARY));
    if (!start) continue;
    try {
      const objects = inflateSync(file.subarray(at + start.index + start[0].length), { maxOutputLength: room });
      room -= objects.length;
      if (room <= 0) return null;
      found.push(objects);
    } catch {
      return null;
    }
  }
  return found;
}
