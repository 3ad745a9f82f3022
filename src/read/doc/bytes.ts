/**
 * Little-endian numbers out of bytes that nobody vouches for. What lies beyond the end reads as zero, so that a length
 * or an offset of the file can be wrong without an exception; whoever loops over a count bounds it by `count()`.
 */
export class Bytes {
  readonly length: number;
  readonly data: Uint8Array;

  constructor(data: Uint8Array) {
    this.data = data;
    this.length = data.length;
  }

  u8(at: number): number {
    return this.data[at] ?? 0;
  }

  u16(at: number): number {
    return this.u8(at) | (this.u8(at + 1) << 8);
  }

  i16(at: number): number {
    return (this.u16(at) << 16) >> 16;
  }

  i32(at: number): number {
    return this.u16(at) | (this.u16(at + 2) << 16);
  }

  u32(at: number): number {
    return this.i32(at) >>> 0;
  }

  /** The bytes of the range that are there. */
  slice(start: number, length: number): Bytes {
    const from = Math.min(Math.max(0, start), this.length);
    return new Bytes(this.data.subarray(from, Math.min(this.length, from + Math.max(0, length))));
  }

  /** How many elements of `size` bytes fit from `start` on, at most `wanted`. */
  count(start: number, size: number, wanted: number): number {
    return Math.max(0, Math.min(wanted, Math.floor((this.length - start) / size)));
  }
}

export const NOTHING = new Bytes(new Uint8Array(0));

/**
 * A PLC ([MS-DOC] 2.2.2): n + 1 ascending positions, then n elements of `size` bytes. Positions that do not ascend are
 * cut off with all that follow them.
 */
export interface Plc {
  readonly positions: readonly number[];
  /** Offset of the first element in the bytes given. */
  readonly elements: number;
  readonly size: number;
}

export function plc(bytes: Bytes, size: number): Plc {
  const n = Math.max(0, Math.floor((bytes.length - 4) / (4 + size)));
  const positions: number[] = [];
  if (n > 0) {
    for (let i = 0; i <= n; i++) {
      const position = bytes.u32(i * 4);
      if (i > 0 && position < (positions[i - 1] as number)) break;
      positions.push(position);
    }
  }
  return { positions, elements: (n + 1) * 4, size };
}
