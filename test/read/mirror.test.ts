import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';
import { documentIn, patterns, shown } from './shown.ts';

const reading = (text: string) => read(new TextEncoder().encode(text), { patterns });
const codes = async (text: string) => (await reading(text)).notices.map(({ code }) => code);

describe('a copy of a mirror', () => {
  it('loses the pinyin behind its characters, and every span stands where its text is', async () => {
    const { value, notices } = await reading(
      '經(jīng)費支出12.50万元\n预（yù）算收入1.00万元\f表 | 1 | 2\n表 | 3 | 4\n',
    );
    expect(value && shown(value)).toEqual([
      '經費支出12.50万元',
      '预算收入1.00万元',
      '[2x3] 表@0,0 1@0,1 2@0,2 表@1,0 3@1,1 4@1,2',
    ]);
    expect(value?.pages.map(({ start, end }) => value.text.slice(start, end))).toEqual([
      '經費支出12.50万元\n预算收入1.00万元\n',
      '表\t1\t2\n表\t3\t4\n',
    ]);
    expect(notices.map(({ code }) => code)).toContain('tampered');
  });

  it('has its middle dots read as decimal points', async () => {
    const { value, notices } = await reading('支出2477·1万元，增长81·3%，3·15活动\n');
    expect(value?.text).toBe('支出2477.1万元，增长81.3%，3·15活动\n');
    expect(notices.map(({ message }) => message)).toEqual([expect.stringMatching(/2 dots/)]);
  });

  it('loses marks between words', async () => {
    expect(documentIn(await reading('收入@@支出@@决算@@情况\n')).text).toBe('收入支出决算情况\n');
  });

  it('in traditional script is read in simplified', async () => {
    const text =
      '決算報告：本年財政撥款收入總計萬元，與上年相比增長，主要原因是項目經費預算調整，購置車輛費用減少，會議費增加。\n';
    const { value, notices } = await reading(text);
    expect(value?.text).toBe(
      '决算报告：本年财政拨款收入总计万元，与上年相比增长，主要原因是项目经费预算调整，购置车辆费用减少，会议费增加。\n',
    );
    expect(notices.map(({ code }) => code)).toEqual(['tampered']);
  });

  it('is not what quotes a few traditional characters, an address with @, or one gloss', async () => {
    const body = '本年支出12.50万元，其中购置费1.00万元。'.repeat(20);
    expect(await codes(`${body}會計師事務所\n`)).toEqual([]);
    expect(await codes(`${body}联系：a@b.cn\n`)).toEqual([]);
    expect(await codes(`${body}亳（bó）州市\n`)).toEqual([]);
  });
});
