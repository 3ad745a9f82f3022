import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { asDocx } from '../../scripts/samples/docx.ts';
import { SAMPLES } from '../../scripts/samples/index.ts';
import { pageTexts } from '../../scripts/samples/pages.ts';
import { truthFiles } from '../../scripts/samples/truth.ts';
import { asHtml, asText } from '../../scripts/samples/write.ts';
import { asXlsx, printedPages } from '../../scripts/samples/xlsx.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const WRITERS = { txt: asText, html: asHtml, docx: asDocx, xlsx: asXlsx } as const;

describe.each(SAMPLES.map((sample) => [sample.name, sample] as const))('%s', (name, sample) => {
  const committed = readFileSync(`${root}samples/${name}.${sample.format}`);

  it('is small enough to live in the repository', () => {
    expect(committed.length).toBeLessThan(300_000);
  });

  it.runIf(sample.format in WRITERS)('is what its source says', () => {
    const written = WRITERS[sample.format as keyof typeof WRITERS](sample);
    expect(Buffer.from(written as string | Uint8Array as string).equals(committed)).toBe(true);
  });

  it('has the truth of its source', async () => {
    const pages = sample.format === 'pdf' ? await pageTexts(committed) : printedPages(sample);
    const files = truthFiles(sample, pages);
    for (const [file, text] of files) expect(readFileSync(`${root}test/golden/truth/${file}`, 'utf8')).toBe(text);
  });
});
