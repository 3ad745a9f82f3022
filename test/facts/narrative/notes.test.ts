import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/extract.ts';
import { loadPatterns } from '../../../src/patterns/load.ts';

const patterns = loadPatterns();
const factsOf = async (text: string) => {
  const { record } = await extract(new TextEncoder().encode(text), { path: 'note.txt', patterns, version: 'test' });
  return record?.facts ?? [];
};
const shown = async (text: string) =>
  (await factsOf(text)).map(({ concept, measure, basis, period }) =>
    [concept.replace('three_public.', ''), measure, basis, period].filter((each) => each !== null).join(' '),
  );

describe('a note on one matter', () => {
  it('is about budgets where its title says so, and so are its comparisons', async () => {
    const text =
      '青石县水务局2021年“三公”经费预算情况说明\n因公出国（境）费3.00万元。公务接待费2.00万元，比上年减少1.00万元。\n';
    expect(await shown(text)).toEqual([
      'overseas budget 2021',
      'reception budget 2021',
      'reception change_amount prior_budget 2021',
    ]);
  });

  it('is about finals in the part whose heading says so', async () => {
    const text =
      '一、2022年“三公”经费预算安排情况\n2022年公务接待费3.00万元。\n二、2021年“三公”经费决算情况\n2021年公务接待费2.00万元。\n2022年预算数从严控制。\n';
    expect(await shown(text)).toEqual(['reception budget 2022', 'reception final 2021']);
  });
});

describe('the cause of a change', () => {
  it('is told once, also where two words of cause follow one another', async () => {
    const text =
      '青石县水务局2021年“三公”经费决算情况说明\n公务接待费2.00万元，比上年减少1.00万元，主要原因是由于来访减少。\n';
    const [, change] = await factsOf(text);
    expect(change?.reason?.text).toBe('主要原因是由于来访减少');
  });
});

describe('the report of a government', () => {
  const text = (title: string) =>
    `${title}\n一、一般公共预算\n2021年全县一般公共预算支出80.00亿元。\n二、“三公”经费决算情况\n公务接待费2.00万元。\n`;

  it('states nothing of a department, except what all departments spend on 三公', async () => {
    expect(await shown(text('关于青石县2021年财政决算（草案）的报告'))).toEqual(['reception final 2021']);
  });

  it('states nothing of the government that gives it', async () => {
    expect(await shown(text('青石县青禾镇人民政府关于2021年本级决算的报告'))).toEqual(['reception final 2021']);
  });

  it('is a department’s where the title names one', async () => {
    expect(await shown(text('青石县水务局2021年财政收支决算报告'))).toContain('general.expenditure final 2021');
  });
});
