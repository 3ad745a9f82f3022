/** The field EQ as Word's “enclose characters” writes it: there is no result to read it from. */

/** `EQ \o\ac(○,3)` overprints a circle and a digit: ③. Of anything else that is enclosed, what is inside; else ''. */
export function enclosed(instruction: string): string {
  const match = /^\s{0,9}eq\s{0,9}\\o\\ac\s{0,9}\([^,()]{1,9}[,;]([^,()]{1,9})\)/i.exec(instruction);
  const inner = match?.[1]?.trim() ?? '';
  const number = Number(inner);
  return Number.isInteger(number) && number >= 1 && number <= 20 ? String.fromCharCode(0x245f + number) : inner;
}
