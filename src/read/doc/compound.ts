/**
 * Compound files ([MS-CFB]): streams in a file, as chains of sectors. Written for hostile files: a chain visits a sector
 * once, a stream is never longer than the file, and only the streams asked for are put together.
 */
import { Bytes } from './bytes.ts';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const HEADER_ENTRIES = 109;
const DIRECTORY_ENTRY = 128;
/** Above this a number in a chain is a mark (end, free, FAT), not a sector. */
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

export interface StreamRead {
  readonly bytes: Bytes;
  /** False where the chain ended before the length that the directory gives. */
  readonly whole: boolean;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

export function isCompound(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, i) => bytes[i] === byte);
}

export class CompoundFile {
  private readonly file: Bytes;
  private readonly shift: number;
  private readonly miniShift: number;
  private readonly cutoff: number;
  /** FAT: sector → next sector, over the sectors that the file can hold. */
  private readonly fat: Uint32Array;
  private miniFat: Uint32Array | null = null;
  private mini: Bytes | null = null;
  private readonly entries: readonly Entry[];

  constructor(data: Uint8Array) {
    const file = new Bytes(data);
    this.file = file;
    this.shift = file.u16(30) === 12 ? 12 : 9;
    this.miniShift = 6;
    this.cutoff = Math.min(file.u32(56) || 4096, 1 << 16);
    this.fat = this.readFat();
    this.entries = this.readDirectory();
  }

  /** A stream directly below the root, by name; letters of any case, as writers differ. */
  stream(name: string): StreamRead | null {
    const entry = this.find(name);
    return entry ? this.read(entry) : null;
  }

  names(): string[] {
    return this.below(this.entries[0]?.child ?? NO_ENTRY).map((entry) => entry.name);
  }

  private find(name: string): Entry | undefined {
    const wanted = name.toLowerCase();
    const matches = (entry: Entry) => entry.type === 2 && entry.name.toLowerCase() === wanted;
    // Where the tree is broken, the first stream of this name: embedded documents come after.
    return this.below(this.entries[0]?.child ?? NO_ENTRY).find(matches) ?? this.entries.find(matches);
  }

  private sectors(): number {
    return Math.ceil(Math.max(0, this.file.length - (1 << this.shift)) / (1 << this.shift));
  }

  private sector(n: number): Bytes {
    return this.file.slice((n + 1) * (1 << this.shift), 1 << this.shift);
  }

  /** The FAT, from the sector numbers in the header and in the DIFAT chain. */
  private readFat(): Uint32Array {
    const sectors = this.sectors();
    const perSector = (1 << this.shift) / 4;
    const fat = new Uint32Array(sectors).fill(0xffffffff);
    const pages: number[] = [];
    for (let i = 0; i < HEADER_ENTRIES; i++) pages.push(this.file.u32(76 + 4 * i));
    const seen = new Set<number>();
    let next = this.file.u32(68);
    while (next < sectors && !seen.has(next)) {
      seen.add(next);
      const sector = this.sector(next);
      for (let i = 0; i < perSector - 1; i++) pages.push(sector.u32(4 * i));
      next = sector.u32(4 * (perSector - 1));
    }
    let at = 0;
    for (const page of pages) {
      if (page >= LAST_SECTOR) continue;
      if (at >= sectors) break;
      if (page < sectors) {
        const sector = this.sector(page);
        const n = Math.min(perSector, sectors - at);
        for (let i = 0; i < n; i++) fat[at + i] = sector.u32(4 * i);
      }
      at += perSector;
    }
    return fat;
  }

  /** The sectors of a chain: each once, and no more than `limit` bytes need. */
  private chain(start: number, fat: Uint32Array, shift: number, limit: number): number[] {
    const wanted = Math.ceil(limit / 2 ** shift);
    const seen = new Uint8Array(fat.length);
    const chain: number[] = [];
    for (let at = start; at < fat.length && !seen[at] && chain.length < wanted; at = fat[at] as number) {
      seen[at] = 1;
      chain.push(at);
    }
    return chain;
  }

  /** The bytes of a chain within `container`, whose first sector begins at `offset`. */
  private gather(chain: readonly number[], container: Bytes, shift: number, offset: number, size: number): StreamRead {
    const length = Math.min(size, chain.length * 2 ** shift);
    const first = chain[0] ?? 0;
    if (chain.every((sector, i) => sector === first + i)) {
      const bytes = container.slice(offset + first * 2 ** shift, length);
      return { bytes, whole: bytes.length === size };
    }
    const data = new Uint8Array(length);
    let at = 0;
    for (const sector of chain) {
      const part = container.slice(offset + sector * 2 ** shift, Math.min(2 ** shift, length - at));
      data.set(part.data, at);
      at += 2 ** shift;
    }
    return { bytes: new Bytes(data), whole: length === size };
  }

  private read(entry: Entry): StreamRead {
    const size = Math.min(entry.size, this.file.length);
    if (entry.size < this.cutoff) {
      const { fat, container } = this.miniStream();
      const chain = this.chain(entry.start, fat, this.miniShift, size);
      const found = this.gather(chain, container, this.miniShift, 0, size);
      return { ...found, whole: found.whole && size === entry.size };
    }
    const chain = this.chain(entry.start, this.fat, this.shift, size);
    const found = this.gather(chain, this.file, this.shift, 1 << this.shift, size);
    return { ...found, whole: found.whole && size === entry.size };
  }

  private miniStream(): { fat: Uint32Array; container: Bytes } {
    if (!this.mini || !this.miniFat) {
      const root = this.entries[0];
      const size = Math.min(root?.size ?? 0, this.file.length);
      const chain = this.chain(root?.start ?? NO_ENTRY, this.fat, this.shift, size);
      this.mini = this.gather(chain, this.file, this.shift, 1 << this.shift, size).bytes;
      const fatChain = this.chain(this.file.u32(60), this.fat, this.shift, this.file.length);
      const table = this.gather(fatChain, this.file, this.shift, 1 << this.shift, fatChain.length << this.shift).bytes;
      const n = Math.min(Math.floor(table.length / 4), Math.ceil(this.mini.length / 2 ** this.miniShift));
      this.miniFat = Uint32Array.from({ length: n }, (_, i) => table.u32(4 * i));
    }
    return { fat: this.miniFat, container: this.mini };
  }

  private readDirectory(): Entry[] {
    const chain = this.chain(this.file.u32(48), this.fat, this.shift, this.file.length);
    const { bytes } = this.gather(chain, this.file, this.shift, 1 << this.shift, chain.length << this.shift);
    const entries: Entry[] = [];
    for (let at = 0; at + DIRECTORY_ENTRY <= bytes.length; at += DIRECTORY_ENTRY) {
      const letters = Math.min(31, Math.max(0, bytes.u16(at + 64) / 2 - 1));
      let name = '';
      for (let i = 0; i < letters; i++) name += String.fromCharCode(bytes.u16(at + 2 * i));
      entries.push({
        name,
        type: bytes.u8(at + 66),
        left: bytes.u32(at + 68),
        right: bytes.u32(at + 72),
        child: bytes.u32(at + 76),
        start: bytes.u32(at + 116),
        size: bytes.u32(at + 120),
      });
    }
    return entries;
  }

  /** The entries of one storage: a tree of siblings, each visited once. */
  private below(top: number): Entry[] {
    const seen = new Set<number>();
    const waiting = [top];
    const found: Entry[] = [];
    for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
      const entry = this.entries[at];
      if (!entry || seen.has(at)) continue;
      seen.add(at);
      found.push(entry);
      waiting.push(entry.left, entry.right);
    }
    return found;
  }
}
