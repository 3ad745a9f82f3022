import { describe, expect, it } from 'vitest';
import { folder } from '../folder.ts';
import { BAD_INPUTS } from './bad-inputs.ts';
import { call } from './call.ts';
import { DISCLOSURE } from './disclosure.ts';

const GOLD_LINE = {
  concept: 'income.total',
  subject: null,
  measure: 'final',
  basis: null,
  period: 2024,
  value: '12005000',
  unit: 'CNY',
  stated: 'number',
  published: { text: '1,200.50', unit: '万元' },
  where: 'narrative',
  page: 1,
};

describe('text', () => {
  it('prints headings and paragraphs as Markdown', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    const { code, stdout } = await call(['text', 'good.txt'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^#+ 一、收入支出决算总体情况说明$/m);
    expect(stdout).toMatch(/^本年收入合计1,150\.00万元/m);
  });

  it('gives 1 and names file and cause where nothing can be read', async () => {
    const root = await folder({ 'broken.docx': BAD_INPUTS['broken.docx']?.bytes ?? '' });
    expect(await call(['text', 'gone.pdf'], root)).toMatchObject({ code: 1, stderr: 'gone.pdf: no such file\n' });
    const { code, stderr } = await call(['text', 'broken.docx'], root);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^broken\.docx: error: /);
  });
});

describe('explain', () => {
  it('shows section, class and fact of a number', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    const { code, stdout } = await call(['explain', 'good.txt', '--find', '1,150.00万元，其中'], root);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^1,150\.00/m);
    expect(stdout).toMatch(/section .*收入决算情况说明/);
    expect(stdout).toMatch(/fact +income\.current_year final 2024 = 11500000/);
  });

  it('prints JSON on request', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    const { stdout } = await call(['explain', 'good.txt', '--find', '9.14%', '--json'], root);
    const found: { text: string; fact: { measure: string } | null }[] = JSON.parse(stdout);
    expect(found.find((each) => each.text.includes('9.14'))?.fact?.measure).toBe('change_rate');
  });

  it('says so where no number is found', async () => {
    const root = await folder({ 'good.txt': DISCLOSURE });
    const { stdout } = await call(['explain', 'good.txt', '--find', '777'], root);
    expect(stdout).toBe('No number with “777” in it or near it.\n');
  });
});

describe('eval', () => {
  async function evaluated(line: object, ...options: string[]) {
    const root = await folder({ 'in/good.txt': DISCLOSURE, 'gold/good.jsonl': JSON.stringify(line) });
    await call(['extract', 'in', '--out', 'out'], root);
    return call(['eval', 'gold', 'out', ...options], root);
  }

  it('gives 0 without a minimum and prints precision and recall', async () => {
    const { code, stdout } = await evaluated(GOLD_LINE);
    expect(code).toBe(0);
    expect(stdout).toMatch(/narrative +1 +\d+ +1 +\d+\.\d+% +100\.00%/);
  });

  it('gives 1 below a minimum and says which', async () => {
    const { code, stdout } = await evaluated({ ...GOLD_LINE, value: '1' }, '--min-narrative', '0.97');
    expect(code).toBe(1);
    expect(stdout).toContain('below the bar: good narrative: recall 0.0000 is below 0.97');
  });

  it('lists each miss with what was found in its place', async () => {
    const { stdout } = await evaluated({ ...GOLD_LINE, value: '1' }, '--misses');
    expect(stdout).toMatch(/miss {2}page 1 narrative: income\.total final 2024 = 1 CNY/);
    expect(stdout).toMatch(/got page 1 narrative: income\.total .*differs in value/);
  });

  it('fails with a minimum where a gold document has no record', async () => {
    const root = await folder({ 'in/other.txt': DISCLOSURE, 'gold/good.jsonl': JSON.stringify(GOLD_LINE) });
    await call(['extract', 'in', '--out', 'out'], root);
    const { code, stdout } = await call(['eval', 'gold', 'out', '--min-tables', '0.9'], root);
    expect(code).toBe(1);
    expect(stdout).toContain('good: no record');
  });

  it('prints JSON on request', async () => {
    const { stdout } = await evaluated(GOLD_LINE, '--json');
    expect(JSON.parse(stdout).documents[0].narrative).toMatchObject({ gold: 1, right: 1, recall: 1 });
  });
});
