/**
 * Single property modifiers ([MS-DOC] 2.2.5): a list of opcode and operand. Word 6 and 95 write one-byte opcodes; those
 * that this reader uses are given their later numbers here, so that nothing behind knows two kinds.
 */
import type { Bytes } from './bytes.ts';
import type { Generation } from './fib.ts';

export const SPRM = {
  characterDeleted: 0x0800,
  characterSymbol: 0x6a09,
  characterStyle: 0x4a30,
  characterPlain: 0x2a33,
  characterHidden: 0x083c,
  characterSpecial: 0x0855,
  characterFont: 0x4a4f,
  paragraphStyle: 0x4600,
  listLevel: 0x260a,
  list: 0x460b,
  inTable: 0x2416,
  rowEnd: 0x2417,
  outlineLevel: 0x2640,
  hugeParagraph: 0x6646,
  hugeParagraphOld: 0x6645,
  tableDepth: 0x6649,
  tableDepthChange: 0x664a,
  tableProperties: 0x646b,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  tableLeft: 0x9601,
  tableHalfGap: 0x9602,
  tableDefinition: 0xd608,
  tableInsert: 0x7621,
  tableDelete: 0x5622,
  tableColumnWidth: 0x7623,
  tableMerge: 0x5624,
  tableSplit: 0x5625,
  tableVerticalMerge: 0xd62b,
} as const;

/** Operand lengths by the three high bits of the opcode; 0 stands for a length in the file. */
const OPERAND = [1, 1, 2, 4, 2, 2, 0, 3];
const TABLE_DEFINITION_10 = 0xd606;
const CHANGE_TABS = 0xc615;

/** `operand` is where the operand begins in the bytes given; for operands of variable length, behind its length. */
export type SprmVisitor = (opcode: number, operand: number, length: number, bytes: Bytes) => void;

export function eachSprm(bytes: Bytes, generation: Generation, visit: SprmVisitor): void {
  if (generation === 6) eachOldSprm(bytes, visit);
  else eachModernSprm(bytes, visit);
}

function eachModernSprm(bytes: Bytes, visit: SprmVisitor): void {
  let at = 0;
  while (at + 2 < bytes.length) {
    const opcode = bytes.u16(at);
    at += 2;
    let length = OPERAND[opcode >> 13] as number;
    if (length === 0) {
      const { head, body } = variableLength(bytes, at, opcode);
      at += head;
      length = body;
    }
    if (at + length > bytes.length) {
      // A definition cut short still tells its cells; nothing else does harm by missing.
      if (opcode === SPRM.tableDefinition) visit(opcode, at, bytes.length - at, bytes);
      return;
    }
    visit(opcode, at, length, bytes);
    at += length;
  }
}

function variableLength(bytes: Bytes, at: number, opcode: number): { head: number; body: number } {
  // The only operands longer than a byte can tell: two bytes, one more than the rest.
  if (opcode === SPRM.tableDefinition || opcode === TABLE_DEFINITION_10) {
    return { head: 2, body: Math.max(0, bytes.u16(at) - 1) };
  }
  const length = bytes.u8(at);
  if (opcode !== CHANGE_TABS || length !== 255) return { head: 1, body: length };
  const deleted = bytes.u8(at + 1);
  const added = bytes.u8(at + 2 + 4 * deleted);
  return { head: 1, body: 2 + 4 * deleted + 3 * added };
}

/** Operand lengths of Word 6, by ranges of opcodes; -1 is a length byte, -2 two bytes with one more than the rest. */
const OLD_OPERANDS: readonly (readonly [first: number, last: number, length: number])[] = [
  [2, 2, 2],
  [3, 3, -1],
  [4, 11, 1],
  [12, 12, -1],
  [13, 14, 1],
  [15, 15, -1],
  [16, 19, 2],
  [20, 20, 4],
  [21, 22, 2],
  [23, 23, -1],
  [24, 25, 1],
  [26, 28, 2],
  [29, 29, 1],
  [30, 36, 2],
  [37, 37, 1],
  [38, 43, 2],
  [44, 44, 1],
  [45, 49, 2],
  [50, 51, 1],
  [52, 52, 0],
  [64, 64, -1],
  [65, 67, 1],
  [68, 68, -1],
  [69, 69, 2],
  [70, 70, 4],
  [71, 71, 1],
  [72, 72, 2],
  [73, 73, 3],
  [74, 74, -1],
  [75, 75, 1],
  [77, 79, -1],
  [80, 80, 2],
  [81, 82, -1],
  [83, 83, 0],
  [85, 92, 1],
  [93, 93, 2],
  [94, 94, 1],
  [95, 95, 3],
  [96, 97, 2],
  [98, 98, 1],
  [99, 99, 2],
  [100, 100, 1],
  [101, 101, 2],
  [102, 102, 1],
  [103, 103, -1],
  [104, 104, 1],
  [105, 106, -1],
  [107, 107, 2],
  [108, 108, -1],
  [109, 110, 2],
  [111, 116, -1],
  [117, 119, 1],
  [120, 120, -1],
  [121, 124, 2],
  [131, 132, 1],
  [133, 133, -1],
  [136, 137, 3],
  [138, 139, 1],
  [140, 141, 2],
  [142, 143, 1],
  [144, 145, 2],
  [146, 147, 1],
  [148, 149, 2],
  [150, 153, 1],
  [154, 157, 2],
  [158, 159, 1],
  [160, 161, 2],
  [162, 162, 1],
  [163, 163, 0],
  [164, 171, 2],
  [179, 181, -1],
  [182, 184, 2],
  [185, 186, 1],
  [187, 187, 12],
  [188, 188, -2],
  [189, 189, 2],
  [190, 190, -2],
  [191, 191, -1],
  [192, 192, 4],
  [193, 193, 5],
  [194, 194, 4],
  [195, 195, 2],
  [196, 196, 4],
  [197, 198, 2],
  [199, 199, 5],
  [200, 200, 4],
  [207, 207, -1],
];

/** Word 6 opcode → the later one. Prm0 of a piece ([MS-DOC] 2.9.215) numbers its sprms in the same way. */
export const MODERN_OPCODE: ReadonlyMap<number, number> = new Map([
  [2, SPRM.paragraphStyle],
  [24, SPRM.inTable],
  [25, SPRM.rowEnd],
  [65, SPRM.characterDeleted],
  [74, SPRM.characterSymbol],
  [80, SPRM.characterStyle],
  [83, SPRM.characterPlain],
  [92, SPRM.characterHidden],
  [93, SPRM.characterFont],
  [117, SPRM.characterSpecial],
  [183, SPRM.tableLeft],
  [184, SPRM.tableHalfGap],
  [190, SPRM.tableDefinition],
  [194, SPRM.tableInsert],
  [195, SPRM.tableDelete],
  [196, SPRM.tableColumnWidth],
  [197, SPRM.tableMerge],
  [198, SPRM.tableSplit],
]);

const OLD_LENGTH = new Int8Array(256).fill(-3);
for (const [first, last, length] of OLD_OPERANDS) OLD_LENGTH.fill(length, first, last + 1);

function eachOldSprm(bytes: Bytes, visit: SprmVisitor): void {
  let at = 0;
  while (at < bytes.length) {
    const old = bytes.u8(at++);
    // Padding between sprms is zero.
    if (old === 0) continue;
    let length = OLD_LENGTH[old] as number;
    if (length === -3) return;
    if (length === -1) {
      length = bytes.u8(at++);
    } else if (length === -2) {
      length = Math.max(0, bytes.u16(at) - 1);
      at += 2;
    }
    if (at + length > bytes.length) return;
    const opcode = MODERN_OPCODE.get(old);
    if (opcode !== undefined) visit(opcode, at, length, bytes);
    at += length;
  }
}
