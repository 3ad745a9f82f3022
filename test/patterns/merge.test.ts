import { describe, expect, it } from 'vitest';
import { overlay } from '../../src/patterns/merge.ts';

describe('a pack laid over another', () => {
  it('merges maps to any depth and keeps what it does not name', () => {
    expect(overlay({ a: { b: 1, c: 2 }, d: 3 }, { a: { c: 4, e: 5 } })).toEqual({ a: { b: 1, c: 4, e: 5 }, d: 3 });
  });
  it('puts its list entries in front, in their own order', () => {
    expect(overlay(['c'], ['a', 'b'])).toEqual(['a', 'b', 'c']);
  });
  it('replaces an entry of the same id where it stands', () => {
    const base = [
      { id: 'x', head: '1' },
      { id: 'y', head: '2' },
    ];
    expect(
      overlay(base, [
        { id: 'z', head: '3' },
        { id: 'y', head: '4' },
      ]),
    ).toEqual([
      { id: 'z', head: '3' },
      { id: 'x', head: '1' },
      { id: 'y', head: '4' },
    ]);
  });
  it('replaces anything else', () => {
    expect(overlay({ a: 'x', b: [1] }, { a: 'y', b: 2 })).toEqual({ a: 'y', b: 2 });
  });
  it('leaves both packs as they are', () => {
    const base = { a: [1] };
    const over = { a: [2] };
    overlay(base, over);
    expect([base, over]).toEqual([{ a: [1] }, { a: [2] }]);
  });
  it('takes __proto__ for a key', () => {
    const merged = overlay({}, JSON.parse('{"__proto__": {"polluted": true}}')) as object;
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
