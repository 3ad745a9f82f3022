import { describe, expect, it } from 'vitest';
import { charsetOf, decode } from '../../src/read/charset.ts';

/** 支出12万元 in GB 2312. */
const GB = Uint8Array.from([0xd6, 0xa7, 0xb3, 0xf6, 0x31, 0x32, 0xcd, 0xf2, 0xd4, 0xaa]);
const utf8 = (text: string) => new TextEncoder().encode(text);
const wide = (text: string, bigEndian: boolean, mark = false) => {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le');
  return new Uint8Array(bigEndian ? bytes.swap16() : bytes);
};

describe('decode', () => {
  it('reads UTF-8 with and without a mark, and says nothing', () => {
    expect(decode(utf8('支出'))).toMatchObject({ text: '支出', guessed: false, broken: 0 });
    expect(decode(utf8('\ufeff支出')).text).toBe('支出');
  });

  it('reads UTF-16 of both orders, with and without a mark', () => {
    const text = '一、支出决算\r\n本年支出12.50万元。\r\n';
    for (const big of [false, true])
      for (const mark of [false, true]) expect(decode(wide(text, big, mark)).text, `${big} ${mark}`).toBe(text);
  });

  it('does not take a file with a few zero bytes for UTF-16', () => {
    expect(decode(utf8('支出\0\0决算12.50万元')).text).toContain('支出');
  });

  it('reads GB under each of its labels, and by guess without one', () => {
    for (const label of ['gb2312', 'GBK', 'gb18030', 'x-gbk', 'cp936'])
      expect(decode(GB, label)).toMatchObject({ text: '支出12万元', guessed: false });
    expect(decode(GB)).toMatchObject({ text: '支出12万元', charset: 'gb18030', guessed: true });
  });

  it('reads characters outside of GBK under a GBK label', () => {
    expect(decode(Uint8Array.from([0x81, 0x39, 0xee, 0x39, ...GB]), 'gbk').text).toBe('㐀支出12万元');
  });

  it('believes the bytes and not a wrong label', () => {
    expect(decode(utf8('支出'), 'gbk').text).toBe('支出');
    expect(decode(GB, 'iso-8859-1')).toMatchObject({ text: '支出12万元', guessed: true });
    expect(decode(GB, 'no such thing')).toMatchObject({ text: '支出12万元', guessed: true });
  });

  it('reads UTF-8 with a broken character as UTF-8 and counts it', () => {
    const bytes = utf8('本年支出决算情况说明如下所示');
    bytes[4] = 0x41;
    const { text, charset, broken } = decode(bytes);
    expect(charset).toBe('utf-8');
    expect(text).toContain('支出决算');
    expect(broken).toBeGreaterThan(0);
  });

  it('reads Big5 where it is declared', () => {
    expect(decode(Uint8Array.from([0xa4, 0xe4, 0xa5, 0x58]), 'big5').text).toBe('支出');
  });
});

describe('charsetOf', () => {
  it('knows labels by other names, and none that does not exist', () => {
    expect(charsetOf(' "GB_2312-80" ')).toBe('gb18030');
    expect(charsetOf('latin1')).toBe('windows-1252');
    expect(charsetOf('utf-99')).toBeNull();
  });
});
