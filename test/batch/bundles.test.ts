import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { Bundles } from '../../src/batch/bundles.ts';
import { findInputs } from '../../src/batch/inputs.ts';
import { runBatch } from '../../src/batch/run.ts';
import type { Bundle } from '../../src/contract.ts';
import { bundleSchema } from '../../src/dataset/schema.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { folder } from '../folder.ts';

const patterns = loadPatterns();

const narrative = (total: string) =>
  `清河市水务局2023年度部门决算\n\n第一部分 部门概况\n\n第三部分 2023年度部门决算情况说明\n\n三、支出决算情况说明\n\n本年支出合计${total}万元。\n`;

function workbook(): Uint8Array {
  const rows = [
    ['支出决算表'],
    ['部门：清河市水务局', null, '2023年度', null, '单位：万元'],
    ['项目', null, '本年支出合计', '基本支出', '项目支出'],
    ['功能分类科目编码', '科目名称', null, null, null],
    ['合计', null, '976.66', '517.36', '459.30'],
    ['213', '农林水支出', '976.66', '517.36', '459.30'],
    ['21303', '水利', '976.66', '517.36', '459.30'],
    ['2130301', '行政运行', '976.66', '517.36', '459.30'],
  ];
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(
    book,
    xlsx.utils.aoa_to_sheet([['清河市水务局2023年度部门决算公开表'], [], ...rows]),
    '支出',
  );
  return new Uint8Array(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

async function bundlesOf(files: Readonly<Record<string, string | Uint8Array>>) {
  const root = await folder(files);
  const out = join(await folder(), 'out');
  const run = async () => runBatch(await findInputs(['.'], root), { out, patterns, version: '0.0.0' });
  await run();
  const read = () => readFile(join(out, 'bundles.jsonl'), 'utf8').catch(() => null);
  return { lines: await read(), again: async () => run().then(read), out, root };
}

describe('a narrative and a workbook beside it', () => {
  it('are one bundle, in which their numbers are compared', async () => {
    const { lines, again, root } = await bundlesOf({ 'a/text.txt': narrative('976.66'), 'a/tables.xlsx': workbook() });
    const [bundle, ...more] = (lines ?? '')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Bundle);
    expect(more).toEqual([]);
    expect(bundle).toMatchObject({
      schema: 'gongkai/bundle@1',
      folder: 'a',
      organisation: '清河市水务局',
      fiscalYear: 2023,
      kind: 'final',
      findings: [],
    });
    expect(bundle?.documents).toHaveLength(2);
    expect(bundle?.checks['witness.bundle']?.pass).toBeGreaterThanOrEqual(1);
    expect(await again()).toBe(lines);
    await writeFile(join(root, 'a/text.txt'), narrative('967.66'));
    const changed: Bundle = bundleSchema.parse(JSON.parse((await again()) ?? ''));
    expect(changed.findings.map(({ rule, verdict }) => `${rule} ${verdict}`)).toContain('witness.bundle conflict');
  });

  it('are none in different folders, or where one says another year', async () => {
    const elsewhere = { 'a/text.txt': narrative('976.66'), 'b/tables.xlsx': workbook() };
    expect((await bundlesOf(elsewhere)).lines).toBeNull();
    const older = { 'a/text.txt': narrative('976.66').replaceAll('2023', '2022'), 'a/tables.xlsx': workbook() };
    expect((await bundlesOf(older)).lines).toBeNull();
  });
});

describe('documents side by side', () => {
  const entry = (path: string, more = {}) =>
    ({ path, id: path, status: 'extracted', organisation: '某局', fiscalYear: 2023, kind: 'final', ...more }) as never;

  it('belong together by folder, organisation, year and kind, as far as these are known', () => {
    const bundles = new Bundles();
    for (const each of [
      entry('x.zip!/a.doc'),
      entry('x.zip!/b.xls'),
      entry('x.zip!/c.doc', { kind: 'budget' }),
      entry('x.zip!/d.doc', { organisation: null }),
      entry('x.zip!/e/f.doc'),
      entry('g.doc', { kind: 'other' }),
      entry('h.doc', { kind: 'other' }),
    ])
      bundles.add(each);
    expect(bundles.several()).toEqual([
      {
        folder: 'x.zip!',
        organisation: '某局',
        fiscalYear: 2023,
        kind: 'final',
        ids: ['x.zip!/a.doc', 'x.zip!/b.xls'],
      },
    ]);
  });
});
