import { expect, it } from 'vitest';
import { loadPatterns } from '../../src/patterns/load.ts';
import { sectionsPage } from '../../src/sections/page.ts';

it('docs/sections.md says what the pack says', async () => {
  await expect(sectionsPage(loadPatterns())).toMatchFileSnapshot('../../docs/sections.md');
});
