import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/contract.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { report, sectionTree } from '../../src/sections/index.ts';
import { regionOf, regionPack, regions, reportPack, reportRules } from '../../src/sections/report/rules.ts';
import { documentOf, type Input } from './build.ts';

const patterns = loadPatterns();
const rules = reportRules(patterns);
const TEXT = '按照有关规定办理，具体内容如下，不再重复。';

function read(...inputs: Input[]) {
  const document = documentOf(inputs);
  return report(document, sectionTree(document, patterns), patterns);
}
const field = <K extends keyof Report>(key: K, ...inputs: Input[]) => read(...inputs).value[key];

const PARTS = (year: number | string, word = '部门', what = '决算'): string[] => [
  '第一部分 概况',
  TEXT,
  `第二部分 ${year}年度${word}${what}表`,
  TEXT,
  `第三部分 ${year}年度${word}${what}情况说明`,
  TEXT,
];

describe('the examples of the packs', () => {
  it.each(reportPack(patterns).examples.titles)('organisation in $title', ({ title, organisation }) => {
    expect(field('organisation', title, TEXT)).toBe(organisation);
  });
  it.each(reportPack(patterns).examples.kinds)('kind of $title', ({ title, kind }) => {
    expect(field('kind', title, TEXT)).toBe(kind);
  });
  it.each(reportPack(patterns).examples.placeholders)('%s names nobody', (name) => {
    expect(rules.placeholder.test(name)).toBe(true);
  });
  it.each(reportPack(patterns).examples.names)('%s is a name', (name) => {
    expect(rules.placeholder.test(name) || rules.nobody.test(name)).toBe(false);
  });
  it.each(regionPack(patterns).examples)('region of $name', ({ name, region }) => {
    expect(regionOf(name, regions(patterns))).toBe(region);
  });
});

describe('title and organisation', () => {
  it('are read from a cover over several lines', () => {
    const { value } = read('云溪县规划和自然', '资源局', '2024 年度部门决算', ...PARTS(2024));
    expect(value.title).toBe('云溪县规划和自然资源局2024年度部门决算');
    expect(value.organisation).toBe('云溪县规划和自然资源局');
  });

  it('are read when the year stands first and a date last', () => {
    const { value } = read('2023年度', '云溪县水务局部门决算', '2024年9月12日', ...PARTS(2023));
    expect(value).toMatchObject({
      title: '2023年度云溪县水务局部门决算',
      organisation: '云溪县水务局',
      fiscalYear: 2023,
    });
  });

  it('are read below the navigation of a page', () => {
    const { value } = read(
      '当前位置：首页 > 政务公开 > 部门决算',
      '青禾市档案馆2022年度部门决算公开',
      '来源：青禾市档案馆　发布日期：2023-08-30',
      ...PARTS(2022),
    );
    expect(value).toMatchObject({
      title: '青禾市档案馆2022年度部门决算公开',
      organisation: '青禾市档案馆',
      fiscalYear: 2022,
    });
  });

  it('come from the parts where there is no cover', () => {
    const { value, notices } = read('第一部分 云溪县水务局概况', TEXT, '第二部分 云溪县水务局2022年度部门决算表', TEXT);
    expect(value).toMatchObject({ title: null, organisation: '云溪县水务局' });
    expect(notices.map(({ code, message }) => `${code} ${message}`)[0]).toMatch(/report-field-unknown .*title/);
  });

  it('come from 编制单位 over a table, but 单位：万元 names nobody', () => {
    expect(
      field('organisation', ...PARTS(2022), '编制单位：云溪县水务局　　金额单位：万元', { table: [['收入', '1']] }),
    ).toBe('云溪县水务局');
    expect(
      field('organisation', ...PARTS(2022), {
        table: [
          ['单位：云溪县水务局', '单位：万元'],
          ['收入', '1'],
        ],
      }),
    ).toBe('云溪县水务局');
    expect(field('organisation', ...PARTS(2022), '单位：万元', { table: [['收入', '1']] })).toBeNull();
  });

  it('come from the openings of paragraphs', () => {
    expect(field('organisation', ...PARTS(2022), '云溪县水务局2022年度收入支出总计474.7万元，比上年增加。')).toBe(
      '云溪县水务局',
    );
    expect(field('organisation', ...PARTS(2022), '纳入云溪县水务局2022年度部门决算编制范围的单位包括：')).toBe(
      '云溪县水务局',
    );
  });

  it('a single wrong name does not outweigh the others', () => {
    const value = field(
      'organisation',
      '云溪县水务局2022年度部门决算',
      '第一部分 云溪县水务局概况',
      TEXT,
      '第二部分 青禾县水务局2022年度部门决算表',
      TEXT,
    );
    expect(value).toBe('云溪县水务局');
  });

  it.each(['上海市XX局', '某部门', '××中心', '○○县水务局', 'XX'])('%s is no organisation', (name) => {
    const { value, notices } = read(
      `${name}2024年度部门决算`,
      `第一部分 ${name}概况`,
      TEXT,
      `纳入${name}2024年度部门决算编制范围的单位包括：`,
      TEXT,
    );
    expect(value.organisation).toBeNull();
    expect(notices.some(({ message }) => message.includes('organisation'))).toBe(true);
  });

  it('a placeholder in the text leaves the name of the cover', () => {
    expect(
      field(
        'organisation',
        '云溪县水务局',
        '第二部分 2022年度部门决算情况说明',
        TEXT,
        '纳入某部门2022年部门决算编制范围的单位包括：',
      ),
    ).toBe('云溪县水务局');
  });

  it('关于…的说明 is not part of the name', () => {
    expect(field('organisation', '关于云溪县水务局2022年度部门决算公开的说明', ...PARTS(2022))).toBe('云溪县水务局');
  });
});

describe('fiscal year', () => {
  it('is not the year of publication', () => {
    expect(field('fiscalYear', '云溪县水务局部门决算', '公开时间：2025年9月18日', '2025年9月', ...PARTS(2024))).toBe(
      2024,
    );
  });

  it('is read in Chinese numerals', () => {
    expect(field('fiscalYear', '云溪县水务局二〇二二年度部门决算', TEXT)).toBe(2022);
    expect(field('fiscalYear', '云溪县水务局二○二二年度部门决算', TEXT)).toBe(2022);
  });

  it('is the one of the text where the title gives the year of publication', () => {
    const body = [
      '收入支出总计4万元，与上年持平。',
      '本年收入合计4万元，与上年持平。',
      '本年支出合计4万元，与上年持平。',
      '财政拨款收支总计4万元，与上年持平。',
    ];
    expect(
      field('fiscalYear', '云溪县水务局2018年部门决算公开', ...PARTS(2017), ...body.map((text) => `2017年度${text}`)),
    ).toBe(2017);
  });

  it('is the one of the title where the parts kept an old one', () => {
    const body = ['收支总预算4万元，与上年持平。', '一般公共预算拨款4万元，与上年持平。'].map(
      (text) => `2026年，本部门${text}`,
    );
    expect(field('fiscalYear', '云溪县水务局2026年部门预算', ...PARTS(2025, '部门', '预算'), ...body, ...body)).toBe(
      2026,
    );
  });

  it('is not one of a comparison', () => {
    expect(
      field(
        'fiscalYear',
        '云溪县水务局部门决算',
        '第二部分 部门决算情况说明',
        '与2021年相比，收入减少4万元，主要是项目减少。',
        '比2021年减少4万元，原因同上。',
      ),
    ).toBeNull();
  });

  it('is unknown where two years are stated alike', () => {
    const { value, notices } = read('第二部分 2022年度部门决算情况说明', TEXT, '第三部分 2021年度部门决算表', TEXT);
    expect(value.fiscalYear).toBeNull();
    expect(notices.some(({ message }) => message.includes('fiscalYear'))).toBe(true);
  });

  it('is not made of a broken one', () => {
    expect(field('fiscalYear', '云溪县水务局202 年度部门决算', '第二部分度部门决算情况说明', TEXT)).toBeNull();
  });

  it('is the year of the accounts in a title with two', () => {
    expect(field('fiscalYear', '云溪县水务局2023年公开2022年度部门决算', TEXT)).toBe(2022);
  });
});

describe('kind', () => {
  it.each<[Report['kind'], string]>([
    ['final', '云溪县水务局2022年度部门决算'],
    ['final', '云溪县第二小学2022年度单位决算公开报告'],
    ['budget', '云溪县水务局2025年部门综合预算'],
    ['budget', '云溪县水务局2023年部门预算及“三公”经费预算公开'],
    ['three_public', '云溪县水务局2022年“三公”经费决算情况说明'],
    ['government', '云溪县2022年财政决算（草案）'],
    ['government', '关于云溪县2022年预算执行情况和2023年预算草案的报告'],
    ['other', '云溪县水务局2022年度部门整体支出绩效自评报告'],
    ['other', '云溪县各部门2022年度决算填报说明'],
    ['other', '云溪县水利志'],
  ])('%s: %s', (kind, title) => {
    expect(field('kind', title, TEXT)).toBe(kind);
  });

  it('comes from the parts where the title is silent', () => {
    expect(field('kind', '云溪县水务局', '第二部分 2022年度部门决算情况说明', TEXT)).toBe('final');
    expect(
      field('kind', '云溪县水务局', '第二部分 2022年部门预算情况说明', TEXT, '一、政府性基金预算支出情况', TEXT),
    ).toBe('budget');
    expect(
      field(
        'kind',
        '云溪县水务局',
        '第二部分 2022年部门决算说明',
        TEXT,
        '一、一般公共预算支出情况',
        TEXT,
        '二、国有资本经营预算支出情况',
        TEXT,
      ),
    ).toBe('final');
  });

  it('a title with 三公 over whole accounts is not one of 三公 alone', () => {
    expect(
      field('kind', '云溪县水务局2022年决算暨“三公”经费公开', ...PARTS(2022), '一、收入支出决算总体情况说明', TEXT),
    ).toBe('final');
  });
});

describe('level', () => {
  it('follows the cover over the parts', () => {
    expect(field('level', '云溪县第二小学2022年度单位决算', ...PARTS(2022, '部门'))).toBe('unit');
    expect(field('level', '云溪县水务局2022年度部门决算', ...PARTS(2022, '单位'))).toBe('department');
  });

  it('follows the majority of the parts where the cover is silent', () => {
    expect(field('level', '云溪县第二小学', ...PARTS(2022, '单位'))).toBe('unit');
    expect(field('level', '云溪县水务局', ...PARTS(2022, '部门'))).toBe('department');
  });

  it('is that of one unit for the seat of a department', () => {
    expect(field('level', '云溪县水务局（本级）2022年度部门决算', TEXT)).toBe('unit');
  });

  it('is unknown where nothing says it', () => {
    expect(field('level', '云溪县水务局2022年决算公开', TEXT)).toBeNull();
  });
});

describe('units', () => {
  const UNITS = ['云溪县水务局本级', '云溪县河道管理所'];
  const heads = ['第一部分 概况', '二、部门决算单位构成'];

  it('are listed in paragraphs, with numbers and remarks', () => {
    const list = [
      '纳入云溪县水务局2022年度部门决算编制范围的单位包括：',
      '1.云溪县水务局本级；',
      '2. 云溪县河道管理所（下属财政全额拨款事业单位）。',
    ];
    expect(field('units', ...heads, ...list, '第二部分 决算情况说明', '1.青禾县水务局')).toEqual(UNITS);
  });

  it('are listed in one sentence', () => {
    expect(
      field('units', ...heads, '纳入本部门决算编制范围的单位共2个，包括：云溪县水务局本级和云溪县河道管理所。'),
    ).toEqual(UNITS);
    expect(field('units', ...heads, '本部门决算编报范围包括云溪县水务局本级、云溪县河道管理所。')).toEqual(UNITS);
    expect(field('units', ...heads, '纳入决算编制范围的单位如下：1.云溪县水务局本级2.云溪县河道管理所')).toEqual(UNITS);
  });

  it('are listed on lines of one paragraph', () => {
    expect(field('units', ...heads, '决算编制范围包括：', ['云溪县水务局本级', '云溪县河道管理所'])).toEqual(UNITS);
  });

  it('are named before their description', () => {
    const list = ['1.云溪县水务局本级，行政单位，编制20人。', '2.云溪县河道管理所：公益一类事业单位，编制12人。'];
    expect(field('units', ...heads, '纳入决算编制范围的单位共2个，具体是：', ...list)).toEqual(UNITS);
    expect(field('units', ...heads, '纳入决算编制范围的单位1个，即云溪县水务局本级。')).toEqual(UNITS.slice(0, 1));
  });

  it('are listed right below their heading', () => {
    expect(field('units', ...heads, '1.云溪县水务局本级', '2.云溪县河道管理所')).toEqual(UNITS);
  });

  it('are listed in a table', () => {
    const table = [
      ['序号', '单位名称', '备注'],
      ['1', '云溪县水务局本级', ''],
      ['2', '云溪县河道管理所', '下属事业单位'],
    ];
    expect(field('units', ...heads, '纳入决算编制范围的单位包括：', { table })).toEqual(UNITS);
  });

  it('keep names that hold 和', () => {
    expect(
      field('units', ...heads, '决算编制范围包括：云溪县规划和自然资源局本级、云溪县规划和自然资源执法队。'),
    ).toEqual(['云溪县规划和自然资源局本级', '云溪县规划和自然资源执法队']);
  });

  it('leave out placeholders, counts and 无下设', () => {
    const placeholders = ['1.XX局（本级）', '2.某中心', '3.……'];
    expect(field('units', ...heads, '纳入决算编制范围的单位包括：', ...placeholders)).toEqual([]);
    expect(
      field('units', ...heads, '纳入某部门2022年决算编制范围的二级预算单位包括：', '无下设二级预算单位。'),
    ).toEqual([]);
    expect(field('units', ...heads, '本部门决算编制范围包括：1个行政单位和2个事业单位。')).toEqual([]);
  });

  it('are not the offices inside the organisation', () => {
    expect(
      field(
        'units',
        '第一部分 概况',
        '二、机构设置',
        '云溪县水务局内设办公室、财务科、管护股等3个机构，具体包括：办公室、财务科、管护股。',
      ),
    ).toEqual([]);
  });

  it('are those of the accounts where others are named too', () => {
    const sentences = [
      '所属单位为云溪县水文站。',
      '纳入决算编制范围的单位共2个，分别是：',
      '1.云溪县水务局本级',
      '2.云溪县河道管理所',
    ];
    expect(field('units', '第一部分 概况', '二、机构设置', ...sentences)).toEqual(UNITS);
  });
});

describe('duties', () => {
  const head = ['第一部分 概况', '一、主要职责'];

  it('are the paragraphs below their heading, without numbers', () => {
    expect(
      field(
        'duties',
        ...head,
        '（一）负责全县河道管理，组织防汛。',
        '2.承担县委交办的其他任务。',
        '二、机构设置',
        TEXT,
      ),
    ).toEqual(['负责全县河道管理，组织防汛。', '承担县委交办的其他任务。']);
  });

  it('may follow the heading in its paragraph', () => {
    expect(field('duties', '第一部分 概况', '一、主要职责。负责全县河道管理，组织防汛。')).toEqual([
      '负责全县河道管理，组织防汛。',
    ]);
  });

  it('leave out lead-ins, instructions and placeholders', () => {
    expect(
      field(
        'duties',
        ...head,
        '云溪县水务局的主要职责是：',
        '由主管部门根据三定方案填写。',
        '负责XX工作。',
        '（三）……',
        '承担水文工作。',
      ),
    ).toEqual(['承担水文工作。']);
  });
});
