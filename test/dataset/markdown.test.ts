import { expect, it } from 'vitest';
import type { Section } from '../../src/contract.ts';
import { markdown, reflow } from '../../src/dataset/markdown.ts';
import { DocumentBuilder, type Paragraph, type Span } from '../../src/document.ts';

const runs = (text: string) => [{ text, box: null }];
const paragraph = (lines: Span[], role: Paragraph['role'] = 'body'): Paragraph => ({
  kind: 'paragraph',
  lines,
  role,
  heading: null,
});

function document() {
  const builder = new DocumentBuilder();
  builder.page();
  const contents = paragraph([builder.line(runs('第一部分 概况……1'))], 'contents');
  const title = paragraph([builder.line(runs('第一部分　概况'))]);
  const body = paragraph([builder.line(runs('　　青石县水务局支出总')), builder.line(runs('计 12.5 万元*。'))]);
  const cells = builder.cells([
    { row: 0, column: 0, rowSpan: 1, columnSpan: 2, runs: runs('支出') },
    { row: 1, column: 0, rowSpan: 1, columnSpan: 1, runs: runs('合计|总') },
    { row: 1, column: 1, rowSpan: 1, columnSpan: 1, runs: runs('12.50') },
  ]);
  const foot = paragraph([builder.line(runs('— 1 —'))], 'furniture');
  const table = { kind: 'table' as const, rows: 2, columns: 2, cells, ruled: true };
  return builder.finish('txt', [contents, title, body, table, foot]);
}

it('prints sections as headings, reflowed paragraphs and tables, and leaves out contents and furniture', () => {
  const { text, blocks } = document();
  const title = blocks[1] as Paragraph;
  const section = { level: 1, start: title.lines[0]?.start, end: text.length } as Section;
  expect(markdown(document(), [section])).toBe(
    ['# 第一部分 概况', '青石县水务局支出总计 12.5 万元\\*。', '| 支出 |  |\n| --- | --- |\n| 合计\\|总 | 12.50 |', '']
      .join('\n\n')
      .replace(/\n\n$/, '\n'),
  );
});

it('keeps a number that the line break splits in one piece', () => {
  expect(reflow(['共计1,614.', '27万元'])).toBe('共计1,614.27万元');
});

it('keeps Latin words apart', () => {
  expect(reflow(['Bureau of', 'Water'])).toBe('Bureau of Water');
});
