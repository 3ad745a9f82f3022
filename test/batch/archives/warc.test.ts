import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { warcMembers } from '../../../src/batch/archives/warc.ts';
import { folder } from '../../folder.ts';

type Fields = Readonly<Record<string, string>>;

const head = (first: string, fields: Fields) =>
  `${[first, ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`)].join('\r\n')}\r\n\r\n`;

function warcRecord(type: string, uri: string, body: Buffer, fields: Fields = {}): Buffer {
  const all = { 'WARC-Type': type, 'WARC-Target-URI': uri, 'WARC-Date': '2024-08-30T01:02:03Z', ...fields };
  const opening = head('WARC/1.0', { ...all, 'Content-Length': String(body.length) });
  return Buffer.concat([Buffer.from(opening), body, Buffer.from('\r\n\r\n')]);
}

function response(body: Buffer | string, fields: Fields = {}, status = '200 OK'): Buffer {
  return Buffer.concat([Buffer.from(head(`HTTP/1.1 ${status}`, fields)), Buffer.from(body as string)]);
}

async function membersOf(bytes: Buffer, gzip = false, max = 1000) {
  const file = join(await folder(), 'a.warc');
  await writeFile(file, bytes);
  const members = [];
  for await (const { content, ...rest } of warcMembers(file, gzip, max)) {
    const body = 'reason' in content ? content.reason.code : (await buffer(await content.stream())).toString();
    members.push({ ...rest, body });
  }
  return members;
}

const URI = 'https://example.org/a.pdf';
const DATE = '2024-08-30T01:02:03Z';

describe('a WARC file', () => {
  const records = [
    warcRecord('warcinfo', '', Buffer.from('software: x')),
    warcRecord('request', URI, Buffer.from('GET / HTTP/1.1\r\n\r\n')),
    warcRecord('response', URI, response('%PDF-1', { 'Content-Type': 'application/pdf' })),
    warcRecord('response', 'https://example.org/gone', response('no', {}, '404 Not Found')),
    warcRecord('response', 'https://example.org/x.png', response('png', { 'Content-Type': 'image/png' })),
    warcRecord('resource', 'file:/b.txt', Buffer.from('text'), {
      'Content-Type': 'text/plain',
      'WARC-Truncated': 'length',
    }),
  ];
  const expected = [
    { name: URI, url: URI, date: DATE, document: true, body: '%PDF-1' },
    { name: 'https://example.org/x.png', url: 'https://example.org/x.png', date: DATE, document: false, body: 'png' },
    { name: 'file:/b.txt', url: 'file:/b.txt', date: DATE, document: true, truncated: 'length', body: 'text' },
  ];

  it('gives what was found under each address', async () => {
    expect(await membersOf(Buffer.concat(records))).toEqual(expected);
  });

  it('may have each record packed by itself', async () => {
    expect(await membersOf(Buffer.concat(records.map((each) => gzipSync(each))), true)).toEqual(expected);
  });

  it('tells apart what was fetched from one address at several times', async () => {
    const twice = [response('one'), response('two')].map((each) => warcRecord('response', URI, each));
    expect((await membersOf(Buffer.concat(twice))).map(({ name, body }) => [name, body])).toEqual([
      [URI, 'one'],
      [`${URI}#2`, 'two'],
    ]);
  });

  it.each([
    ['chunks', response('3\r\none\r\n4;x=y\r\n two\r\n0\r\n\r\n', { 'Transfer-Encoding': 'chunked' })],
    ['a packed body', response(gzipSync('one two'), { 'Content-Encoding': 'gzip' })],
    [
      'a body that was unpacked while its head was kept',
      response('one two', { 'Content-Encoding': 'gzip', 'Transfer-Encoding': 'chunked' }),
    ],
  ])('gives a response with %s as the document', async (_, body) => {
    expect((await membersOf(warcRecord('response', URI, body)))[0]?.body).toBe('one two');
  });

  it('refuses what is too large, or expands too far', async () => {
    const bomb = response(gzipSync(Buffer.alloc(5000)), { 'Content-Encoding': 'gzip' });
    const members = await membersOf(
      Buffer.concat([warcRecord('response', URI, Buffer.alloc(2000)), warcRecord('response', `${URI}2`, bomb)]),
    );
    expect(members.map(({ body }) => body)).toEqual(['too-big', 'archive-bomb']);
  });

  it.each([
    ['cut off', Buffer.concat([records[2] as Buffer, (records[5] as Buffer).subarray(0, -20)]), false],
    ['of something else', Buffer.concat([records[2] as Buffer, Buffer.from('nonsense\r\n\r\n')]), false],
    [
      'packed and cut off',
      Buffer.concat([gzipSync(records[2] as Buffer), gzipSync(records[5] as Buffer).subarray(0, -12)]),
      true,
    ],
  ])('that is %s gives what stands before, and an error', async (_, bytes, gzip) => {
    const file = join(await folder(), 'a.warc');
    await writeFile(file, bytes);
    const names: string[] = [];
    const reading = (async () => {
      for await (const { name } of warcMembers(file, gzip, 1000)) names.push(name);
    })();
    await expect(reading).rejects.toThrow(/archive/);
    expect(names).toEqual([URI]);
  });
});
