import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from '../../src/read/index.ts';
import { shared } from '../shared.ts';
import { patterns } from './shown.ts';

/** Files that other projects test their readers with, many of them damaged on purpose. */
const corpus = `${shared}/corpus`;
/** Fewer documents would mean that sound files fail. */
const FORMS = [
  { form: '.docx', folder: `${corpus}/word`, least: 85 },
  { form: '.xls', folder: `${corpus}/sheet`, least: 70 },
  { form: '.xlsx', folder: `${corpus}/sheet`, least: 60 },
];

describe.skipIf(!existsSync(corpus))('foreign files', () => {
  it.each(FORMS)('$form give a document or a named failure, each in bounded time', async ({ form, folder, least }) => {
    const names = readdirSync(folder).filter((name) => name.endsWith(form));
    const wrong: string[] = [];
    let documents = 0;
    for (const name of names) {
      const started = performance.now();
      const { value, notices } = await read(new Uint8Array(readFileSync(`${folder}/${name}`)), { patterns });
      const seconds = (performance.now() - started) / 1000;
      const named = notices.some(({ severity, message }) => severity === 'error' && message !== '');
      if (value) documents++;
      if ((value === null) !== named) wrong.push(`${name}: neither a document nor a failure`);
      if (notices.some(({ message }) => message.startsWith('the file could not be read')))
        wrong.push(`${name}: a reader threw`);
      if (seconds > 20) wrong.push(`${name}: ${seconds} s`);
    }
    expect(wrong).toEqual([]);
    expect(documents).toBeGreaterThanOrEqual(least);
  });
});
