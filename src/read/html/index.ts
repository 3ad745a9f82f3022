/** HTML: what a browser prints of the document, without the page around it. */

import type { Notice } from '../../document.ts';
import { foldText } from '../../fold.ts';
import { compiledOnce, type Patterns } from '../../patterns/load.ts';
import { type Decoded, decode } from '../charset.ts';
import { documentOf } from '../contents.ts';
import { failure, notice, type Reading } from '../notices.ts';
import { type Part, paragraph } from '../parts.ts';
import type { FlowLine } from '../reflow.ts';
import { rulesOf, rulesSchema } from '../rules.ts';
import { textParts } from '../text.ts';
import { TABLES_APPROXIMATE } from '../text-tables.ts';
import { attachmentsOf } from './attachments.ts';
import { type Item, itemsOf } from './blocks.ts';
import { hiddenNames } from './hidden.ts';
import { navigation, weigh } from './navigation.ts';
import { type Element, parseHtml } from './tree.ts';

const PACK = 'layout-html';
const NAMES = ['navigation', 'amount', 'residue'] as const;
export const HtmlRulesSchema = rulesSchema(NAMES);
export const htmlRules = compiledOnce((patterns) => rulesOf(patterns.files.get(PACK), NAMES, PACK));

/** `label`: a character set that stands outside of the page, as a mail header names it. */
export function readHtml(bytes: Uint8Array, patterns: Patterns, label: string | null = null): Reading {
  const { text, charset, guessed, broken } = decodedPage(bytes, label);
  const notices: Notice[] = [];
  if (guessed)
    notices.push(notice('charset-guessed', 'info', `no character set is named that fits; read as ${charset}`));
  if (broken > 0) notices.push(notice('corrupt', 'warning', `${broken} characters are damaged (read as ${charset})`));
  const reading = htmlDocument(text, patterns);
  return { value: reading.value, notices: [...notices, ...reading.notices] };
}

/** `us-ascii` names no character set: the page then writes everything else in numbers. */
function asWritten(label: string | null): string | null {
  return label !== null && /^us-ascii$/i.test(label) ? null : label;
}

/** The charset that a `meta` element or the XML declaration names, before anything is decoded. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 8192)).toString('latin1');
  const named = /<meta\b[^>]{0,300}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w-]{2,40})/i.exec(head);
  return (named ?? /^\s{0,99}<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w-]{2,40})/i.exec(head))?.[1] ?? null;
}

function htmlDocument(text: string, patterns: Patterns): Reading {
  const root = parseHtml(text);
  if (!root) return failure('corrupt', 'the web page nests its elements without end');
  const parts = rootParts(root, patterns);
  if (!parts.some((part) => part.kind !== 'page')) return failure('empty', 'the web page has no text');
  const approximate = parts.some((part) => part.kind === 'table' && !part.ruled);
  const document = documentOf('html', parts, patterns);
  const attachments = attachmentsOf(root);
  const value = attachments.length > 0 ? { ...document, attachments } : document;
  return { value, notices: approximate ? [TABLES_APPROXIMATE] : [] };
}

/** What a page holds; null where its elements nest without end. */
export function htmlParts(text: string, patterns: Patterns): Part[] | null {
  const root = parseHtml(text);
  return root && rootParts(root, patterns);
}

function rootParts(root: Element, patterns: Patterns): Part[] {
  const rules = htmlRules(patterns);
  const weights = weigh(root, rules.amount.regex);
  const items = itemsOf(root, {
    navigation: navigation(root, weights, rules.navigation),
    hidden: hiddenNames(root),
    length: (element) => weights.get(element)?.text ?? 0,
  });
  return partsOf(items, patterns).map((part) => residue(part, rules.residue.regex));
}

/** The text of a page in whatever character set it is. */
export function decodedPage(bytes: Uint8Array, label: string | null = null): Decoded {
  return decode(bytes, asWritten(declaredCharset(bytes)) ?? label);
}

/** Lines between tables are reflowed together. */
function partsOf(items: readonly Item[], patterns: Patterns): Part[] {
  const groups: Part[][] = [];
  let lines: FlowLine[] = [];
  for (const item of items) {
    if (!('kind' in item)) lines.push(item);
    else {
      groups.push(textParts(lines, patterns), [item]);
      lines = [];
    }
  }
  return [...groups, textParts(lines, patterns)].flat();
}

function residue(part: Part, pattern: RegExp): Part {
  if (part.kind !== 'paragraph' || part.heading !== null) return part;
  const folded = foldText(part.lines.filter((line) => typeof line === 'string').join(''));
  return folded.length <= 120 && pattern.test(folded) ? paragraph(part.lines, { role: 'furniture' }) : part;
}
