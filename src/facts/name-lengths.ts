/** How long the names are that begin as a text does at a place: most places begin none, and nothing is looked up there. */
export class NameLengths {
  /** 1 for each character that a name begins with. */
  private readonly begins = new Uint8Array(0x10000);
  /** By the first two characters. */
  private readonly known = new Map<number, number[]>();

  constructor(names: Iterable<string>) {
    for (const name of names) {
      if (name.length < 2) continue;
      const head = headAt(name, 0);
      this.begins[name.charCodeAt(0)] = 1;
      const lengths = this.known.get(head) ?? [];
      if (lengths.includes(name.length)) continue;
      this.known.set(
        head,
        [...lengths, name.length].sort((a, b) => b - a),
      );
    }
  }

  /** The next place from which a name can begin; the length of the text where there is none. */
  next(text: string, from: number): number {
    let at = from;
    while (at < text.length && this.begins[text.charCodeAt(at)] !== 1) at++;
    return at;
  }

  /** The longest first. */
  at(text: string, start: number): readonly number[] {
    return this.known.get(headAt(text, start)) ?? NONE;
  }
}

const NONE: readonly number[] = [];

const headAt = (text: string, start: number) => (text.charCodeAt(start) << 16) | text.charCodeAt(start + 1);
