import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain.ts';
import { extract } from '../../../src/extract.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';

const TEXT = `青石县水务局2024年度部门决算
第三部分 2024年度部门决算情况说明
一、收入支出决算总体情况说明
2024年度收入总计120.50万元。与2023年相比，收入总计增加20.50万元，增长20.50%，主要原因是人员增资。备查数3.70。
二、收入决算情况说明
本年收入合计110.00万元，其中：财政拨款收入99.00万元，占90.00%。全年开展巡查7次。
`;
const { record, document, ...rest } = await extract(new TextEncoder().encode(TEXT), {
  path: 'reading.txt',
  patterns: loadPatterns(),
  version: 'test',
  readings: true,
});
const explained = (find: string) => explain({ record, document, ...rest }, find);

describe('the reading of a number', () => {
  it('names the label that it is about and what else there was', () => {
    const [found] = explained('99.00');
    expect(found?.clause).toBe('其中：财政拨款收入99.00万元');
    expect(found?.candidates.filter(({ won }) => won)).toMatchObject([
      { kind: 'label', text: '财政拨款收入', says: 'income.fiscal', place: 'clause' },
    ]);
    expect(found?.candidates.map(({ text }) => text)).toContain('本年收入合计');
    expect(found?.why).toContain('“财政拨款收入” in its clause names income.fiscal');
  });

  it('names the words that make it what it is', () => {
    const [amount, rate] = explained('20.50');
    expect(amount?.candidates.filter(({ won }) => won).map(({ text }) => text)).toEqual(['收入总计', '增加']);
    expect(amount?.why).toMatch(/makes it change_amount; on prior_final$/);
    expect(rate?.fact?.measure).toBe('change_rate');
    expect(rate?.why).toContain('“收入总计” in its sentence names income.total');
  });

  it('names the whole of a share', () => {
    const [share] = explained('90.00');
    expect(share?.fact).toMatchObject({ measure: 'share', basis: 'income.current_year' });
    expect(share?.why).toContain('on income.current_year');
  });

  it('says why a number states nothing', () => {
    expect(explained('3.70')[0]).toMatchObject({
      fact: null,
      class: 'bare',
      why: expect.stringContaining('has no unit'),
    });
    expect(explained('7')[0]).toMatchObject({ fact: null, class: 'count', candidates: expect.any(Array) });
    expect(explained('2023')[0]).toMatchObject({
      fact: null,
      why: 'a number of class date states nothing',
      candidates: [],
    });
  });

  it('leads back to the printed characters', () => {
    for (const { candidates } of explained('90.00')) {
      for (const { text, start, end } of candidates) expect(document?.text.slice(start, end)).toBe(text);
    }
  });

  it('is made only where it is asked for', async () => {
    const plain = await extract(new TextEncoder().encode(TEXT), {
      path: 'a.txt',
      patterns: loadPatterns(),
      version: 'test',
    });
    expect(plain.traces.every(({ reading }) => reading === null)).toBe(true);
  });
});
