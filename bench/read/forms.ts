/**
 * Every form beside the other programs that read it, over the same documents: the DOCX samples saved in each form.
 * node scripts/run.mjs bench/read/forms.ts [form…]      needs LibreOffice to save them; pdftotext and mutool where they are
 * Each form is read in a process of its own, twice; what counts is the second time, and the peak memory of the process.
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { mhtmlOf, ofdOf, workbookOf } from '../../scripts/forms.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';

const SAVED: Readonly<Record<string, string>> = {
  doc: 'doc:MS Word 97',
  rtf: 'rtf',
  html: 'html:HTML',
  pdf: 'pdf',
  txt: 'txt:Text (encoded):UTF8',
};
const FORMS = ['pdf', 'docx', 'doc', 'rtf', 'html', 'mhtml', 'txt', 'xlsx', 'xls', 'ofd'];
const TIME = '/usr/bin/time';
const patterns = loadPatterns();
const bytes = (path: string) => new Uint8Array(readFileSync(path));

function soffice(folder: string, options: readonly string[], files: readonly string[], out: string): Measured {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
  return measured('soffice', [profile, '--headless', ...options, '--outdir', out, ...files]);
}

/** The samples in every form, a folder for each. */
async function prepare(folder: string): Promise<void> {
  for (const form of FORMS) mkdirSync(join(folder, form));
  const names = readdirSync('samples').filter((name) => name.endsWith('.docx'));
  for (const name of names) copyFileSync(join('samples', name), join(folder, 'docx', name));
  const sources = names.map((name) => join(folder, 'docx', name));
  for (const [form, filter] of Object.entries(SAVED)) {
    soffice(folder, ['--convert-to', filter], sources, join(folder, form));
  }
  for (const name of names) {
    const stem = name.replace(/\.docx$/, '');
    const { value } = await read(bytes(join(folder, 'docx', name)), { patterns });
    if (value)
      for (const form of ['xlsx', 'xls'] as const)
        writeFileSync(join(folder, form, `${stem}.${form}`), workbookOf(value, form));
    writeFileSync(join(folder, 'mhtml', `${stem}.mhtml`), mhtmlOf(readFileSync(join(folder, 'html', `${stem}.html`))));
    writeFileSync(join(folder, 'ofd', `${stem}.ofd`), await ofdOf(bytes(join(folder, 'pdf', `${stem}.pdf`))));
  }
}

interface Measured {
  readonly seconds: number;
  /** In MB; null where the system cannot tell. */
  readonly peak: number | null;
  readonly output: string;
}

function measured(program: string, args: readonly string[]): Measured {
  const timed = existsSync(TIME);
  const start = performance.now();
  const { stdout, stderr, error } = spawnSync(
    timed ? TIME : program,
    timed ? ['-f', 'PEAK %M', program, ...args] : args,
    {
      encoding: 'utf8',
      maxBuffer: 1e9,
    },
  );
  if (error) throw error;
  const kilobytes = /PEAK (\d{1,9})/.exec(stderr)?.[1];
  return {
    seconds: (performance.now() - start) / 1000,
    peak: kilobytes ? Math.round(Number(kilobytes) / 1024) : null,
    output: stdout,
  };
}

/** In the process that is measured: reads all files of a folder twice. */
async function child(folder: string): Promise<void> {
  const files = readdirSync(folder).map((name) => bytes(join(folder, name)));
  let pages = 0;
  let start = 0;
  for (const round of [1, 2]) {
    start = performance.now();
    for (const file of files) {
      const { value } = await read(file.slice(), { patterns });
      if (!value) throw new Error(`a file of ${folder} does not read`);
      if (round === 2) pages += value.pages.length;
    }
  }
  console.log(`RESULT ${(performance.now() - start) / 1000} ${pages}`);
}

/** What else reads the form. */
function others(folder: string, form: string): [name: string, run: () => Measured][] {
  const files = readdirSync(join(folder, form)).map((name) => join(folder, form, name));
  const out = join(folder, 'out');
  const each = (program: string, args: (file: string) => string[]) => (): Measured => {
    const runs = files.map((file) => measured(program, args(file)));
    const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
    return {
      seconds,
      peak: runs.reduce<number | null>((most, { peak }) => Math.max(most ?? 0, peak ?? 0), null),
      output: '',
    };
  };
  const target = form.startsWith('xls') ? 'csv' : (SAVED.txt as string);
  const options = form === 'pdf' ? ['--infilter=writer_pdf_import'] : [];
  const found: [string, () => Measured][] = [];
  if (!['ofd', 'mhtml'].includes(form))
    found.push(['LibreOffice, one call', () => soffice(folder, [...options, '--convert-to', target], files, out)]);
  if (form === 'pdf' && installed('pdftotext'))
    found.push(['pdftotext -layout', each('pdftotext', (file) => ['-layout', file, join(folder, 'out.txt')])]);
  if (form === 'pdf' && installed('mutool'))
    found.push([
      'mutool draw -F stext',
      each('mutool', (file) => ['draw', '-F', 'stext', '-o', join(folder, 'out.txt'), file]),
    ]);
  return found;
}

function installed(program: string): boolean {
  return spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;
}

function show(form: string, reader: string, { seconds, peak }: Measured, kilobytes: number, pages: number): void {
  const rate = (amount: number) => (amount / seconds).toFixed(amount / seconds < 10 ? 1 : 0);
  const perPage = ['pdf', 'ofd'].includes(form) ? rate(pages) : '';
  console.log(`| ${form} | ${reader} | ${rate(kilobytes)} | ${perPage} | ${peak ?? '?'} |`);
}

async function compared(folder: string, forms: readonly string[]): Promise<void> {
  await prepare(folder);
  console.log('| form | reader | KB/s | pages/s | peak MB |\n| --- | --- | --- | --- | --- |');
  for (const form of forms) {
    const names = readdirSync(join(folder, form));
    const kilobytes = names.reduce((sum, name) => sum + readFileSync(join(folder, form, name)).length, 0) / 1000;
    const ours = measured(process.execPath, ['scripts/run.mjs', 'bench/read/forms.ts', '--child', join(folder, form)]);
    const [, seconds = '0', pages = '0'] = /RESULT (\S{1,30}) (\d{1,9})/.exec(ours.output) ?? [];
    show(
      form,
      `gongkai, ${names.length} files, ${Math.round(kilobytes)} KB`,
      { ...ours, seconds: Number(seconds) },
      kilobytes,
      Number(pages),
    );
    for (const [name, run] of others(folder, form)) show(form, name, run(), kilobytes, Number(pages));
  }
}

const [first, second, ...rest] = process.argv.slice(2);
if (first === '--child') await child(second as string);
else {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-forms-'));
  try {
    const asked = [first, second, ...rest].filter((form) => form !== undefined);
    await compared(folder, asked.length > 0 ? asked : FORMS);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
