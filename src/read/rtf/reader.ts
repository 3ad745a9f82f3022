/** Rich Text to parts: groups carry a state, destinations decide where text goes, control words end lines and cells. */
import type { Part } from '../parts.ts';
import { codePageOf, decodeBytes } from './charset.ts';
import { type ParagraphState, PLAIN, RtfFlow } from './flow.ts';
import { type Token, tokens } from './tokens.ts';

/** What a group inherits and gives up at its end. */
interface State {
  destination: 'text' | 'skip' | 'fonts';
  hidden: boolean;
  deleted: boolean;
  font: number;
  /** How many characters after `\u` repeat it for older programs. */
  fallback: number;
}

/** Groups that hold no text of the document. */
const SKIPPED = new Set(
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn annotation fldinst bkmkstart bkmkend xe tc rxe listtable listoverridetable revtbl generator shprslt nonesttables pn atnid atnauthor objdata objclass objname template filetbl upr sp do'.split(
    ' ',
  ),
);
/** Groups that are read although the mark before them lets a reader skip them; all others with it are skipped. */
const OPTIONAL = new Set(['shpinst', 'shptxt', 'nesttableprops', 'ud', 'footnote']);

const CHARACTERS: Readonly<Record<string, string>> = {
  tab: '\t',
  emdash: '\u2014',
  endash: '\u2013',
  lquote: '\u2018',
  rquote: '\u2019',
  ldblquote: '\u201c',
  rdblquote: '\u201d',
  bullet: '\u2022',
  emspace: '\u2003',
  enspace: '\u2002',
};

const SYMBOLS: Readonly<Record<string, string>> = { '~': '\u00a0', _: '-', '\\': '\\', '{': '{', '}': '}' };

const MAX_DEPTH = 2000;

export interface RtfResult {
  readonly parts: Part[];
  /** False where groups were still open at the end. */
  readonly whole: boolean;
}

export class RtfReader {
  private state: State = { destination: 'text', hidden: false, deleted: false, font: 0, fallback: 1 };
  private readonly stack: (State & { readonly paragraph: ParagraphState })[] = [];
  /** `\*` stands before the next word. */
  private optional = false;
  /** Characters still to be passed over after `\u`. */
  private skip = 0;
  private bytes = '';
  private codePage = 1252;
  private defaultFont = 0;
  private readonly fonts = new Map<number, number>();
  private flow = new RtfFlow();
  private readonly notes: Part[] = [];
  /** Flows that a note or a text box interrupts, with the depth of the group that does. */
  private readonly outer: { readonly flow: RtfFlow; readonly depth: number; readonly note: boolean }[] = [];

  private readonly properties: Readonly<Record<string, (number: number | null) => void>> = {
    par: () => this.flow.endParagraph(),
    sect: () => this.flow.endParagraph(),
    line: () => this.flow.endLine(),
    lbr: () => this.flow.endLine(),
    cell: () => this.flow.endCell(1),
    nestcell: () => this.flow.endCell(this.flow.innerLevel),
    row: () => this.flow.endRow(1),
    nestrow: () => this.flow.endRow(this.flow.innerLevel),
    pard: () => this.flow.set(PLAIN),
    intbl: () => this.flow.set({ inTable: true }),
    itap: (number) => this.flow.set({ nesting: Math.min(20, Math.max(0, number ?? 0)) }),
    outlinelevel: (number) => this.flow.set({ heading: number !== null && number < 9 ? number + 1 : null }),
    v: (number) => {
      this.state.hidden = number !== 0;
    },
    deleted: (number) => {
      this.state.deleted = number !== 0;
    },
    plain: () => {
      Object.assign(this.state, { hidden: false, deleted: false, font: this.defaultFont });
    },
    f: (number) => {
      this.state.font = number ?? 0;
    },
    uc: (number) => {
      this.state.fallback = Math.max(0, number ?? 1);
    },
    ansicpg: (number) => {
      this.codePage = number ?? 1252;
    },
    deff: (number) => {
      this.defaultFont = number ?? 0;
      this.state.font = this.defaultFont;
    },
  };

  read(source: string): RtfResult {
    for (const token of tokens(source)) {
      if (token.kind === 'text') this.addBytes(token.bytes);
      else this.mark(token);
    }
    this.flush();
    const whole = this.stack.length === 0;
    while (this.outer.length > 0) this.leaveFlow();
    return { parts: [...this.flow.finish(), ...this.notes], whole };
  }

  private mark(token: Exclude<Token, { kind: 'text' }>): void {
    this.flush();
    if (token.kind === 'word') this.word(token.name, token.number);
    else if (token.kind === 'symbol') this.symbol(token.name);
    else if (token.kind === 'open') this.openGroup();
    else this.closeGroup();
  }

  private openGroup(): void {
    this.skip = 0;
    if (this.stack.length < MAX_DEPTH) this.stack.push({ ...this.state, paragraph: this.flow.paragraph });
  }

  private closeGroup(): void {
    this.skip = 0;
    this.optional = false;
    if (this.outer.at(-1)?.depth === this.stack.length) this.leaveFlow();
    const found = this.stack.pop();
    if (!found) return;
    const { paragraph, ...state } = found;
    this.state = state;
    this.flow.paragraph = paragraph;
  }

  private symbol(name: string): void {
    if (name === '*') this.optional = true;
    else if (name === '\n' || name === '\r') this.flow.endParagraph();
    else this.print(SYMBOLS[name] ?? '');
  }

  private word(name: string, number: number | null): void {
    const { optional } = this;
    this.optional = false;
    const { destination } = this.state;
    if (destination === 'fonts') this.fontEntry(name, number);
    else if (name === 'ud' && optional) this.state.destination = 'text';
    else if (destination === 'skip' || this.isDestination(name, optional)) return;
    else if (name === 'u') this.unicode(number ?? 0);
    else if (name in CHARACTERS) this.print(CHARACTERS[name] ?? '');
    else if (!this.flow.tables.define(name, number)) this.properties[name]?.(number);
  }

  /** True for a word that says what its group is for. */
  private isDestination(name: string, optional: boolean): boolean {
    if (name === 'fonttbl') this.state.destination = 'fonts';
    else if (SKIPPED.has(name) || (optional && !OPTIONAL.has(name))) this.state.destination = 'skip';
    else if (name === 'footnote' || name === 'shptxt') this.enterFlow(name === 'footnote');
    else return false;
    return true;
  }

  private fontEntry(name: string, number: number | null): void {
    if (name === 'f') this.state.font = number ?? 0;
    const page = name === 'fcharset' ? codePageOf(number ?? 0) : null;
    if (page !== null) this.fonts.set(this.state.font, page);
  }

  private unicode(number: number): void {
    this.print(String.fromCharCode(number & 0xffff));
    this.skip = this.state.fallback;
  }

  private addBytes(bytes: string): void {
    const skipped = Math.min(this.skip, bytes.length);
    this.skip -= skipped;
    this.bytes += bytes.slice(skipped);
  }

  /** Bytes of one character may stand in several tokens, so they are decoded where something else comes. */
  private flush(): void {
    if (this.bytes === '') return;
    this.print(decodeBytes(this.bytes, this.fonts.get(this.state.font) ?? this.codePage));
    this.bytes = '';
  }

  private print(text: string): void {
    const { destination, hidden, deleted } = this.state;
    if (destination === 'text' && !hidden && !deleted) this.flow.print(text);
  }

  /** Notes and text boxes are flows of their own in the middle of a paragraph. */
  private enterFlow(note: boolean): void {
    this.outer.push({ flow: this.flow, depth: this.stack.length, note });
    this.flow = new RtfFlow();
  }

  private leaveFlow(): void {
    const inner = this.flow.finish();
    const outer = this.outer.pop();
    if (!outer) return;
    this.flow = outer.flow;
    if (outer.note) this.notes.push(...inner);
    else this.flow.append(inner);
  }
}
