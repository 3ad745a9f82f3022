import { expect, it } from 'vitest';
import { aligned } from '../../src/commands/text-table.ts';

it('gives Han characters two columns, and numbers stand right', () => {
  expect(
    aligned(
      ['name', 'n'],
      [
        ['水务局', '5'],
        ['a', '12.5'],
      ],
    ),
  ).toBe('name       n\n──────  ────\n水务局     5\na       12.5\n');
});
