/** Builds small documents from lines: `# 3` before a line marks an outline level, an array is a paragraph of lines. */
import { type Block, type Document, DocumentBuilder, type Paragraph } from '../../src/document.ts';

export type Input =
  | string
  | readonly string[]
  | { readonly contents: string }
  | { readonly furniture: string }
  | { readonly heading: number; readonly text: string }
  | { readonly table: readonly (readonly string[])[] };

export function documentOf(inputs: readonly Input[]): Document {
  const builder = new DocumentBuilder();
  builder.page();
  const blocks = inputs.map((input): Block => {
    if (typeof input === 'object' && 'table' in input) {
      const cells = input.table.flatMap((row, r) =>
        row.map((text, c) => ({ row: r, column: c, rowSpan: 1, columnSpan: 1, runs: [{ text, box: null }] })),
      );
      const columns = Math.max(...input.table.map((row) => row.length));
      return { kind: 'table', rows: input.table.length, columns, cells: builder.cells(cells), ruled: true };
    }
    const { texts, role, heading } = paragraphOf(input);
    const lines = texts.map((text) => builder.line([{ text, box: null }]));
    return { kind: 'paragraph', lines, role, heading };
  });
  return builder.finish('txt', blocks);
}

function paragraphOf(input: Exclude<Input, { table: unknown }>): {
  texts: readonly string[];
  role: Paragraph['role'];
  heading: number | null;
} {
  if (typeof input === 'string') return { texts: [input], role: 'body', heading: null };
  if (Array.isArray(input)) return { texts: input, role: 'body', heading: null };
  if ('contents' in input) return { texts: [input.contents], role: 'contents', heading: null };
  if ('furniture' in input) return { texts: [input.furniture], role: 'furniture', heading: null };
  const { heading, text } = input as { heading: number; text: string };
  return { texts: [text], role: 'body', heading };
}
