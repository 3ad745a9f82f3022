import { describe, expect, it } from 'vitest';
import { loadPatterns, packsIn } from '../../src/patterns/load.ts';
import { folder } from '../folder.ts';

const SHIPPED = { 'words.yaml': 'up: [增加]\nnames: {a: 甲}\n', 'tables/01.yaml': 'kind: "01"\n' };

describe('packs', () => {
  it('of a user lie over those of the program', async () => {
    const own = await folder({ 'words.yaml': 'up: [攀升]\nnames: {b: 乙}\n', 'tables/99.yaml': 'kind: "99"\n' });
    const patterns = loadPatterns(await folder(SHIPPED), [own]);
    expect(patterns.files.get('words')).toEqual({ up: ['攀升', '增加'], names: { a: '甲', b: '乙' } });
    expect(packsIn(patterns, 'tables').map(([key]) => key)).toEqual(['tables/01', 'tables/99']);
  });

  it('that extend another add to it, in their order and not by their names', async () => {
    const own = await folder({
      'a.yaml': 'extends: words\norder: 2\nup: [二]\n',
      'b.yaml': 'extends: words\norder: 1\nup: [一]\n',
    });
    const { files } = loadPatterns(await folder(SHIPPED), [own]);
    expect(files.get('words')).toEqual({ up: ['二', '一', '增加'], names: { a: '甲' } });
    expect([...files.keys()]).toEqual(['tables/01', 'words']);
  });

  it('must extend something that is there', async () => {
    const own = await folder({ 'a.yaml': 'extends: word\n' });
    const shipped = await folder(SHIPPED);
    expect(() => loadPatterns(shipped, [own])).toThrow('pattern pack a.yaml: extends word, and there is no such pack');
  });

  it('with an error name their file and line', async () => {
    const { files } = loadPatterns(await folder({ 'bad.yaml': 'a: 1\nb: [\n' }));
    expect(() => files.get('bad')).toThrow(/pattern pack bad\.yaml: .*line 3/s);
  });

  it('give another hash when one changes, and the same for other examples', async () => {
    const hash = async (files: Record<string, string>) => loadPatterns(await folder({ ...SHIPPED, ...files })).hash;
    const before = await hash({ 'words/examples/a.yaml': '- 1' });
    expect(await hash({ 'words/examples/a.yaml': '- 2' })).toBe(before);
    expect(await hash({ 'tables/01.yaml': 'kind: "1"\n' })).not.toBe(before);
  });
});
