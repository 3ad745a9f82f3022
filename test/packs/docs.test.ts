import { describe, expect, it } from 'vitest';
import { headOf, keysOf, sectionComments } from '../../src/packs/comments.ts';
import { packPages } from '../../src/packs/docs.ts';
import { code, rendered } from '../../src/packs/markdown.ts';
import { packFiles } from '../../src/patterns/files.ts';
import { filesOf, patternsOf } from '../../src/patterns/load.ts';
import { folder } from '../folder.ts';

const files = filesOf();
const pages = new Map(packPages(files, patternsOf(files)).map(({ name, text }) => [name, text]));

describe('the page of a pack', () => {
  it('says what it is for, who reads it and which examples it has', () => {
    const page = pages.get('checks-lists.md') ?? '';
    expect(page).toMatch(/^# Lists: checks\/lists$/m);
    expect(page).toContain('Source `patterns/checks/lists.yaml`; read by `src/checks/listing.ts`');
    expect(page).toMatch(/^## closed$/m);
    expect(page).toMatch(/^\| `closed_examples\.0` \| .+ \| `closed` \|$/m);
  });

  it('prints examples once', () => {
    expect(pages.get('checks-lists.md')).not.toMatch(/^## closed_examples$/m);
  });

  it('is linked from the list of pages', () => {
    for (const name of pages.keys()) if (name !== 'README.md') expect(pages.get('README.md')).toContain(`(${name})`);
  });
});

describe('values as Markdown', () => {
  it('keep bars inside their cell', () => {
    expect(code('a|b')).toBe('`a\\|b`');
  });
  it('are a table where the entries have keys', () => {
    expect(rendered([{ a: 1 }, { b: ['x', 'y'] }])).toBe('| a | b |\n| --- | --- |\n| `1` |  |\n|  | `x`<br>`y` |');
    expect(rendered({ one: { a: 1 }, two: { a: 2 } })).toBe(
      '|  | a |\n| --- | --- |\n| `one` | `1` |\n| `two` | `2` |',
    );
  });
  it('are a list or one value otherwise', () => {
    expect(rendered(['x', 'y'])).toBe('- `x`\n- `y`');
    expect(rendered(null)).toBe('–');
  });
});

describe('comments of a pack', async () => {
  const text = `# yaml-language-server: $schema=x.json
# What it is.
#   head, tail   what stands
#                around it
#   core      the rest
#
# More.
head: a

# What it is
# compared with.
core: b
`;
  const directory = await folder({ 'a.yaml': text });
  const [file] = packFiles(directory, 1);

  it('head the page, without the line for editors', () => {
    expect(file && headOf(file)).toMatch(/^What it is\.\n {2}head, tail/);
  });
  it('explain keys in the head', () => {
    const keys = 'what stands around it';
    expect(file && [...keysOf(file)]).toEqual([
      ['head', keys],
      ['tail', keys],
      ['core', 'the rest'],
    ]);
  });
  it('stand above keys', () => {
    expect(file && [...sectionComments(file)]).toEqual([['core', 'What it is compared with.']]);
  });
});
