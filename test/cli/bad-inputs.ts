/** Inputs that must fail with a clear reason and cost no other input: made here, so that each shows what is wrong. */
import { strToU8, zipSync } from 'fflate';

function latin1(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0));
}

const HEADER = '%PDF-1.4\n';
const CATALOG = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';
const PAGES = '2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n';
const PAGE = '3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>\nendobj\n';

/** A user password is set, as /O and /U that no empty password opens; what they hold does not matter. */
function encryptedPdf(): Uint8Array {
  const key = '41'.repeat(32);
  const encrypt = `4 0 obj\n<< /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >>\nendobj\n`;
  const objects = [CATALOG, PAGES, PAGE, encrypt];
  let body = HEADER;
  let table = 'xref\n0 5\n0000000000 65535 f \n';
  for (const object of objects) {
    table += `${String(body.length).padStart(10, '0')} 00000 n \n`;
    body += object;
  }
  const trailer = `trailer\n<< /Size 5 /Root 1 0 R /Encrypt 4 0 R /ID [<41> <41>] >>\n`;
  return latin1(`${body}${table}${trailer}startxref\n${body.length}\n%%EOF\n`);
}

/** Cut off before the catalogue, without which no page can be found. */
function truncatedPdf(): Uint8Array {
  return latin1(`${HEADER}${PAGES}${PAGE}${CATALOG}`.slice(0, -40));
}

function brokenDocx(): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        `<Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
        `<Relationship Id="r1" Type="${relation}" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': strToU8('<w:document><w:body><w:p><w:r><w:t>支出总计 12.50 万元</w:r></w:document'),
  });
}

/** Content by file name, with what the message must say of its cause. */
export const BAD_INPUTS: Readonly<Record<string, { bytes: Uint8Array; cause: RegExp }>> = {
  'broken.docx': { bytes: brokenDocx(), cause: /XML|corrupt|damaged/i },
  'empty.pdf': { bytes: new Uint8Array(), cause: /empty/i },
  'encrypted.pdf': { bytes: encryptedPdf(), cause: /encrypt|password/i },
  'picture.pdf': { bytes: latin1('\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR'), cause: /picture|damaged/i },
  'truncated.pdf': { bytes: truncatedPdf(), cause: /truncated|corrupt|damaged|invalid/i },
};
