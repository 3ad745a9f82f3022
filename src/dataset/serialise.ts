/** The bytes of what is published: JSON with one fact, table, section or finding per line, so that records diff well. */

/** JSON of an object, two levels deep a line per member, below that compact; ends with a line break. */
export function serialise(record: object): string {
  const members = Object.entries(record).map(([key, value]) => `  ${JSON.stringify(key)}: ${member(value)}`);
  return `{\n${members.join(',\n')}\n}\n`;
}

function member(value: unknown): string {
  if (Array.isArray(value)) return listed('[', value.map(compact), ']');
  if (value === null || typeof value !== 'object') return compact(value);
  const entries = Object.entries(value).map(([key, inner]) => {
    const long = Array.isArray(inner) && inner.some((item) => item !== null && typeof item === 'object');
    return `${JSON.stringify(key)}: ${long ? listed('[', (inner as unknown[]).map(compact), ']', '    ') : compact(inner)}`;
  });
  return listed('{', entries, '}');
}

function listed(open: string, lines: readonly string[], close: string, indent = '  '): string {
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${indent}  ${line}`).join(',\n')}\n${indent}${close}`;
}

function compact(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** One JSON object per line. */
export function jsonLines(rows: readonly object[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}
