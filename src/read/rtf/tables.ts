/** Tables of Rich Text while they are read: rows whose cells are given by their right edges, nested to any level. */
import type { Part } from '../parts.ts';
import { type ReadCell, wordTable } from '../word/table.ts';

interface CellDefinition {
  readonly end: number;
  readonly vertical: 'opens' | 'continues' | null;
  readonly continuesSideways: boolean;
}

interface OpenTable {
  readonly rows: ReadCell[][];
  cells: Part[][];
  cell: Part[];
}

/** For cells beyond those that the row defines. */
const ASSUMED_WIDTH = 1440;
const MAX_LEVEL = 20;

export class RtfTables {
  private readonly open: OpenTable[] = [];
  private left = 0;
  private definitions: CellDefinition[] = [];
  private vertical: CellDefinition['vertical'] = null;
  private sideways = false;

  /** What a control word says about the cells of a row; false for any other word. */
  define(name: string, number: number | null): boolean {
    if (name === 'trowd') {
      this.definitions = [];
      this.left = 0;
    } else if (name === 'trleft') this.left = number ?? 0;
    else if (name === 'clvmgf') this.vertical = 'opens';
    else if (name === 'clvmrg') this.vertical = 'continues';
    else if (name === 'clmrg') this.sideways = true;
    else if (name === 'cellx') {
      this.definitions.push({ end: number ?? 0, vertical: this.vertical, continuesSideways: this.sideways });
      this.vertical = null;
      this.sideways = false;
    } else return false;
    return true;
  }

  /** A paragraph at a level of nesting, 0 outside of tables; what stands ready for the text is given back. */
  put(level: number, parts: readonly Part[]): Part[] {
    const done = this.closeTo(level);
    if (level === 0) return [...done, ...parts];
    this.at(level).cell.push(...parts);
    return done;
  }

  endCell(level: number): void {
    this.closeTo(level);
    const table = this.at(level);
    table.cells.push(table.cell);
    table.cell = [];
  }

  endRow(level: number): void {
    this.closeTo(level);
    const table = this.at(level);
    const row = this.rowOf(table.cells);
    if (row.length > 0) table.rows.push(row);
    table.cells = [];
    table.cell = [];
  }

  /** Ends the tables deeper than the level; those inside a cell go into it. */
  closeTo(level: number): Part[] {
    while (this.open.length > level) {
      const table = this.open.pop() as OpenTable;
      // A row that was cut off keeps its text.
      const rest = table.cells.length + table.cell.length > 0 ? this.rowOf([...table.cells, table.cell]) : [];
      const rows = rest.length > 0 ? [...table.rows, rest] : table.rows;
      const parts = rows.length > 0 ? wordTable(rows) : [];
      const outer = this.open.at(-1);
      if (!outer) return parts;
      outer.cell.push(...parts);
    }
    return [];
  }

  private at(level: number): OpenTable {
    while (this.open.length < Math.min(level, MAX_LEVEL)) this.open.push({ rows: [], cells: [], cell: [] });
    return this.open.at(-1) as OpenTable;
  }

  private rowOf(cells: readonly (readonly Part[])[]): ReadCell[] {
    const row: ReadCell[] = [];
    let start = this.left;
    cells.forEach((parts, i) => {
      const definition = this.definitions[i];
      const end = Math.max(definition?.end ?? start + ASSUMED_WIDTH, start + 1);
      const last = row.at(-1);
      if (definition?.continuesSideways && last) row[row.length - 1] = { ...last, end };
      else {
        const vertical = definition?.vertical ?? null;
        row.push({ start, end, continues: vertical === 'continues', opens: vertical !== null, parts });
      }
      start = end;
    });
    return row;
  }
}
