/** Cuts a folded paragraph into what the reader of sentences understands: labels, subjects, words, numbers, marks. */
import { type Match, match, nextCharacter } from '../../patterns/regex.ts';
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

const MARK = /[，、；。！？：（）]/g;

function* found(regex: RegExp, text: string): Generator<At> {
  regex.lastIndex = 0;
  for (let hit = regex.exec(text); hit; hit = regex.exec(text)) {
    if (hit[0] === '') regex.lastIndex = nextCharacter(text, hit.index);
    else yield { start: hit.index, end: hit.index + hit[0].length };
  }
}

/** Where names overlap, the earlier wins, then the longer, then the one that is surer. */
type Named = Extract<Token, { type: 'subject' | 'label' | 'word' }>;
const rank = (token: Named) => (token.type === 'word' ? 3 : token.type === 'label' ? 1 : token.subject.marked ? 0 : 2);

/** A word whose beginning a name took may still stand in what is left of it: 支出|预算为. */
function rest(token: Named, from: number, text: string): Named | null {
  if (token.type !== 'word' || token.end <= from) return null;
  const found = match(token.regex, text, from, true);
  return found && found.end > from ? { ...token, start: from, end: found.end, groups: found.groups } : null;
}

function choose(tokens: Named[], text: string): Named[] {
  tokens.sort((a, b) => a.start - b.start || b.end - a.end || rank(a) - rank(b));
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
function withProjects(chosen: readonly Named[], projects: readonly Named[]): Named[] {
  const free = projects.filter((project) =>
    chosen.every((token) => token.end <= project.start || project.end <= token.start),
  );
  return [...chosen, ...free];
}

function named({ index, start, end }: Found, text: string, { labels, words }: Lexicon): Named {
  const label = labels[index];
  if (label) return { type: 'label', label, subject: null, start, end };
  const { role, regex } = words[index - labels.length] as Word;
  const groups = GROUPED.has(role) ? (match(regex, text, start, true)?.groups ?? {}) : {};
  return { type: 'word', role, groups, regex, start, end };
}

function namedTokens(text: string, lex: Lexicon, names: SubjectNames): Named[] {
  const tokens: Named[] = subjectsIn(text, lex, names).map((subject) => ({
    type: 'subject',
    ...subject.span,
    subject,
  }));
  for (const at of lex.search.all(text)) tokens.push(named(at, text, lex));
  const ofProject = (token: Named) =>
    token.type === 'subject' && token.subject.scheme === 'project' && !token.subject.marked;
  return withProjects(
    choose(
      tokens.filter((token) => !ofProject(token)),
      text,
    ),
    tokens.filter(ofProject),
  );
}

/** All tokens in print order. A number inside a label or word is part of it. */
export function tokensOf(text: string, mentions: readonly Mention[], lex: Lexicon, names: SubjectNames): Token[] {
  const named = namedTokens(text, lex, names);
  const inside = (at: number) => named.some((token) => token.start <= at && at < token.end);
  const tokens: Token[] = [...named];
  for (const mention of mentions) {
    if (isValue(mention)) tokens.push({ type: 'value', mention, start: mention.start, end: mention.stop });
    else if (mention.class === 'date' && /^(?:19|20)\d\d$/.test(mention.text) && !inside(mention.start)) {
      const dated = lex.dated.test(text.slice(mention.end, mention.end + 2));
      tokens.push({ type: 'year', year: Number(mention.text), dated, start: mention.start, end: mention.end });
    }
  }
  for (const at of found(MARK, text)) {
    if (!inside(at.start)) tokens.push({ type: 'mark', mark: text.slice(at.start, at.end), ...at });
  }
  return tokens.sort((a, b) => a.start - b.start || a.end - b.end);
}
