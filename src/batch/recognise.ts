/** Whether a file that nobody named is a document form at all, so that notes and sources among documents do no harm. */

/** Names that promise a document. Text and HTML have no magic number: only such a name tells them from notes. */
const DOCUMENT_NAME = /\.(?:pdf|docx?|wps|rtf|xlsx?|xlsm|xlsb|et|txt|text|html?|xhtml|shtml|mht|mhtml|ofd)$/i;

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0xd0, 0xcf, 0x11, 0xe0], // OLE compound file: .doc, .xls
  [0x50, 0x4b, 0x03, 0x04], // ZIP: .docx, .xlsx
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
];

export function promisesDocument(path: string): boolean {
  return DOCUMENT_NAME.test(path);
}

export function startsLikeDocument(bytes: Uint8Array): boolean {
  return MAGIC.some((magic) => magic.every((byte, i) => bytes[i] === byte));
}
