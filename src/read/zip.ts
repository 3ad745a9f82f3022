/** ZIP with bounds: sizes are checked before anything is inflated, and bind the inflater. */
import { unzipSync } from 'fflate';

export class ZipError extends Error {}

/** A part of a real document is far smaller; what is made of it takes several times its size in memory. */
const MAX_PART = 64 * 1024 * 1024;
const MAX_TOTAL = 128 * 1024 * 1024;
/** Tables of zeros compress well, but not like this. */
const MAX_RATIO = 400;
const RATIO_FROM = 4 * 1024 * 1024;

/** The members that `wanted` names; a ZipError where they would unpack to too much. */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let total = 0;
  return unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      if (!wanted(name)) return false;
      total += originalSize;
      if (originalSize > MAX_PART || total > MAX_TOTAL)
        throw new ZipError(`part ${name.slice(0, 80)} would unpack to more than is allowed`);
      if (originalSize > RATIO_FROM && originalSize > size * MAX_RATIO)
        throw new ZipError(`part ${name.slice(0, 80)} is packed ${Math.round(originalSize / size)} times: a ZIP bomb`);
      return true;
    },
  });
}
