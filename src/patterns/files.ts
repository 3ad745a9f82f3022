/** The files that packs are made of, in the directory of the program and in directories of its user. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';
import type * as Yaml from 'yaml';
import type { LineCounter, Document as YamlDocument } from 'yaml';
import { isMap } from './merge.ts';

/** Loaded when it is needed: a built program has its own packs as JSON. */
const yaml = (): typeof Yaml => createRequire(import.meta.url)('yaml');

/** One YAML file of one directory. */
export class PackFile {
  private read: string | null = null;
  private parsed: { readonly value: unknown } | null = null;

  constructor(
    readonly directory: string,
    /** Path below the directory, with `/`. */
    readonly name: string,
    /** 0 for the packs of the program, 1 and more for those of its user. */
    readonly layer: number,
  ) {}

  /** Where a person finds the file: in the packs of the program, or in a directory of the user. */
  get place(): string {
    return this.layer === 0 ? `patterns/${this.name}` : join(this.directory, this.name);
  }

  /** The path without `.yaml`. */
  get own(): string {
    return this.name.slice(0, -'.yaml'.length);
  }

  /** Examples in files of their own only matter to those who test packs. */
  get examples(): boolean {
    return /(?:^|\/)examples\//.test(this.name);
  }

  /** Names for people: changing one must not make a record look like one of other packs. */
  get labels(): boolean {
    return this.name.startsWith('labels/');
  }

  get text(): string {
    this.read ??= readFileSync(join(this.directory, this.name), 'utf8').replace(/^\ufeff/, '');
    return this.read;
  }

  /** The pack that this file adds to: the one it `extends`, else the one of its own path. */
  get key(): string {
    return this.top('extends') ?? this.own;
  }

  /** Files of a higher order are laid over those of a lower one. NaN where the file says no number. */
  get order(): number {
    const order = this.top('order');
    if (order === null) return 0;
    return /^-?\d{1,6}$/.test(order) ? Number(order) : Number.NaN;
  }

  /** A scalar at the top of the file, found without parsing all of it. */
  private top(name: 'extends' | 'order'): string | null {
    if (this.examples) return null;
    return new RegExp(`^${name}:[ \\t]*['"]?([^\\s'"#]+)`, 'm').exec(this.text)?.[1] ?? null;
  }

  /** The content, without what it says of its place among the packs. */
  parse(): unknown {
    this.parsed ??= { value: this.content() };
    return this.parsed.value;
  }

  private content(): unknown {
    let value: unknown;
    try {
      value = yaml().parse(this.text);
    } catch (error) {
      throw this.error((error as Error).message);
    }
    if (!isMap(value)) return value;
    const { extends: _, order: __, ...rest } = value;
    return rest;
  }

  /** With comments and places, for documentation and for messages that name a line. */
  document(): { readonly document: YamlDocument.Parsed; readonly lines: LineCounter } {
    const { LineCounter, parseDocument } = yaml();
    const lines = new LineCounter();
    return { document: parseDocument(this.text, { lineCounter: lines }), lines };
  }

  error(message: string): Error {
    return new Error(`pattern pack ${this.name}: ${message}`);
  }
}

/** The YAML files below a directory, by name. */
export function packFiles(directory: string, layer: number): PackFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => new PackFile(directory, name.split(sep).join('/'), layer))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files by pack, packs in the order of their keys, and the files of each in the order in which they are laid. */
export function byPack(files: readonly PackFile[]): Map<string, PackFile[]> {
  const packs = new Map<string, PackFile[]>();
  for (const file of files) packs.set(file.key, [...(packs.get(file.key) ?? []), file]);
  for (const [key, own] of packs) {
    const first = own.find((file) => file.own === key);
    const stray = own.find((file) => file.own !== key);
    if (stray && !first) throw stray.error(`extends ${key}, and there is no such pack`);
    own.sort(
      (a, b) => Number(b === first) - Number(a === first) || a.layer - b.layer || (a.order || 0) - (b.order || 0),
    );
  }
  return new Map([...packs].sort(([a], [b]) => (a < b ? -1 : 1)));
}
