/** Options of every command that reads documents: who reads a binary .doc, who a PDF. */
import { type Command, Option } from 'commander';
import type { DocEngine, DocOptions } from '../read/doc-route.ts';
import { libreOfficeConverter } from '../read/libreoffice.ts';
import { findOcr, OCR_ENGINES, type OcrEngine, recogniserOf } from '../read/ocr/engine.ts';
import { DEFAULT_ENGINE, PDF_ENGINES, type PdfOptions } from '../read/pdf/options.ts';

export interface DocFlags extends Pick<PdfOptions, 'pdfEngine' | 'verifyPdf'> {
  readonly docEngine?: DocEngine;
  readonly verifyDoc?: boolean;
  /** False where the user wants no recognition. */
  readonly ocr?: boolean;
  readonly ocrEngine?: OcrEngine;
}

export function addDocOptions(command: Command): Command {
  const engine = new Option('--doc-engine <engine>', 'what reads binary .doc files');
  return command
    .addOption(engine.choices(['native', 'libreoffice']).default('native'))
    .option('--verify-doc', 'read each binary .doc with both engines and note where they differ')
    .addOption(new Option('--pdf-engine <engine>', 'what reads PDF files').choices(PDF_ENGINES).default(DEFAULT_ENGINE))
    .option('--verify-pdf', 'read each PDF with both engines and note where they differ')
    .addOption(
      new Option('--ocr-engine <engine>', 'what recognises text in pictures (default: the first there is)').choices(
        OCR_ENGINES,
      ),
    )
    .option('--no-ocr', 'do not recognise text in pictures');
}

/** Recognition is looked for always: it reads only what nothing else can. LibreOffice is looked for only where it is asked for: without it the same bytes give the same record everywhere. */
export async function docOptions(flags: DocFlags): Promise<DocOptions & PdfOptions> {
  const { docEngine, verifyDoc, pdfEngine, verifyPdf, ocr, ocrEngine } = flags;
  const asked = docEngine === 'libreoffice' || verifyDoc === true;
  const convertDoc = asked ? await libreOfficeConverter() : null;
  return { docEngine, verifyDoc, pdfEngine, verifyPdf, convertDoc, ocr: await recogniser(ocr, ocrEngine) };
}

async function recogniser(ocr: boolean | undefined, engine: OcrEngine | undefined) {
  const found = ocr === false ? null : await findOcr(engine);
  return found && recogniserOf(found);
}
