/** A list of inputs in a file or on standard input: a path on each line, with the address and the date of its origin. */
import type { Named } from './inputs.ts';

const HEAD = /^\ufeff?"?path"?\s*[,\t]/i;

/**
 * Lines of `path`, `path<tab>url` or `path<tab>url<tab>date`; a CSV with a head (`path,url,date` in any order); or paths
 * that end with a zero byte, as `find -print0` writes them.
 */
export function parseList(text: string): Named[] {
  if (text.includes('\0'))
    return text
      .split('\0')
      .filter((path) => path !== '')
      .map((file) => ({ file }));
  if (HEAD.test(text)) return table(text.replace(/^\ufeff/, ''));
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => named(line.split('\t')));
}

function named([file = '', url, date]: readonly (string | undefined)[]): Named {
  return { file, ...(url ? { url } : {}), ...(date ? { date } : {}) };
}

function table(text: string): Named[] {
  const [head = [], ...rows] = cells(text);
  const column = (name: string) => head.findIndex((each) => each.trim().toLowerCase() === name);
  const [path, url, date] = [column('path'), column('url'), column('date')];
  return rows.filter((row) => row[path]).map((row) => named([row[path], row[url], row[date]]));
}

/** CSV after RFC 4180, or the same with tabs where the head has a tab. */
function cells(text: string): string[][] {
  const separator = /^[^\n]*\t/.test(text) ? '\t' : ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i] as string;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === separator) {
      row.push(cell);
      cell = '';
    } else if (letter === '\n' || letter === '\r') {
      if (cell !== '' || row.length > 0) rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += letter;
  }
  if (cell !== '' || row.length > 0) rows.push([...row, cell]);
  return rows;
}
