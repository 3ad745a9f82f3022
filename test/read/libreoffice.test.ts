import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { libreOfficeConverter } from '../../src/read/libreoffice.ts';

/** A folder with a program that stands in for LibreOffice; the script sees its arguments as `$@`. */
function folderWith(script: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
  writeFileSync(join(folder, 'soffice'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'soffice'), 0o755);
  return folder;
}

const converted = async (script: string, timeout?: number) => {
  const convert = await libreOfficeConverter(folderWith(script), timeout);
  if (!convert) throw new Error('not found');
  return convert(new Uint8Array([1, 2, 3]));
};

/** The last argument is the input; the output stands beside it. */
const LAST = 'for last; do :; done';

describe('libreOfficeConverter', () => {
  it('is null where there is no LibreOffice', async () => {
    expect(await libreOfficeConverter(mkdtempSync(join(tmpdir(), 'gongkai-test-')))).toBeNull();
    expect(await libreOfficeConverter('')).toBeNull();
  });

  it('gives what the program writes beside its input', async () => {
    expect(Buffer.from(await converted(`${LAST}; cp "$last" "\${last%.doc}.docx"`))).toEqual(Buffer.from([1, 2, 3]));
  });

  it('gives each run a profile of its own', async () => {
    const script = `${LAST}; for a; do case "$a" in -env:*) printf %s "$a" > "\${last%.doc}.docx";; esac; done`;
    const [first, second] = await Promise.all([converted(script), converted(script)]);
    expect(Buffer.from(first as Uint8Array).toString()).toMatch(/^-env:UserInstallation=file:/);
    expect(first).not.toEqual(second);
  });

  it('names what went wrong, without a path of this machine', async () => {
    await expect(converted('exit 77')).rejects.toThrow(/code 77/);
    await expect(converted('exit 0')).rejects.toThrow(/^it wrote nothing$/);
  });

  it('kills the program and its children when the time is over', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongkai-test-'));
    const started = performance.now();
    await expect(converted(`sleep 60 & echo $! > ${folder}/pid; wait`, 300)).rejects.toThrow(/within/);
    expect(performance.now() - started).toBeLessThan(5000);
    const child = Number(readFileSync(join(folder, 'pid'), 'utf8'));
    await expect.poll(() => alive(child)).toBe(false);
  });

  it('converts a .doc where LibreOffice is installed', async (context) => {
    const convert = await libreOfficeConverter();
    if (!convert) return context.skip();
    const sample = fileURLToPath(new URL('../../samples/jiangxi-2019-final.doc', import.meta.url));
    const bytes = await convert(new Uint8Array(readFileSync(sample)));
    expect(Buffer.from(bytes.subarray(0, 2)).toString()).toBe('PK');
  });
});

/** A killed orphan that nobody collects keeps its number; on Linux its state tells. */
function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return existsSync('/proc/self/stat') ? !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')) : true;
  } catch {
    return false;
  }
}
