/** The table of 三公 expenses: a block of budget columns beside a block of final ones, or the two in pairs. */
import { head, type TableForm } from './form.ts';
import type { Tables } from './tables.ts';

export interface ThreePublic {
  readonly overseas: number;
  readonly purchase: number;
  readonly operation: number;
  readonly reception: number;
}

export const vehicle = (amounts: ThreePublic): number => amounts.purchase + amounts.operation;
export const total = (amounts: ThreePublic): number => amounts.overseas + vehicle(amounts) + amounts.reception;

const COLUMNS: readonly (readonly [string, (amounts: ThreePublic) => number])[] = [
  ['three_public.total', total],
  ['three_public.overseas', (amounts) => amounts.overseas],
  ['three_public.vehicle', vehicle],
  ['three_public.vehicle.purchase', (amounts) => amounts.purchase],
  ['three_public.vehicle.operation', (amounts) => amounts.operation],
  ['three_public.reception', (amounts) => amounts.reception],
];

export function threePublicTable(tables: Tables, title: string, budget: ThreePublic, final: ThreePublic): TableForm {
  const group = [
    head('合计', 1, 2),
    head('因公出国（境）费', 1, 2),
    head('公务用车购置及运行维护费', 3),
    head('公务接待费', 1, 2),
  ];
  const vehicles = ['小计', '公务用车购置费', '公务用车运行维护费'].map((text) => head(text));
  const cells = (amounts: ThreePublic, measure: string) =>
    COLUMNS.map(([concept, amount]) => tables.cell(concept, amount(amounts), { measure }));
  const heads = [
    [head('预算数', 6), head('决算数', 6)],
    [...group, ...group],
    [...vehicles, ...vehicles],
  ];
  if (tables.layout.lineNumbers) heads.push(Array.from({ length: 12 }, (_, i) => head(String(i + 1))));
  const rows = [...heads, [...cells(budget, 'budget'), ...cells(final, 'final')]];
  return tables.table(
    '07',
    title,
    rows,
    heads.length,
    Array.from({ length: 12 }, () => 100 / 12),
  );
}
