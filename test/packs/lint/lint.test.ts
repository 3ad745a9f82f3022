import { describe, expect, it } from 'vitest';
import { lintPacks } from '../../../src/packs/lint/index.ts';
import { filesOf } from '../../../src/patterns/load.ts';
import { folder } from '../../folder.ts';

const OWN = {
  // Each line is a mistake, but for those with a comment.
  'words.yaml': `extends: sentences/words
subpatterns:
  rise: 攀升
words:
  up:
    - 蹿升了?
    - 跃升了? # met by the example below
  reason: [盖因]
`,
  'sentences/examples/own.yaml': `- id: T1
  section: totals
  text: 2024年度收、支总计10.00万元，与2023年相比，收、支总计各跃升1.00万元，增长11.11%。
  facts: [balance.total = 100000]
- id: T1
  section: totals
  text: 2024年度收、支总计10.00万元，与2023年相比，收、支总计各跃升1.00万元，增长11.11%。
  facts: []
  unmapped: 3
`,
  'checks/copied.yaml': 'pairs: [[income.totals, expenditure.total]]\n',
};

describe('lint', async () => {
  const directory = await folder(OWN);
  const problems = lintPacks(filesOf(undefined, [directory])).filter(({ file }) => file.startsWith(directory));
  const of = (rule: string) =>
    problems
      .filter((problem) => problem.rule === rule)
      .map(({ file, line, message }) => `${file.slice(directory.length + 1)}:${line} ${message}`);

  it('finds expressions that no example matches', () => {
    expect(of('dead')).toEqual(['words.yaml:6 no example matches 蹿升了?', 'words.yaml:8 no example matches 盖因']);
  });

  it('finds subpatterns without use', () => {
    expect(of('subpattern')).toEqual(['words.yaml:3 no expression uses {{rise}}']);
  });

  it('finds concepts that the vocabulary does not have', () => {
    expect(of('concept')).toEqual(['checks/copied.yaml:1 no concept income.totals']);
  });

  it('finds examples that contradict one another', () => {
    expect(of('overlap')).toEqual([
      expect.stringMatching(
        /^sentences\/examples\/own\.yaml:5 says otherwise than sentences\/examples\/own 0: T1 2024年度/,
      ),
    ]);
  });

  it('finds nothing else', () => {
    expect(problems).toHaveLength(5);
  });
});

it('lint finds what may run without end, and then runs nothing', async () => {
  const up = "words:\n  up:\n    - 攀升.*高\n    - '(?:[^，]{1,20}){1,20}升'\n";
  const directory = await folder({ 'words.yaml': `extends: sentences/words\n${up}` });
  const problems = lintPacks(filesOf(undefined, [directory])).filter(({ file }) => file.startsWith(directory));
  expect(problems.map(({ rule, line, message }) => `${line} ${rule} ${message}`)).toEqual([
    '4 backtracking a repetition of "." has no upper bound',
    expect.stringMatching(/^5 backtracking backtracks: over \d+ steps a character on "/),
  ]);
});
