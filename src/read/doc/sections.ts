/** Sections, as far as they turn the page. */
import { plc } from './bytes.ts';
import type { WordFile } from './file.ts';
import { eachSprm, SPRM } from './sprm.ts';

const SED = 12;
const CONTINUOUS = 0;
const NEW_COLUMN = 1;
const NEW_PAGE = 2;

/** Character position at which a section begins → whether it begins on a new page. */
export function sectionsOf(file: WordFile): ReadonlyMap<number, boolean> {
  const table = file.table('sections');
  const { positions, elements } = plc(table, SED);
  const sections = new Map<number, boolean>();
  for (let i = 0; i + 1 < positions.length; i++) {
    const kind = breakKind(file, table.i32(elements + i * SED + 2));
    sections.set(positions[i] as number, kind !== CONTINUOUS && kind !== NEW_COLUMN);
  }
  return sections;
}

function breakKind(file: WordFile, at: number): number {
  let kind = NEW_PAGE;
  if (at < 0) return kind;
  eachSprm(file.document.slice(at + 2, file.document.u16(at)), file.fib.generation, (opcode, operand, _, bytes) => {
    if (opcode === SPRM.sectionBreak) kind = bytes.u8(operand);
  });
  return kind;
}
