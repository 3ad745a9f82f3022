import { describe, expect, it } from 'vitest';
import { compileProblems, contentProblems } from '../../../src/packs/lint/content.ts';
import { filesOf, patternsOf } from '../../../src/patterns/load.ts';
import { folder } from '../../folder.ts';

/** What is wrong with packs of a user over the shipped ones: `file:line rule at: message`. */
async function problems(files: Record<string, string>): Promise<string[]> {
  const directory = await folder(files);
  const all = filesOf(undefined, [directory]);
  const wrong = contentProblems(all);
  const found = wrong.length > 0 ? wrong : compileProblems(all, patternsOf(all));
  return found.map(({ file, line, rule, at, message }) =>
    `${file.replace(`${directory}/`, '')}:${line} ${rule} ${at}: ${message}`.replace(/\s+/g, ' '),
  );
}

describe('a pack of a user', () => {
  it('may add to any pack', async () => {
    expect(await problems({ 'more.yaml': 'extends: sentences/words\nwords: { up: [攀升了?] }\n' })).toEqual([]);
  });

  it('must be YAML', async () => {
    const [problem] = await problems({ 'sections.yaml': 'kinds:\n  totals: [\n' });
    expect(problem).toMatch(/^sections\.yaml:3 syntax : /);
  });

  it('must be a pack that something reads, or extend one', async () => {
    expect(await problems({ 'section.yaml': 'kinds: {}\n' })).toEqual([
      'section.yaml:null unread : nothing reads a pack section',
    ]);
    expect(await problems({ 'a.yaml': 'extends: section\n' })).toEqual([
      'a.yaml:null syntax : extends section, and there is no such pack',
    ]);
  });

  it('must not have unknown keys or values of another kind', async () => {
    const text =
      '# mine\nextends: sentences/counts\ncounts:\n  - concept: meeting.count\n    unit: [场]\n    lefts: 会议\n    left: 3\n';
    const found = await problems({ 'counts.yaml': text });
    expect(found).toEqual([
      'counts.yaml:7 schema counts.0.left: Invalid input: expected string, received number',
      'counts.yaml:4 schema counts.0: Unrecognized key: "lefts"',
    ]);
  });

  it('must have expressions that compile', async () => {
    const found = await problems({
      'words.yaml': 'extends: sentences/words\nwords:\n  up:\n    - 攀升\n    - 攀升（?<x\n    - (攀升\n',
    });
    expect(found).toEqual([expect.stringMatching(/^words\.yaml:6 compile words\.up\.2: bad expression \(攀升/)]);
  });

  it('must name subpatterns that are there', async () => {
    const found = await problems({ 'words.yaml': "extends: sentences/words\nwords: { up: ['{{rise}}了?'] }\n" });
    expect(found).toEqual(['words.yaml:2 compile words.up.0: unknown subpattern {{rise}} in: {{rise}}了?']);
  });

  it('must have a whole number for its order', async () => {
    expect(await problems({ 'words.yaml': 'extends: sentences/words\norder: first\n' })).toEqual([
      'words.yaml:null syntax : order is a whole number',
    ]);
  });
});
