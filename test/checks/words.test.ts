import { describe, expect, it } from 'vitest';
import { disclose, f, functional, printedAt, said } from './disclosure.ts';

const rates = (printed: string, unit: string | null) =>
  f('agency_operation', printed, { measure: 'change_rate', basis: 'prior_final', unit });

describe('what a number lacks', () => {
  it('is its value', () => {
    const result = disclose([['收入总计', f('income.total', 'XX', { stated: 'placeholder' }), '万元。']]);
    expect(said(result.findings)).toEqual(['placeholder missing']);
    expect(printedAt(result, result.findings[0] as never)).toBe('XX');
    expect(result.findings[0]).toMatchObject({ severity: 'warning', facts: ['f1'] });
  });

  it('is its percent sign, its 元, or any unit', () => {
    const one = (...words: (string | ReturnType<typeof f>)[]) => said(disclose([words]).findings);
    expect(one('增长', rates('13.95', null), '。')).toEqual(['unit missing']);
    expect(one('增长', rates('13.95', '%'), '%。')).toEqual([]);
    expect(one('接待费', f('three_public.reception', '0.39', { unit: '万' }), '万（')).toEqual(['unit missing']);
    expect(one('接待费', f('three_public.reception', '0.39', { unit: null }), '，')).toEqual(['unit missing']);
  });
});

describe('template words', () => {
  const sections = [
    { kind: 'narrative', title: '情况说明', from: '第三部分' },
    { kind: 'glossary', title: '名词解释', from: '第四部分' },
  ];

  it('are found where they stand', () => {
    const result = disclose(['第三部分情况说明', '机关运行经费下降（增长）3%。', '第四部分名词解释']);
    expect(said(result.findings)).toEqual(['residue residue']);
    expect(printedAt(result, result.findings[0] as never)).toBe('下降（增长）');
  });

  it('are left alone in the glossary, but for instructions', () => {
    const parts = [
      '第三部分情况说明',
      '如下。',
      '第四部分名词解释',
      '一、增减率：指增长（下降）的比率。',
      '（全部科目逐一解释）',
    ];
    const result = disclose(parts, { sections });
    expect(result.findings.map((each) => printedAt(result, each))).toEqual(['逐一解释']);
  });

  it('in names are placeholders', () => {
    expect(said(disclose(['XX县水务局2024年度部门决算']).findings)).toEqual(['placeholder missing']);
  });
});

describe('subjects', () => {
  const dikes = functional('2130306', '农林水支出', '水利', '水利工程运行与维护');
  const housing = functional('2210201', '住房保障支出', '住房改革支出', '住房公积金');
  const table = {
    kind: '05',
    rows: [
      ['水利工程运行与维护', f('general.expenditure', '50.00', { subject: dikes })],
      ['住房公积金', f('general.expenditure', '8.00', { subject: housing })],
    ],
  };
  const sentence = (printed: string, code: string | null, ...path: string[]) =>
    disclose([
      table,
      [
        `1.${path.map((name, i) => `${name}（${'类款项'[i]}）`).join('')}。支出决算为`,
        f('general.expenditure', printed, { subject: functional(code, ...path) }),
        '万元。',
      ],
    ]);

  it('are called as the tables call them', () => {
    expect(sentence('50.00', '2130306', '农林水', '水利', '水利工程运行与维护').findings).toEqual([]);
  });

  it('that no table prints have a wrong name, and perhaps another', () => {
    const result = sentence('50.00', null, '农林水支出', '水利', '水库养护');
    expect(said(result.findings)).toEqual(['subject wrong-name']);
    expect(printedAt(result, result.findings[0] as never)).toBe('水库养护（项）');
    expect(result.findings[0]?.message.zh).toContain('2130306 水利工程运行与维护');
  });

  it('below another 款 than in the tables have a wrong parent', () => {
    const result = sentence('8.00', '2210201', '住房保障支出', '住房保障支出', '住房公积金');
    expect(said(result.findings)).toEqual(['subject wrong-name']);
    expect(printedAt(result, result.findings[0] as never)).toBe('住房保障支出（款）');
  });

  it('with a former name are stale', () => {
    const health = functional('210', '卫生健康支出');
    const old = functional(null, '医疗卫生与计划生育支出');
    const rows = [['卫生健康支出', f('general.expenditure', '3.00', { subject: health })]];
    const words = ['医疗卫生与计划生育支出', f('general.expenditure', '3.00', { subject: old }), '万元'];
    expect(said(disclose([{ kind: '05', rows }, words]).findings)).toEqual(['subject stale']);
    const printed = [['', f('general.expenditure', '3.00', { subject: functional('210', '医疗卫生与计划生育支出') })]];
    expect(said(disclose([{ kind: '05', rows: printed }]).findings)).toEqual(['subject stale']);
    expect(disclose([{ kind: '05', rows: printed }], { report: { fiscalYear: 2017 } }).findings).toEqual([]);
  });
});

describe('organisations', () => {
  const of = (title: string, organisation: string) => said(disclose([title], { report: { organisation } }).findings);

  it('in titles are the one of the report', () => {
    expect(of('第二部分 青石县水务局2024年度部门决算表', '青石县水务局')).toEqual([]);
    expect(of('第二部分 青石县水利局2024年度部门决算表', '青石县水务局')).toEqual(['subject.organisation wrong-name']);
    expect(of('第二部分 青石市规划局2024年度部门决算表', '青石市北区规划局')).toEqual([
      'subject.organisation wrong-name',
    ]);
  });

  it('may be shortened at the front', () => {
    expect(of('水务局2024年度部门决算', '青石县水务局')).toEqual([]);
    expect(of('县规划局2024年度部门决算', '青石县规划和自然资源局')).toEqual([]);
  });

  it('are not off by one character', () => {
    const result = disclose(['青石县规划与自然资源局负责编制规划。'], {
      report: { organisation: '青石县规划和自然资源局' },
    });
    expect(said(result.findings)).toEqual(['subject.organisation wrong-name']);
  });
});

describe('required parts', () => {
  const sections = [
    { kind: 'narrative', title: '情况说明', from: '第三部分' },
    { kind: 'tables', title: '部门决算表', from: '第四部分' },
  ];
  const parts = (...end: string[]) =>
    said(disclose(['第三部分 情况说明', '收入总体情况如下。', ...end], { sections }).findings);

  it('hold what they announce', () => {
    expect(parts('第四部分 部门决算表')).toEqual(['required missing']);
    expect(parts('第四部分 部门决算表', '详见附件。')).toEqual([]);
    expect(parts('第四部分 部门决算表（见附件）')).toEqual([]);
  });

  it('explain the subjects that there are', () => {
    const glossary = [{ kind: 'glossary', title: '名词解释', from: '第五部分' }];
    const item = (name: string) => f('general.expenditure', '1.00', { subject: functional(null, '农林水支出', name) });
    const entry = '1.一般公共服务支出（类）审计事务（款）审计业务（项）：反映审计支出。';
    const facts = [item('水利工程运行与维护'), '，', item('防汛')];
    expect(said(disclose([facts, '第五部分 名词解释', entry], { sections: glossary }).findings)).toEqual([
      'residue.glossary residue',
    ]);
    expect(
      said(disclose([[...facts, '，', item('审计业务')], '第五部分 名词解释', entry], { sections: glossary }).findings),
    ).toEqual([]);
  });
});

describe('years', () => {
  const grown = (words: string, kind: 'final' | 'budget' = 'final') => {
    const basis = kind === 'final' ? 'prior_final' : 'prior_budget';
    const change = f('agency_operation', '5.00', { measure: 'change_amount', basis });
    return said(disclose([[words, change, '万元。']], { report: { kind } }).findings);
  };

  it('are compared with the one before', () => {
    expect(grown('机关运行经费与2023年相比增加')).toEqual([]);
    expect(grown('机关运行经费与2022年相比增加')).toEqual(['period stale']);
    expect(grown('机关运行经费比2024年预算增加', 'budget')).toEqual(['period stale']);
  });

  it('of a final account may be compared with its own budget', () => {
    expect(grown('机关运行经费与2024年度预算相比增加')).toEqual([]);
    expect(grown('机关运行经费与2024年度相比增加')).toEqual(['period stale']);
  });

  it('may be compared with an earlier one beside the one before', () => {
    const sentence = (words: string) =>
      said(disclose([['收入', f('income.total', '64.10'), `万元，${words}。`]]).findings);
    expect(sentence('比上年增加3.10万元；比2019年减少1.20万元')).toEqual([]);
    expect(sentence('比2019年减少1.20万元')).toEqual(['period stale']);
  });

  it('are compared with the one before also where no fact came of it, or nothing changed', () => {
    const comparing = (words: string) =>
      said(disclose([['收入', f('income.total', '64.10'), `万元，${words}。`]]).findings);
    expect(comparing('与2023年相比增加3.10万元')).toEqual([]);
    expect(comparing('与2021年相比增加3.10万元')).toEqual(['period stale']);
    expect(comparing('与2023年持平')).toEqual([]);
    expect(comparing('与2022年度决算数持平')).toEqual(['period stale']);
    expect(said(disclose(['全县产值与2021年相比增加3.10万元。']).findings)).toEqual([]);
  });

  it('of paragraphs kept from the last report are stale', () => {
    const funds = f('performance.funds', '5.00', { period: 2023 });
    expect(said(disclose([['2023年自评涉及资金', funds, '万元。']]).findings)).toEqual(['period stale']);
    const both = [['2023年', funds, '万元，本年', f('performance.funds', '6.00'), '万元。']];
    expect(disclose(both).findings).toEqual([]);
    expect(disclose([['2023年', funds, '万元。']], { report: { kind: 'budget' } }).findings).toEqual([]);
  });
});

describe('sentences', () => {
  const grown = () => f('income.total', '64.1', { measure: 'change_amount', basis: 'prior_final' });
  const total = f('expenditure.total', '1614.27');

  it('about income after expenditure were copied', () => {
    const parts = [
      ['收入总计比上年增加', grown(), '万元。'],
      ['支出总计', total, '万元。今年收入增加', grown(), '万元。'],
    ];
    const result = disclose(parts);
    expect(said(result.findings)).toEqual(['residue.copied residue']);
  });

  it('about both sides were not', () => {
    const own = f('expenditure.total', '64.1', { measure: 'change_amount', basis: 'prior_final' });
    const parts = [
      ['收入增加', grown(), '万元。'],
      ['支出总计', total, '万元。收入增加', grown(), '万元，支出增加', own, '万元'],
    ];
    expect(disclose(parts).findings).toEqual([]);
  });
});
