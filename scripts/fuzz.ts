/**
 * Damaged files of every form through the built program: node scripts/run.mjs scripts/fuzz.ts [mutants] [seed]
 * Seeded, so that a fault can be seen again. Every input must end as a record or a named failure, none by a crash or at its
 * limit of time or memory; else the exit status is 1, and the damaged files are kept.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { unzipSync, zipSync } from 'fflate';
import { loadPatterns } from '../src/patterns/load.ts';
import { read } from '../src/read/index.ts';
import { mutant, random } from '../test/read/doc/mutate.ts';
import { mhtmlOf, ofdOf, rtfOf, workbookOf } from './forms.ts';

const SECONDS = 60;
/** What no damage may lead to. */
const FAULTS = new Set(['timeout', 'memory', 'crashed', 'internal']);
/** Forms that are a ZIP: most damage to the archive ends there, so half of it goes into a member. */
const PACKAGES = new Set(['docx', 'xlsx', 'ofd', 'zip']);

interface Source {
  readonly form: string;
  readonly bytes: Uint8Array;
}

/** The samples in their own forms, and in those that they are not written in. */
async function sources(): Promise<Source[]> {
  const patterns = loadPatterns();
  const found: Source[] = [];
  const bytesOf = (name: string) => new Uint8Array(readFileSync(join('samples', name)));
  const names = readdirSync('samples').filter((name) => /\.(?:pdf|docx|doc|html|txt)$/.test(name));
  for (const name of names) found.push({ form: name.replace(/.*\./, ''), bytes: bytesOf(name) });
  const first = (form: string) => bytesOf(names.find((name) => name.endsWith(form)) as string);
  const { value } = await read(first('.docx'), { patterns });
  if (!value) throw new Error('the first sample does not read');
  for (const form of ['xlsx', 'xls'] as const) found.push({ form, bytes: workbookOf(value, form) });
  found.push({ form: 'rtf', bytes: rtfOf(value) }, { form: 'mhtml', bytes: mhtmlOf(first('.html')) });
  found.push({ form: 'ofd', bytes: await ofdOf(first('.pdf')) });
  found.push({ form: 'zip', bytes: zipSync({ 'a.txt': first('.txt'), 'b.docx': first('.docx') }) });
  return found;
}

function damaged({ form, bytes }: Source, seed: number): Uint8Array {
  if (!PACKAGES.has(form) || random(seed)() < 0.5) return mutant(bytes, seed);
  const members = unzipSync(bytes);
  const names = Object.keys(members).filter((name) => (members[name] as Uint8Array).length > 16);
  const name = names[Math.floor(random(seed + 1)() * names.length)] as string;
  return zipSync({ ...members, [name]: mutant(members[name] as Uint8Array, seed) });
}

interface Entry {
  readonly path: string;
  readonly status: string;
  readonly reason?: { readonly code: string; readonly message: string };
}

async function run(folder: string, mutants: number, seed: number): Promise<boolean> {
  const from = await sources();
  // Each form as often as the others, whatever number of samples it has.
  const forms = [...new Set(from.map(({ form }) => form))];
  mkdirSync(join(folder, 'in'));
  for (let i = 0; i < mutants; i++) {
    const form = forms[i % forms.length] as string;
    const ofForm = from.filter((source) => source.form === form);
    const source = ofForm[Math.floor(i / forms.length) % ofForm.length] as Source;
    writeFileSync(join(folder, 'in', `${seed + i}.${form}`), damaged(source, seed + i));
  }
  const began = performance.now();
  const args = [
    'dist/cli.js',
    'extract',
    join(folder, 'in'),
    '--out',
    join(folder, 'out'),
    '--timeout',
    String(SECONDS),
  ];
  const { status } = spawnSync(process.execPath, [...args, '--no-ocr', '--no-cache'], { stdio: 'ignore' });
  const seconds = (performance.now() - began) / 1000;
  const { inputs } = JSON.parse(readFileSync(join(folder, 'out', 'run.json'), 'utf8')) as { inputs: Entry[] };
  return told(forms, inputs, mutants, seconds, status);
}

function told(
  forms: readonly string[],
  inputs: readonly Entry[],
  mutants: number,
  seconds: number,
  status: number | null,
): boolean {
  const fileOf = ({ path }: Entry) => path.replace(/!.*/, '');
  const files = new Set(inputs.map(fileOf));
  console.log('| form | files | records | named failures |\n| --- | --- | --- | --- |');
  for (const form of forms) {
    const own = inputs.filter((entry) => fileOf(entry).endsWith(`.${form}`));
    const records = own.filter((entry) => entry.status === 'extracted' || entry.status === 'duplicate').length;
    console.log(`| ${form} | ${new Set(own.map(fileOf)).size} | ${records} | ${own.length - records} |`);
  }
  const faults = inputs.filter(({ reason }) => reason && FAULTS.has(reason.code));
  for (const { path, reason } of faults) console.log(`${path}: ${reason?.code}: ${reason?.message}`);
  const whole = files.size === mutants && (status === 0 || status === 1);
  console.log(
    `${files.size} of ${mutants} files accounted for in ${seconds.toFixed(0)} s, exit status ${status}, ${faults.length} faults`,
  );
  return whole && faults.length === 0;
}

const [mutants = '2000', seed = '1'] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'gongkai-fuzz-'));
if (await run(folder, Number(mutants), Number(seed))) rmSync(folder, { recursive: true, force: true });
else {
  console.log(`kept in ${folder}`);
  process.exitCode = 1;
}
