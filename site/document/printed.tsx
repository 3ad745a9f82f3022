/** The printed text with every number in its colour. */

import type { ComponentChildren } from 'preact';
import type { Fact, Section } from '../../src/contract.ts';
import type { DocumentData, PrintedBlock } from '../../src/review/data.ts';
import { familyOf } from '../app/family.ts';
import { useLanguage } from '../app/language.tsx';
import { type Named, useNames } from '../app/names.ts';
import { Scroll } from '../app/scroll.tsx';
import { visible } from '../app/visible.ts';
import type { Labels } from '../labels/store.ts';
import { keyOf } from '../labels/store.ts';
import { type Marks, type Piece, pieces } from './marks.ts';
import { findingName, markName } from './place.ts';

interface Props {
  readonly data: DocumentData;
  readonly marks: Marks;
  readonly labels: Labels;
}

interface Drawing extends Props {
  readonly names: Named;
  readonly unmappedTitle: string;
  readonly findingTitle: string;
}

export function Printed(props: Props) {
  const { t } = useLanguage();
  const names = useNames();
  const drawing = { ...props, names, unmappedTitle: t('unmapped'), findingTitle: t('finding') };
  const { data } = props;
  const { text, record } = data;
  const starts = pageStarts(text);
  const sections = new Map(record.sections.map((section) => [section.start, section]));
  const blocks = data.blocks ?? linesOf(text);
  let page = 0;
  return (
    <div class="printed" lang="zh-CN">
      {blocks.map((block, i) => {
        const start = blockStart(block);
        const before = page;
        while (page < starts.length && (starts[page] as number) <= start) page++;
        return (
          <>
            {page !== before && starts.length > 1 && (
              <div key={`page-${page}`} class="break" data-page={page}>
                {t('page', page)}
              </div>
            )}
            {block.kind === 'table' ? (
              <PrintedTable key={i} block={block} drawing={drawing} />
            ) : (
              <PrintedParagraph key={i} block={block} drawing={drawing} section={sectionIn(block, sections)} />
            )}
          </>
        );
      })}
    </div>
  );
}

const blockStart = (block: PrintedBlock): number =>
  Math.min(...(block.kind === 'table' ? block.cells : block.lines).slice(0, 50).map(([start]) => start));

function pageStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\f'); at >= 0; at = text.indexOf('\f', at + 1)) starts.push(at + 1);
  return starts;
}

/** Where the layout was not kept: a paragraph for each line, a table for lines with tabs. */
function linesOf(text: string): PrintedBlock[] {
  const blocks: PrintedBlock[] = [];
  let rows: [number, number, number, number, number, number][] = [];
  let row = 0;
  for (const match of text.matchAll(/[^\n\f]+/g)) {
    const start = match.index;
    if (match[0].includes('\t')) {
      let at = start;
      match[0].split('\t').forEach((cell, column) => {
        rows.push([at, at + cell.length, row, column, 1, 1]);
        at += cell.length + 1;
      });
      row++;
      continue;
    }
    if (rows.length > 0) blocks.push({ kind: 'table', cells: rows });
    rows = [];
    blocks.push({ kind: 'paragraph', role: 'body', lines: [[start, start + match[0].length]] });
  }
  if (rows.length > 0) blocks.push({ kind: 'table', cells: rows });
  return blocks;
}

type PrintedParagraphBlock = Extract<PrintedBlock, { kind: 'paragraph' }>;

function sectionIn({ lines }: PrintedParagraphBlock, sections: ReadonlyMap<number, Section>): Section | null {
  for (const [start] of lines) {
    const section = sections.get(start);
    if (section) return section;
  }
  return null;
}

interface ParagraphProps {
  readonly block: PrintedParagraphBlock;
  readonly section: Section | null;
  readonly drawing: Drawing;
}

function PrintedParagraph({ block, section, drawing }: ParagraphProps) {
  const content = block.lines.map(([start, end]) => <Stretch key={start} start={start} end={end} drawing={drawing} />);
  if (!section) return <p class={block.role}>{content}</p>;
  const Heading = `h${Math.min(6, section.level + 1)}` as 'h2';
  // A heading that runs on into its text is no heading to look at.
  const length = block.lines.reduce((sum, [start, end]) => sum + end - start, 0);
  if (length > section.title.length + BESIDE_TITLE) return <p data-section={section.id}>{content}</p>;
  return (
    <Heading class={`title level-${Math.min(4, section.level)}`} data-section={section.id}>
      {content}
    </Heading>
  );
}

type PrintedTableBlock = Extract<PrintedBlock, { kind: 'table' }>;

function PrintedTable({ block, drawing }: { readonly block: PrintedTableBlock; readonly drawing: Drawing }) {
  const { t } = useLanguage();
  const rows = new Map<number, PrintedTableBlock['cells'][number][]>();
  for (const cell of block.cells) {
    const row = rows.get(cell[2]);
    if (row) row.push(cell);
    else rows.set(cell[2], [cell]);
  }
  return (
    <Scroll label={t('table')}>
      <table class="printed-table">
        <tbody>
          {[...rows]
            .sort(([a], [b]) => a - b)
            .map(([row, cells]) => (
              <tr key={row}>
                {cells.map(([start, end, , column, rowSpan, columnSpan]) => (
                  <td
                    key={column}
                    rowSpan={rowSpan > 1 ? rowSpan : undefined}
                    colSpan={columnSpan > 1 ? columnSpan : undefined}
                    class={isFigure(drawing.data.text.slice(start, end)) ? 'number' : undefined}
                  >
                    <Stretch start={start} end={end} drawing={drawing} />
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Characters beside its title that a heading may have: its number, a mark. */
const BESIDE_TITLE = 20;

const isFigure = (text: string) => /^[\s\d.,%+-]{1,40}$/.test(text);

function Stretch({ start, end, drawing }: { readonly start: number; readonly end: number; readonly drawing: Drawing }) {
  const all = pieces(drawing.data.text, drawing.marks, start, end);
  return <>{all.map((piece, i) => drawn(piece, i, drawing))}</>;
}

/** Its address is in `data-at`: the page listens for all of them at once. */
function drawn({ text, mark, findings }: Piece, key: number, drawing: Drawing): ComponentChildren {
  const flagged = findings.length > 0 ? ' flagged' : '';
  const data = { 'data-findings': findings.join(' ') || undefined };
  if (mark === null) {
    if (findings.length === 0) return visible(text);
    const at = findingName(drawing.data, findings[0] as number);
    return (
      <button
        key={key}
        type="button"
        class={`n words${flagged}`}
        tabIndex={-1}
        data-at={at}
        title={drawing.findingTitle}
        {...data}
      >
        {visible(text)}
      </button>
    );
  }
  const [fact] = mark.facts;
  const name = markName(mark);
  const label = drawing.labels[keyOf(fact ?? mark, drawing.data.record)];
  const kind = fact ? `family-${familyOf(fact.concept)}` : 'unmapped';
  const title = fact ? mark.facts.map((each) => saying(each, drawing.names)).join('\n') : drawing.unmappedTitle;
  return (
    <button
      key={key}
      type="button"
      class={`n ${kind}${flagged}${label ? ` judged ${label.verdict}` : ''}`}
      tabIndex={-1}
      data-at={name}
      data-facts={mark.facts.map(({ id }) => id).join(' ') || undefined}
      title={title}
      {...data}
    >
      {visible(text)}
    </button>
  );
}

const saying = ({ concept, subject, measure }: Fact, names: Named) =>
  visible([names.concept(concept), names.subject(subject), names.measure(measure)].filter(Boolean).join(' · '));
