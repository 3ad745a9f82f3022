import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/read/docx/index.ts';
import { documentIn, patterns } from '../shown.ts';
import { docx, p, r, tbl, tc, tr } from './build.ts';

const samples = fileURLToPath(new URL('../../../samples', import.meta.url));
const sampleFiles = readdirSync(samples).filter((name) => name.endsWith('.docx'));

function characters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const c of text.replace(/[\s\u00a0\u00ad]+/g, '')) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
}

/** What the first text has more of than the second. */
function surplus(of: string, over: string): string {
  const counts = characters(over);
  return [...characters(of)].flatMap(([c, n]) => c.repeat(Math.max(0, n - (counts.get(c) ?? 0)))).join('');
}

async function bothOf(bytes: Uint8Array): Promise<{ ours: string; theirs: string }> {
  const { value: theirs } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
  return { ours: documentIn(readDocx(bytes, patterns)).text, theirs };
}

describe('mammoth as a second witness', () => {
  it.each(sampleFiles)('reads no character of %s that we do not, and we add list numbers only', async (name) => {
    const { ours, theirs } = await bothOf(new Uint8Array(readFileSync(`${samples}/${name}`)));
    expect(surplus(theirs, ours)).toBe('');
    expect(surplus(ours, theirs)).toMatch(/^[一二三四五六七八九十、（）]*$/);
  });

  it('differs in what people do not see: hidden text', async () => {
    const body = p(r('见') + r('藏', '<w:vanish/>')) + tbl(tr(tc('甲'), tc('1.00')), tr(tc('乙'), tc('2.00')));
    const { ours, theirs } = await bothOf(docx(body));
    expect(surplus(theirs, ours)).toBe('藏');
    expect(surplus(ours, theirs)).toBe('');
  });
});
