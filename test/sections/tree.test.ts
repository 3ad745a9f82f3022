import { describe, expect, it } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { sectionAt, sectionsAt, sectionTree } from '../../src/sections/index.ts';
import { documentOf, type Input } from './build.ts';

const patterns = loadPatterns();
const TEXT = '青禾市档案馆按照有关规定办理，具体内容如下，不再重复。';

const treeOf = (...inputs: Input[]) => sectionTree(documentOf(inputs), patterns).sections;
/** `id kind` of every section. */
const outline = (...inputs: Input[]) => treeOf(...inputs).map(({ id, kind }) => `${id} ${kind}`);
const withText = (...heads: Input[]) => heads.flatMap((head) => [head, TEXT]);

describe('nesting', () => {
  it('follows the styles of numbers down to （1）', () => {
    expect(
      outline(
        ...withText(
          '第一部分 部门概况',
          '一、主要职责',
          '第三部分 2022年度部门决算情况说明',
          '一、收入支出决算总体情况说明',
          '二、一般公共预算财政拨款支出决算情况说明',
          '（一）总体情况',
          '（二）结构情况',
          '三、其他重要事项的情况说明',
          '（一）预算绩效情况',
          '1.绩效评价工作开展情况',
        ),
      ),
    ).toEqual([
      '1 overview',
      '1.1 overview.duties',
      '2 narrative',
      '2.1 totals',
      '2.2 general',
      '2.2.1 general.overview',
      '2.2.2 general.structure',
      '2.3 other_matters',
      '2.3.1 performance',
      '2.3.1.1 performance.work',
    ]);
  });

  it('keeps ids apart when numbers repeat, restart or are skipped', () => {
    expect(
      outline(
        ...withText(
          '九、政府性基金预算支出情况',
          '九、国有资本经营预算支出情况',
          '一、机关运行经费支出情况',
          '十四、民生支出情况',
        ),
      ),
    ).toEqual(['1 fund', '2 capital', '3 agency_operation', '4 livelihood']);
  });

  it('puts sections below a part that has the same style of number', () => {
    expect(
      outline(
        ...withText(
          '一、概况',
          '二、部门决算公开表',
          '三、2022年度部门决算情况说明',
          '一、收入支出决算总体情况说明',
          '二、收入决算情况说明',
          '四、名词解释',
        ),
      ),
    ).toEqual(['1 overview', '2 tables', '3 narrative', '3.1 totals', '3.2 income', '4 glossary']);
  });

  it('finds the place of headings that lost their numbers', () => {
    expect(
      outline(
        ...withText(
          '第二部分 2022年度部门决算情况说明',
          '收入支出决算总体情况说明',
          '、收入决算情况说明',
          '一般公共预算财政拨款支出决算情况说明',
          '总体情况说明',
          '财政拨款“三公”经费支出决算情况说明',
          '总体情况说明',
          '名词解释',
        ),
      ),
    ).toEqual([
      '1 narrative',
      '1.1 totals',
      '1.2 income',
      '1.3 general',
      '1.3.1 general.overview',
      '1.4 three_public',
      '1.4.1 three_public.overall',
      '2 glossary',
    ]);
  });

  it('ranks headings without numbers by the outline level that numbered ones have', () => {
    const heading = (level: number, text: string) => ({ heading: level, text });
    expect(
      outline(
        ...withText(
          heading(1, '第一部分 概况'),
          heading(2, '一、主要职责'),
          heading(1, '第二部分 2022年度部门决算情况说明'),
          heading(2, '一、收入支出决算总体情况说明'),
          heading(2, '机关运行经费支出情况'),
        ),
      ),
    ).toEqual(['1 overview', '1.1 overview.duties', '2 narrative', '2.1 totals', '2.2 agency_operation']);
  });

  it('closes the tables when the heading of the next part was lost', () => {
    expect(
      outline(...withText('第二部分 2022年度部门决算表', '一、收入支出决算总体情况说明', '第四部分 名词解释')),
    ).toEqual(['1 tables', '2 totals', '3 glossary']);
  });

  it('gives 总体情况 the kind of what stands above it', () => {
    expect(
      outline(
        ...withText(
          '五、财政拨款支出决算情况说明',
          '（一）总体情况',
          '（二）具体情况',
          '六、“三公”经费支出情况',
          '（一）总体情况。',
          '（二）具体情况。',
        ),
      ),
    ).toEqual([
      '1 fiscal.expenditure',
      '1.1 fiscal.overview',
      '1.2 fiscal.items',
      '2 three_public',
      '2.1 three_public.overall',
      '2.2 three_public.details',
    ]);
  });
});

describe('headings', () => {
  it('are printed without their number, their stop and the spaces of justified lines', () => {
    const [section] = treeOf('第 二 部 分　青禾市档案馆 2024 年度部门决算情况说明。', TEXT);
    expect(section).toMatchObject({
      number: '第二部分',
      title: '青禾市档案馆2024年度部门决算情况说明',
      kind: 'narrative',
    });
  });

  it('keep the quotes of their title', () => {
    const [section] = treeOf('七、“三公”经费支出决算情况说明', TEXT);
    expect(section).toMatchObject({ number: '七、', title: '“三公”经费支出决算情况说明' });
  });

  it.each([
    ['（一）总体情况。2021年度财政拨款支出470.8万元，比上年增加。', '总体情况'],
    ['（一）总体情况说明：2021年度财政拨款支出470.8万元，比上年增加。', '总体情况说明'],
    [
      '（一）财政拨款支出决算总体情况 2021年度财政拨款支出470.8万元，比上年增加，主要是人员增加。',
      '财政拨款支出决算总体情况',
    ],
  ])('may share their paragraph with the text: %s', (paragraph, title) => {
    const document = documentOf(['五、财政拨款支出决算情况说明', TEXT, paragraph, TEXT]);
    const section = sectionTree(document, patterns).sections[1];
    expect(section).toMatchObject({ kind: 'fiscal.overview', title, number: '（一）' });
    expect(document.text.slice(section?.start).startsWith('（一）')).toBe(true);
  });

  it('may open a paragraph whose lines the reader joined', () => {
    expect(outline(['（一）机关运行经费支出情况', '本部门机关运行经费支出26.5万元，比上年', '减少1.5万元。'])).toEqual([
      '1 agency_operation',
    ]);
  });

  it('may stand on a later line of a paragraph', () => {
    const document = documentOf([
      [
        '一、收入支出决算总体情况说明',
        '收、支总计474.7万元，与上年持平。',
        '二、收入决算情况说明',
        '本年收入合计462.4万元。',
      ],
    ]);
    const { sections } = sectionTree(document, patterns);
    expect(sections.map(({ kind }) => kind)).toEqual(['totals', 'income']);
    expect(document.text.slice(sections[1]?.start, (sections[1]?.start as number) + 2)).toBe('二、');
  });

  it('may be parted from 第一部分', () => {
    expect(outline('第一部分', '青禾市档案馆概况', TEXT)).toEqual(['1 overview']);
    expect(outline('第三部分', { furniture: '— 3 —' }, '2022年度部门决算', '情况说明', TEXT)).toEqual(['1 narrative']);
  });

  it('may be broken over two paragraphs', () => {
    const [section] = treeOf('第三部分 青禾市档案馆2024年度部门决算情况', '说明', TEXT);
    expect(section).toMatchObject({ kind: 'narrative', title: '青禾市档案馆2024年度部门决算情况说明' });
    expect(outline('第二部分 青禾市档案馆2024年度部门决算', '表', TEXT)).toEqual(['1 tables']);
  });

  it('may have a long remark in parentheses', () => {
    expect(outline('二、部门决算单位构成（仅有一个单位的，本部分内容为“机构设置”）', TEXT)).toEqual([
      '1 overview.units',
    ]);
  });

  it('of unknown titles close the section before them', () => {
    expect(outline(...withText('八、预算绩效情况说明', '九、关于某些事项的特别说明', '第六部分 廉政风险提示'))).toEqual(
      ['1 performance', '2 null', '3 null'],
    );
  });

  it('of one subject stand alone or not at all', () => {
    const items = [
      '1．教育支出（类）普通教育（款）小学教育（项）。',
      '年初预算为10万元，支出决算为10万元。',
      '2.教育支出（类）普通教育（款）初中教育（项）。年初预算为10万元，支出决算为10万元。',
    ];
    expect(outline('五、一般公共预算财政拨款支出决算情况说明', TEXT, '（三）具体情况', TEXT, ...items)).toEqual([
      '1 general',
      '1.1 general.items',
      '1.1.1 null',
    ]);
  });
});

describe('what is no heading', () => {
  it.each([
    ['a sentence with the words of a title', '收入支出决算总体情况说明见第三部分，机关运行经费支出情况见附表。'],
    ['a sentence that opens with them', '一般公共预算财政拨款支出决算情况良好，完成年初预算的99%。'],
    ['an item with an amount', '1.财政拨款收入474.7万元，占收入总计的100%。'],
    ['a duty', '（二）负责机关运行经费和国有资产管理工作，承担政府采购有关事项。'],
    ['a line broken out of a sentence', '青禾市档案馆2024年度收入支出总计'],
    ['the title of a table', '七、财政拨款“三公”经费支出决算表'],
    ['a row of a table in running text', '二、政府性基金预算财政拨款收入'],
    ['a caption', '（图1：收、支决算总计变动情况图）（柱状图）'],
  ])('%s', (_, line) => {
    expect(outline(line, TEXT)).toEqual([]);
  });

  it('furniture, marked contents, and cells of tables', () => {
    expect(
      outline(
        { furniture: '第一部分 概况' },
        { contents: '第一部分 概况' },
        { table: [['一、收入决算情况说明', '3']] },
        TEXT,
      ),
    ).toEqual([]);
  });

  it('a term of the glossary', () => {
    expect(
      outline(
        '第四部分 名词解释',
        '一、“三公”经费：指用财政拨款安排的因公出国（境）费。',
        '二、机关运行经费',
        '指为保障行政单位运行的资金。',
        '三、政府采购情况',
        '指有关情况。',
        '第五部分 附件',
        TEXT,
      ),
    ).toEqual(['1 glossary', '2 attachments']);
  });

  it('a heading inside an attached report', () => {
    expect(
      outline(
        '第四部分 附件',
        TEXT,
        '一、部门概况',
        TEXT,
        '（一）机构组成',
        TEXT,
        '二、预算绩效情况',
        TEXT,
        '第五部分 附表',
        TEXT,
      ),
    ).toEqual(['1 attachments', '2 tables']);
  });

  it('a duty with the words of a title', () => {
    expect(
      outline(
        ...withText('第一部分 概况', '一、主要职责'),
        '（五）预算绩效管理。负责全县预算绩效管理工作。',
        '3.国有资产管理情况',
        TEXT,
        '二、机构设置',
        TEXT,
      ),
    ).toEqual(['1 overview', '1.1 overview.duties', '1.2 overview.organisation']);
  });

  it('a heading of an evaluation report inside the accounts', () => {
    expect(
      outline(
        ...withText(
          '十、预算绩效情况说明',
          '（一）绩效评价工作开展情况',
          '1.机构组成',
          '2.基本支出情况',
          '十一、名词解释',
        ),
      ),
    ).toEqual(['1 performance', '1.1 performance.work', '1.1.1 null', '2 glossary']);
  });

  it('附件 above everything', () => {
    expect(outline('附件2', '附件', TEXT, '一、部门概况', TEXT, '二、部门决算情况说明', TEXT)).toEqual([
      '1 overview',
      '2 narrative',
    ]);
  });

  it('the name of the document above everything', () => {
    expect(outline('青禾市档案馆2022年度部门决算情况说明', '一、部门基本情况', TEXT)).toEqual(['1 overview']);
  });
});

describe('a table of contents that the reader did not mark', () => {
  const parts = [
    '第一部分 概况',
    '一、主要职能',
    '第二部分 2022年度部门决算表',
    '第三部分 2022年度部门决算情况说明',
    '第四部分 名词解释',
  ];
  const kinds = ['1 overview', '1.1 overview.duties', '2 tables', '3 narrative', '4 glossary'];

  it('is left out when its titles come again with text', () => {
    expect(outline(...parts, ...withText(...parts))).toEqual(kinds);
  });

  it('is left out under 目录, in another order and twice', () => {
    const reordered = [...parts].reverse();
    expect(outline('目 录', ...reordered, ...reordered, ...withText(...parts))).toEqual(kinds);
  });

  it('is left out with leaders, page numbers and table titles between', () => {
    const contents = parts.flatMap((part, i) => [`${part}${'.'.repeat(12)}${i + 3}`, '一、收入支出决算总表5']);
    expect(outline(...contents, ...withText(...parts))).toEqual(kinds);
    expect(outline(...parts.map((part, i) => `${part}${i + 3}`), ...withText(...parts))).toEqual(kinds);
    expect(outline(...parts.map((part) => `${part}……（ 1 ）`), ...withText(...parts))).toEqual(kinds);
  });

  it('does not take the headings of empty sections with it', () => {
    expect(outline('第四部分 附表', '一、收入支出决算总表', '二、收入决算表', '三、支出决算表')).toEqual(['1 tables']);
    expect(outline('第三部分 2022年度部门决算情况说明', '一、收入支出决算总体情况说明', TEXT)).toEqual([
      '1 narrative',
      '1.1 totals',
    ]);
  });
});

describe('places', () => {
  const document = documentOf([
    '云溪县水务局',
    ...withText('第一部分 概况', '一、主要职责', '二、机构设置', '第二部分 决算情况说明'),
  ]);
  const { sections } = sectionTree(document, patterns);

  it('end where the next section of the same or a higher level begins', () => {
    const [overview, duties, organisation, narrative] = sections;
    expect(overview?.end).toBe(narrative?.start);
    expect(duties?.end).toBe(organisation?.start);
    expect(organisation?.end).toBe(narrative?.start);
    expect(narrative?.end).toBe(document.text.length);
  });

  it('are found from an offset, innermost and outermost', () => {
    const offset = document.text.indexOf('二、机构设置') + 1;
    expect(sectionAt(sections, offset)).toBe('1.2');
    expect(sectionsAt(sections, offset).map(({ id }) => id)).toEqual(['1', '1.2']);
    expect(sectionAt(sections, 0)).toBeNull();
  });
});

describe('any order of headings', () => {
  it('gives unique ids, starts in print order and nested ranges', () => {
    const heads = [
      '第一部分 概况',
      '一、主要职责',
      '（一）总体情况',
      '1.具体情况',
      '（1）基本支出',
      '总体情况说明',
      '三、“三公”经费支出情况',
      '五、一般公共预算支出情况',
      '（二）结构情况',
      '名词解释',
      '第三部分 部门决算情况说明',
      '四、附件',
      '、收入决算情况说明',
    ];
    let seed = 7;
    const next = () => {
      seed = (seed * 1103515245 + 12345) % 2147483648;
      return seed / 2147483648;
    };
    for (let round = 0; round < 60; round++) {
      const picked = Array.from({ length: 25 }, () => heads[Math.floor(next() * heads.length)] as string);
      const sections = treeOf(...withText(...picked));
      expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      for (const [i, section] of sections.entries()) {
        expect(section.id.split('.').length).toBe(section.level);
        expect(section.start).toBeGreaterThanOrEqual(sections[i - 1]?.start ?? 0);
        const parent = sections.find(({ id }) => id === section.id.split('.').slice(0, -1).join('.'));
        if (section.level > 1) expect(parent && parent.start < section.start && parent.end >= section.end).toBe(true);
      }
    }
  });
});
