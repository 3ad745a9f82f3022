import { describe, expect, it } from 'vitest';
import { observing } from '../../src/patterns/observe.ts';
import { compile, match } from '../../src/patterns/regex.ts';

const ways: Record<string, (regex: RegExp, text: string) => unknown> = {
  test: (regex, text) => regex.test(text),
  exec: (regex, text) => regex.exec(text),
  match: (regex, text) => match(regex, text),
  matchAll: (regex, text) => [...text.matchAll(regex)],
  replace: (regex, text) => text.replace(regex, ''),
};

describe('an observed expression', () => {
  it.each(Object.entries(ways))('is seen by %s', (_, use) => {
    const { value: regex, sightings } = observing(() => compile('{{d}}年', { d: '\\d{4}' }, 'g'));
    use(regex, '没有年份');
    expect(sightings).toMatchObject([{ source: '{{d}}年', seen: 0 }]);
    use(regex, '自2024年起');
    expect(sightings[0]?.seen).toBe(1);
  });

  it('is what it is elsewhere', () => {
    const plain = compile('a');
    expect(observing(() => plain).sightings).toEqual([]);
    expect(plain.test('a')).toBe(true);
  });
});
