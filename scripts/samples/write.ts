/** Writes a composed sample as text or as a web page, and lists what it prints in order. */
import type { BlockForm, Sample, TableForm } from './form.ts';
import { flatten, type Mark, type Text } from './marks.ts';

export const plain = (text: Text): string =>
  flatten(text)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

/** What is printed, piece by piece, with the kind of table a piece stands in. */
export function pieces(blocks: readonly BlockForm[]): { piece: string | Mark; where: string }[] {
  const put = (text: Text, where: string) => flatten(text).map((piece) => ({ piece, where }));
  return blocks.flatMap((block) => {
    if (block.kind === 'break') return [];
    if (block.kind !== 'table') return put(block.text, 'narrative');
    const where = `table:${block.table}`;
    return [
      ...[block.title, ...block.above].flatMap((text) => put(text, where)),
      ...block.rows.flat().flatMap((cell) => put(cell.text, where)),
      ...block.below.flatMap((text) => put(text, where)),
    ];
  });
}

const LINES = 34;

/** A paragraph in lines of a page; numbers and their decimals stay whole, as word processors keep them. */
function wrapped(text: string, width: number): string[] {
  const tokens = text.match(/[0-9.,]+%?|[\s\S]/gu) ?? [];
  const lines: string[] = [''];
  for (const token of tokens) {
    const line = lines.at(-1) as string;
    if (line.length + token.length > width && !/^[，。；：、）”%]/.test(token)) lines.push(token);
    else lines[lines.length - 1] = line + token;
  }
  return lines;
}

/** The lines of each page of a dump. */
export function dumpedPages(sample: Sample): string[][] {
  const width = sample.wrap as number;
  const lines = sample.blocks.flatMap((block): string[] => {
    if (block.kind === 'break' || block.kind === 'table') return [''];
    return wrapped(`${block.kind === 'paragraph' ? '　　' : ''}${plain(block.text)}`, width);
  });
  return Array.from({ length: Math.ceil(lines.length / LINES) }, (_, i) => lines.slice(i * LINES, (i + 1) * LINES));
}

function dumped(sample: Sample): string {
  const pages = dumpedPages(sample).map((lines, i) => `${lines.join('\n')}\n\n- ${i + 1} -\n`);
  return pages.join('\f');
}

export function asText(sample: Sample): string {
  if (sample.wrap) return dumped(sample);
  const lines = sample.blocks.flatMap((block): string[] => {
    if (block.kind === 'break') return [''];
    if (block.kind === 'table') throw new Error(`${sample.name}: a text sample has no tables`);
    if (block.kind === 'heading') return [`${block.level === 1 ? '\n' : ''}${plain(block.text)}`];
    return block.kind === 'paragraph' ? [`    ${plain(block.text)}`] : [plain(block.text)];
  });
  return `${lines.join('\r\n')}\r\n`;
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

function htmlTable(table: TableForm): string {
  const span = (name: string, number = 1) => (number > 1 ? ` ${name}="${number}"` : '');
  const rows = table.rows.map((row) => {
    const cells = row.map((cell) => {
      const text = plain(cell.text);
      return `<td${span('colspan', cell.columns)}${span('rowspan', cell.rows)}>${text === '' ? '&nbsp;' : escapeXml(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const line = (text: string, style: string) => `<p style="${style}">${escapeXml(text)}</p>`;
  return [
    line(table.title, 'text-align:center;font-weight:bold'),
    ...table.above.map((text) => line(text, 'text-align:right')),
    '<table border="1" cellspacing="0" style="border-collapse:collapse">',
    ...rows,
    '</table>',
    ...table.below.map((text) => line(plain(text), '')),
  ].join('\n');
}

/** A page of a content management system: bread crumbs and a date around the disclosure. */
export function asHtml(sample: Sample): string {
  const body = sample.blocks.map((block) => {
    if (block.kind === 'break') return '<p><br></p>';
    if (block.kind === 'table') return htmlTable(block);
    const text = escapeXml(plain(block.text));
    if (block.kind === 'title') return `<h1 style="text-align:center">${text}</h1>`;
    if (block.kind === 'centred') return `<p style="text-align:center">${text}</p>`;
    if (block.kind === 'heading') return `<p style="text-indent:2em"><strong>${text}</strong></p>`;
    return `<p style="text-indent:2em;line-height:200%">${text}</p>`;
  });
  const title = sample.blocks.find((block) => block.kind === 'title');
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${escapeXml(title ? title.text : sample.name)}</title>
<style>td{padding:2px 4px;font-size:10.5pt} p{font-family:FangSong}</style>
</head>
<body>
<div class="nav"><a href="#">网站首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">财政预决算</a></div>
<div class="article">
${body.join('\n')}
</div>
<div class="foot"><a href="#">关闭窗口</a> <a href="#">打印本页</a></div>
</body>
</html>
`;
}
