/** Cuts a folded paragraph into what the reader of sentences understands: labels, subjects, words, numbers, marks. */
import { type Match, match } from '../../patterns/regex.ts';
import type { Found } from '../../patterns/search.ts';
import type { Label, Lexicon, Role, Word } from './lexicon.ts';
import { isValue, type Mention } from './mentions.ts';
import { type SubjectName, type SubjectNames, subjectsIn } from './subjects.ts';

interface At {
  readonly start: number;
  readonly end: number;
}
export type Token = At &
  /** `subject`: the same words as a subject, for a section where the label means nothing. */
  (
    | { readonly type: 'label'; readonly label: Label; readonly subject: SubjectName | null }
    | { readonly type: 'subject'; readonly subject: SubjectName }
    | { readonly type: 'word'; readonly role: Role; readonly groups: Match['groups']; readonly regex: RegExp }
    | { readonly type: 'value'; readonly mention: Mention }
    /** `dated`: part of a whole date (截至2023年12月31日). */
    | { readonly type: 'year'; readonly year: number; readonly dated: boolean }
    | { readonly type: 'mark'; readonly mark: string }
  );

/** Roles whose words say more than that they are there: a year, which budget. */
const GROUPED: ReadonlySet<Role> = new Set([
  'base',
  'complete',
  'budget',
  'final',
  'execution',
  'above',
  'below',
  'either',
]);

const MARKS = new Map([...'，、；。！？：（）'].map((mark) => [mark.charCodeAt(0), mark]));
/** No mark is among the common characters. */
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff;

/** Where names overlap, the earlier wins, then the longer, then the one that is surer. */
type Named = Extract<Token, { type: 'subject' | 'label' | 'word' }>;
const rank = (token: Named) => (token.type === 'word' ? 3 : token.type === 'label' ? 1 : token.subject.marked ? 0 : 2);

/** A word whose beginning a name took may still stand in what is left of it: 支出|预算为. */
function rest(token: Named, from: number, text: string): Named | null {
  if (token.type !== 'word' || token.end <= from) return null;
  const found = match(token.regex, text, from, true);
  return found && found.end > from ? { ...token, start: from, end: found.end, groups: found.groups } : null;
}

const order = (a: Named, b: Named) => a.start - b.start || b.end - a.end || rank(a) - rank(b);
/** More are sorted by the engine. */
const FEW = 40;

/** Sorts what is nearly in order already, without the room that the engine's sort takes for each of many short lists. */
function inOrder(tokens: Named[]): void {
  if (tokens.length > FEW) tokens.sort(order);
  for (let i = 1; i < tokens.length; i++) {
    const token = tokens[i] as Named;
    let k = i;
    for (; k > 0 && order(tokens[k - 1] as Named, token) > 0; k--) tokens[k] = tokens[k - 1] as Named;
    tokens[k] = token;
  }
}

function choose(tokens: Named[], text: string): Named[] {
  inOrder(tokens);
  const chosen: Named[] = [];
  let end = 0;
  for (const token of tokens) {
    const last = chosen.at(-1);
    if (token.type === 'subject' && last?.type === 'label' && last.start === token.start) {
      chosen[chosen.length - 1] = { ...last, subject: last.subject ?? token.subject };
    }
    const free = token.start < end ? rest(token, end, text) : token;
    if (!free) continue;
    chosen.push(free);
    end = free.end;
  }
  return chosen;
}

/** A project's name is only what nothing else explains. */
function withProjects(chosen: Named[], projects: readonly Named[]): Named[] {
  if (projects.length === 0) return chosen;
  const free = projects.filter((project) =>
    chosen.every((token) => token.end <= project.start || project.end <= token.start),
  );
  return free.length === 0 ? chosen : [...chosen, ...free].sort((a, b) => a.start - b.start);
}

const NO_GROUPS: Match['groups'] = {};

function named({ index, start, end }: Found, text: string, { labels, words }: Lexicon): Named {
  const label = labels[index];
  if (label) return { type: 'label', label, subject: null, start, end };
  const { role, regex } = words[index - labels.length] as Word;
  const groups = GROUPED.has(role) ? (match(regex, text, start, true)?.groups ?? {}) : NO_GROUPS;
  return { type: 'word', role, groups, regex, start, end };
}

function namedTokens(text: string, lex: Lexicon, names: SubjectNames): Named[] {
  const tokens: Named[] = [];
  const projects: Named[] = [];
  for (const subject of subjectsIn(text, lex, names)) {
    const { start, end } = subject.span;
    const ofProject = subject.scheme === 'project' && !subject.marked;
    (ofProject ? projects : tokens).push({ type: 'subject', subject, start, end });
  }
  for (const at of lex.search.all(text)) tokens.push(named(at, text, lex));
  return withProjects(choose(tokens, text), projects);
}

/** The numbers that the reader of sentences takes; a number inside a label or word is part of it. */
function numberTokens(text: string, mentions: readonly Mention[], names: Inside, lex: Lexicon): Token[] {
  const tokens: Token[] = [];
  for (const mention of mentions) {
    const { start, end } = mention;
    if (isValue(mention)) tokens.push({ type: 'value', mention, start, end: mention.stop });
    else if (mention.class === 'date' && YEAR.test(mention.text) && !names.holds(start)) {
      const dated = lex.dated.test(text.slice(end, end + 2));
      tokens.push({ type: 'year', year: Number(mention.text), dated, start, end });
    }
  }
  return tokens;
}

const YEAR = /^(?:19|20)\d\d$/;

function markTokens(text: string, names: Inside): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < text.length; start++) {
    const code = text.charCodeAt(start);
    const mark = isHan(code) ? undefined : MARKS.get(code);
    if (mark !== undefined && !names.holds(start)) tokens.push({ type: 'mark', mark, start, end: start + 1 });
  }
  return tokens;
}

/** Whether a name holds a place; places are asked for from left to right, and names do not overlap. */
class Inside {
  private next = 0;

  constructor(private readonly names: readonly At[]) {}

  holds(at: number): boolean {
    while (this.next < this.names.length && (this.names[this.next] as At).end <= at) this.next++;
    const name = this.names[this.next];
    return name !== undefined && name.start <= at;
  }
}

/** Two lists in print order as one; of equals those of the first come first. */
function merged(some: readonly Token[], others: readonly Token[]): Token[] {
  const all: Token[] = [];
  let k = 0;
  for (const token of some) {
    for (let other = others[k]; other && (other.start - token.start || other.end - token.end) < 0; other = others[k]) {
      all.push(other);
      k++;
    }
    all.push(token);
  }
  for (; k < others.length; k++) all.push(others[k] as Token);
  return all;
}

/** All tokens in print order. */
export function tokensOf(text: string, mentions: readonly Mention[], lex: Lexicon, names: SubjectNames): Token[] {
  const named = namedTokens(text, lex, names);
  const numbers = numberTokens(text, mentions, new Inside(named), lex);
  return merged(merged(named, numbers), markTokens(text, new Inside(named)));
}
