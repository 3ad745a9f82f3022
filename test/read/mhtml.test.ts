import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';
import { content, documentIn, patterns } from './shown.ts';

const HEAD = 'From: <Saved by a word processor>\r\nMIME-Version: 1.0\r\n';
const related = (parts: readonly string[], end = '--b--\r\n') =>
  `${HEAD}Content-Type: multipart/related;\r\n\tboundary="b"\r\n\r\nThis is a web archive.\r\n\r\n${parts.map((part) => `--b\r\n${part}\r\n`).join('')}${end}`;
const part = (type: string, encoding: string, body: string) =>
  `Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type}\r\n\r\n${body}`;
const picture = part('image/png', 'base64', 'iVBORw0KGgo=');
const table = '<table><tr><td>项目</td><td>1.00</td></tr><tr><td>支出</td><td>2.00</td></tr></table>';

const reading = (source: string, encoding: BufferEncoding = 'latin1') =>
  read(new Uint8Array(Buffer.from(source, encoding)), { patterns });

describe('a web archive', () => {
  it('is read through quoted-printable, with numbers for characters broken over lines', async () => {
    const body = '<html><meta charset=3Dus-ascii><p>&#19968=\r\n;&#122=\r\n89;&#25903;&#20986;=31=32.50</p></html>';
    const result = await reading(related([picture, part('text/html; charset="us-ascii"', 'quoted-printable', body)]));
    const document = documentIn(result);
    expect([document.format, content(document), result.notices]).toEqual(['mhtml', ['一、支出12.50'], []]);
  });

  it('is read through base64, in the character set of the header', async () => {
    const gb = Buffer.concat([Buffer.from('<html><p>'), Buffer.from('d6a7b3f6', 'hex'), Buffer.from('</p></html>')]);
    const result = await reading(related([part('text/html; charset=gb2312', 'base64', gb.toString('base64'))]));
    expect([content(documentIn(result)), result.notices]).toEqual([['支出'], []]);
  });

  it('is read as it stands in 8 bits, tables and all', async () => {
    const result = await reading(related([part('text/html; charset=utf-8', '8bit', `<html>${table}</html>`)]), 'utf8');
    expect(content(documentIn(result))).toEqual(['[2x2] 项目@0,0 1.00@0,1 支出@1,0 2.00@1,1']);
  });

  it('may nest the page, or be nothing but the page', async () => {
    const page = part('text/html', '7bit', '<p>expenditure</p>');
    const nested = `Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n${page}\r\n--c--\r\n`;
    expect(content(documentIn(await reading(related([nested]))))).toEqual(['expenditure']);
    expect(content(documentIn(await reading(`${HEAD}${page}`)))).toEqual(['expenditure']);
  });

  it('that is cut short says so', async () => {
    const { value, notices } = await reading(related([part('text/html', '7bit', '<p>expenditure</p><p>inc')], ''));
    expect(value?.text).toBe('expenditure\ninc\n');
    expect(notices.map(({ code, severity }) => `${code} ${severity}`)).toEqual(['corrupt warning']);
    expect(await reading(related([picture], ''))).toMatchObject({ value: null, notices: [{ code: 'corrupt' }] });
  });
});
