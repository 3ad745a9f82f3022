import { describe, expect, it } from 'vitest';
import { readText } from '../../src/read/text.ts';
import { content, documentIn, patterns, shown } from './shown.ts';

const document = (text: string) => documentIn(readText(new TextEncoder().encode(text), patterns));

/** A text wrapped at 30 full-width characters, in which paragraphs are not indented. */
const WRAPPED = [
  '一、收入支出决算总体情况说明',
  '本单位二〇二三年度收入总计为一千二百万元，支出总计为一千二百',
  '万元，与上年相比收入和支出各增加一百二十万元，增长百分之十一',
  '点一，主要原因是新增项目支出较多，人员经费按照规定的标准有所',
  '提高，同时年初结转和结余资金在本年度内全部安排使用完毕，没有',
  '形成新的结转和结余资金。',
  '二、收入决算情况说明',
  '本年收入合计一千一百万元，其中财政拨款收入一千一百万元，占全',
  '部收入的百分之百。',
];

describe('plain text', () => {
  it('has a paragraph for each line where lines are not wrapped', () => {
    expect(shown(document('第一部分 概况\n\n一、主要职责\n负责河道养护。\r\n负责水质巡查\r\n'))).toEqual([
      '第一部分 概况',
      '一、主要职责',
      '负责河道养护。',
      '负责水质巡查',
    ]);
  });

  it('joins the lines of a wrapped text and leaves headings alone', () => {
    const paragraphs = shown(document(WRAPPED.join('\n')));
    expect(paragraphs).toHaveLength(4);
    expect(paragraphs[0]).toBe(WRAPPED[0]);
    expect(paragraphs[1]).toBe(WRAPPED.slice(1, 6).join(' / '));
    expect(paragraphs[2]).toBe(WRAPPED[6]);
  });

  it('joins a line that was spread over its letters because a number did not fit', () => {
    const spread = [
      '本 年 度 采 购 支 出 预 算 合 计 为 一 千 万 元 ， 同 比 增 加',
      '12433505.07元，其中货物类采购若干元，服务类采购若干元，工程类',
    ];
    const paragraphs = shown(document([...WRAPPED.slice(0, 4), ...spread, ...WRAPPED.slice(4, 6)].join('\n')));
    expect(paragraphs).toHaveLength(2);
  });

  it('parts a sentence neither at a page number nor at a page', () => {
    for (const turn of ['—10—', '\n- 10 -\n', '\f', '第10页']) {
      const lines = [...WRAPPED.slice(0, 3), turn, ...WRAPPED.slice(3)];
      expect(content(document(lines.join('\n')))[1], turn).toBe(WRAPPED.slice(1, 6).join(' / '));
    }
  });

  it('keeps page numbers as furniture', () => {
    const { blocks, text } = document('一、支出决算情况\n- 3 -\n二、收入决算情况\n');
    expect(blocks.map((block) => block.kind === 'paragraph' && block.role)).toEqual(['body', 'furniture', 'body']);
    expect(text).toContain('- 3 -');
  });

  it('takes bare numbers for page numbers only where they count on', () => {
    const page = (n: number) => `一、甲\n二、乙\n三、丙\n四、丁\n五、戊\n${n}\n`;
    const roles = (text: string) =>
      document(text).blocks.filter((block) => block.kind === 'paragraph' && block.role === 'furniture');
    expect(roles(page(1) + page(2) + page(3))).toHaveLength(3);
    expect(roles(page(12) + page(7) + page(30))).toHaveLength(0);
  });

  it('takes a page number out of the middle of a line', () => {
    const result = document('一般公共预算财政拨款支出决算为—10—12.50万元，完成年初预算。\n');
    expect(content(result)).toEqual(['一般公共预算财政拨款支出决算为 / 12.50万元，完成年初预算。']);
  });

  it('begins a page at a form feed', () => {
    const { pages } = document('封面\f目录\f正文\n');
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
  });

  it('says which character set it guessed', () => {
    const gb = Uint8Array.from([0xd6, 0xa7, 0xb3, 0xf6]);
    expect(readText(gb, patterns).notices.map(({ code }) => code)).toEqual(['charset-guessed']);
    expect(readText(new TextEncoder().encode('支出'), patterns).notices).toEqual([]);
  });
});

describe('tables in plain text', () => {
  it('are rows parted by bars, with or without a frame', () => {
    const table = ['[2x3] 项目@0,0 预算@0,1 决算@0,2 支出@1,0 1.00@1,1 2.00@1,2'];
    expect(shown(document('项目 | 预算 | 决算\n支出 | 1.00 | 2.00\n'))).toEqual(table);
    expect(shown(document('| 项目 | 预算 | 决算 |\n|---|---|---|\n| 支出 | 1.00 | 2.00 |\n'))).toEqual(table);
  });

  it('keep empty cells inside and lose the hundreds that a runaway span left', () => {
    const tail = '|'.repeat(300);
    expect(shown(document(`项目 | 预算 | 决算 ${tail}\n支出 | | 2.00 ${tail}\n`))).toEqual([
      '[2x3] 项目@0,0 预算@0,1 决算@0,2 支出@1,0 @1,1 2.00@1,2',
    ]);
  });

  it('have the heads that the last head above spans below it', () => {
    const rows = ['项目 | 上年 | 增减情况 | |', '金额 | 比例 | | |', '合计 | 1.00 | 0.50 | 50.00 |'];
    const [table] = shown(document(`${rows.join('\n')}\n`));
    expect(table).toContain('@1,0 @1,1 金额@1,2 比例@1,3 合计@2,0');
    const values = shown(document('项目 | 上年 | 增减情况 | |\n合计 | 1.00 | | |\n小计 | 2.00 | 0.50 | 50.00 |\n'));
    expect(values[0]).toContain('合计@1,0 1.00@1,1');
  });

  it('are rows parted by tabs, and say that they are approximate', () => {
    const bytes = new TextEncoder().encode('表一\n项目\t预算数\n支出\t1.00\n说明。\n');
    const { value, notices } = readText(bytes, patterns);
    expect(value && shown(value)).toEqual(['表一', '[2x2] 项目@0,0 预算数@0,1 支出@1,0 1.00@1,1', '说明。']);
    expect(value?.blocks[1]).toMatchObject({ ruled: false });
    expect(notices.map(({ code }) => code)).toEqual(['tables-approximate']);
  });

  it('are not list numbers with a tab, nor titles with their page', () => {
    const lines = ['一、\t收入决算情况', '二、\t支出决算情况', '收入决算表\t5', '支出决算表\t6'];
    expect(document(`${lines.join('\n')}\n`).blocks.every((block) => block.kind === 'paragraph')).toBe(true);
  });

  it('are not a single line with bars', () => {
    expect(document('首页 | 公开 | 联系\n正文\n').blocks.every((block) => block.kind === 'paragraph')).toBe(true);
  });

  it('are lists whose cells stand one below the other, each before its bar', () => {
    const list = ['项目 |', '预算数 |', '合计 |', '3.00 |', '接待费 |', '1.00 |', '运行费 |', '2.00 |'];
    const table = '[4x2] 项目@0,0 预算数@0,1 合计@1,0 3.00@1,1 接待费@2,0 1.00@2,1 运行费@3,0 2.00@3,1';
    expect(shown(document(`统计表 |\n|\n${list.join('\n')}\n说明。\n`))).toEqual(['统计表', table, '说明。']);
    const below = list.map((cell) => cell.replace(' |', '\n|'));
    expect(shown(document(`统计表\n|\n${below.join('\n')}\n`))).toEqual(['统计表', table]);
  });

  it('are no such lists without a head of figures, or with a blank among them', () => {
    const cells = ['项目', '内容', '合计', '3.00', '接待费', '1.00', '运行费', '2.00'];
    const lines = (list: readonly string[]) => list.map((cell) => `${cell} |`).join('\n');
    expect(shown(document(lines(cells)))).toEqual(cells);
    const blank = ['项目', '预算数', '合计', '3.00', '接待费', '运行费', '2.00'];
    expect(shown(document(lines(blank)))).toEqual(blank);
  });
});
