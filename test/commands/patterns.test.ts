import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { call } from '../cli/call.ts';
import { folder } from '../folder.ts';

/** A province's phrase, with an example that needs it. */
const OWN = {
  'mine/words.yaml': 'extends: sentences/words\nwords: { up: [跃升了?] }\n',
  'mine/sentences/examples/mine.yaml': `- id: T1
  section: totals
  text: 2024年度收入总计10.00万元，与2023年相比，收入总计跃升1.00万元。
  facts: [income.total = 100000, income.total change_amount prior_final = 10000]
`,
  'wrong/sentences/examples/mine.yaml': `- id: T1
  section: totals
  text: 2024年度收入总计10.00万元，与2023年相比，收入总计跃升1.00万元。
  facts: [income.total = 100000, income.total change_amount prior_final = 10000]
`,
  'broken/words.yaml': 'extends: sentences/words\nwords: { up: [跃升(] }\n',
  'empty/readme.txt': '',
};

describe('patterns list', () => {
  it('counts the expressions and examples of every pack', async () => {
    const { code, stdout } = await call(['patterns', 'list', '--json'], await folder());
    expect(code).toBe(0);
    const packs = JSON.parse(stdout) as { key: string; expressions: number; examples: number; files: string[] }[];
    expect(packs.find(({ key }) => key === 'sections')).toMatchObject({ files: ['patterns/sections.yaml'] });
    expect(packs.find(({ key }) => key === 'sections')?.examples).toBeGreaterThan(100);
    expect(packs.find(({ key }) => key === 'sentences/labels')?.expressions).toBeGreaterThan(50);
  });

  it('names the files of a user beside the pack that they add to', async () => {
    const root = await folder(OWN);
    const { stdout } = await call(['patterns', 'list', '--patterns', 'mine'], root);
    expect(stdout).toMatch(/^sentences\/words .* {2}\+ .*mine\/words\.yaml$/m);
  });
});

describe('patterns test', () => {
  it('runs the examples of the packs named', async () => {
    const root = await folder(OWN);
    const { code, stdout } = await call(['patterns', 'test', 'sentences/examples', '--patterns', 'mine'], root);
    expect(stdout).toMatch(/^\d+ examples of \d+ packs, 0 failed$/m);
    expect(code).toBe(0);
  });

  it('says what came out instead', async () => {
    const root = await folder(OWN);
    const args = ['patterns', 'test', 'sentences/examples/mine', '--patterns', 'wrong'];
    const { code, stdout } = await call(args, root);
    expect(code).toBe(1);
    expect(stdout).toContain('failed sentences/examples/mine 0: T1 2024年度收入总计');
    expect(stdout).toMatch(
      /expected income\.total = 100000; income\.total change_amount .*, got income\.total = 100000; 1 unmapped/,
    );
    expect(JSON.parse((await call([...args, '--json'], root)).stdout)).toMatchObject({
      examples: 1,
      failed: [{ at: '0' }],
    });
  });

  it('knows no pack of another name', async () => {
    const { code, stderr } = await call(['patterns', 'test', 'sentence'], await folder());
    expect([code, stderr]).toEqual([2, 'gongkai: no pack sentence; gongkai patterns list names them\n']);
  });
});

describe('packs that cannot be used', () => {
  it.each([
    ['patterns', 'test'],
    ['patterns', 'list'],
    ['text', 'good.txt'],
    ['explain', 'good.txt', '--find', '1'],
  ])('end %s %s with their place', async (...command) => {
    const root = await folder({ ...OWN, 'good.txt': '一、总体情况\n' });
    const { code, stderr } = await call([...command, '--patterns', 'broken'], root);
    expect(code).toBe(2);
    expect(stderr).toMatch(/broken\/words\.yaml:2: compile at words\.up\.0: bad expression 跃升\(/);
  });

  it('must be there', async () => {
    const root = await folder(OWN);
    expect(await call(['patterns', 'lint', '--patterns', 'nowhere'], root)).toMatchObject({
      code: 2,
      stderr: 'gongkai: no directory nowhere\n',
    });
    expect(await call(['patterns', 'lint', '--patterns', 'empty'], root)).toMatchObject({
      code: 2,
      stderr: 'gongkai: no pattern pack (*.yaml) in empty\n',
    });
  });
});

describe('patterns docs and schema', () => {
  it.each([
    ['docs', 'sections.md', '# Sections: sections'],
    ['schema', 'sections.json', '"title": "Sections"'],
  ])('%s writes a file for each pack, and says which are not up to date', async (command, name, words) => {
    const root = await folder();
    const args = ['patterns', command, '--out', 'pages'];
    expect((await call([...args, '--check'], root)).code).toBe(1);
    expect((await call(args, root)).code).toBe(0);
    expect(await readFile(join(root, 'pages', name), 'utf8')).toContain(words);
    expect(await call([...args, '--check'], root)).toMatchObject({ code: 0, stdout: '' });

    const ending = name.slice(name.indexOf('.'));
    await writeFile(join(root, 'pages', name), 'changed');
    await writeFile(join(root, 'pages', `gone${ending}`), 'Written by gongkai patterns');
    await writeFile(join(root, 'pages', `mine${ending}`), 'written by hand');
    const { code, stdout } = await call([...args, '--check'], root);
    expect(code).toBe(1);
    expect(stdout.split('\n').sort()).toEqual([
      '',
      `pages/gone${ending} is not what the packs say`,
      `pages/${name} is not what the packs say`,
    ]);
    await call(args, root);
    const left = await readdir(join(root, 'pages'));
    expect([left.includes(`gone${ending}`), left.includes(`mine${ending}`)]).toEqual([false, true]);
  });
});

describe('packs of a user', () => {
  const TEXT =
    '第三部分 2024年度部门决算情况说明\n一、收入支出决算总体情况说明\n2024年度收入总计10.00万元，与2023年相比，收入总计跃升1.00万元。\n';

  it('change what is extracted', async () => {
    const root = await folder({ ...OWN, 'a.txt': `青石县水务局2024年度部门决算\n${TEXT}` });
    const of = async (args: string[]) =>
      (await call(['explain', 'a.txt', '--find', '1.00', '--json', ...args], root)).stdout;
    expect(JSON.parse(await of([]))).toMatchObject([{ fact: null }]);
    expect(JSON.parse(await of(['--patterns', 'mine']))).toMatchObject([
      { fact: { concept: 'income.total', measure: 'change_amount', value: '10000' } },
    ]);
  });

  it('make eval refuse records of other packs', async () => {
    const root = await folder({ ...OWN, 'in/a.txt': `青石县水务局2024年度部门决算\n${TEXT}`, 'gold/a.jsonl': '' });
    const mine = ['--patterns', 'mine'];
    await call(['extract', 'in', '--out', 'out', '--jobs', '0'], root);
    expect((await call(['eval', 'gold', 'out'], root)).code).toBe(0);
    const { code, stdout } = await call(['eval', 'gold', 'out', ...mine], root);
    expect(code).toBe(1);
    expect(stdout).toContain('a.txt: extracted with other pattern packs');
    await call(['extract', 'in', '--out', 'out', '--jobs', '0', ...mine], root);
    expect((await call(['eval', 'gold', 'out', ...mine], root)).code).toBe(0);
  });
});
