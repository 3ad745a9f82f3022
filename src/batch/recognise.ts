/** Whether a file that nobody named is a document form at all, so that notes and sources among documents do no harm. */

/** Names that promise a document. Text and HTML have no magic number: only such a name tells them from notes. */
const DOCUMENT_NAME = /\.(?:pdf|docx?|wps|rtf|xlsx?|xlsm|xlsb|et|txt|text|html?|xhtml|shtml|mht|mhtml|ofd)$/i;

const MAGIC: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46], // %PDF
  [0xd0, 0xcf, 0x11, 0xe0], // OLE compound file: .doc, .xls
  [0x50, 0x4b, 0x03, 0x04], // ZIP: .docx, .xlsx
  [0x7b, 0x5c, 0x72, 0x74, 0x66], // {\rtf
  [0x89, 0x50, 0x4e, 0x47], // pictures of pages: PNG, JPEG, TIFF
  [0xff, 0xd8, 0xff],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];

export function promisesDocument(path: string): boolean {
  return DOCUMENT_NAME.test(path);
}

/** Two letters alone would be any text: what a bitmap reserves is zero. */
function bitmap(bytes: Uint8Array): boolean {
  return bytes[0] === 0x42 && bytes[1] === 0x4d && bytes.subarray(6, 10).every((byte) => byte === 0);
}

export function startsLikeDocument(bytes: Uint8Array): boolean {
  return bitmap(bytes) || MAGIC.some((magic) => magic.every((byte, i) => bytes[i] === byte));
}
