/** A table for a terminal. Han characters take two columns there. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

function width(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}

/** Columns of numbers stand right. */
export function aligned(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = columns.map((name, i) => rows.reduce((most, row) => Math.max(most, width(row[i] ?? '')), width(name)));
  const numeric = columns.map((_, i) => rows.length > 0 && rows.every((row) => /^(?:-?[\d.]+)?$/.test(row[i] ?? '')));
  const cell = (text: string, i: number): string => {
    const space = ' '.repeat((widths[i] as number) - width(text));
    return numeric[i] ? space + text : text + space;
  };
  const line = (cells: readonly string[]) => `${cells.map(cell).join('  ').trimEnd()}\n`;
  return line(columns) + line(widths.map((each) => '─'.repeat(each))) + rows.map(line).join('');
}
