/**
 * Text to facts alone: megabytes per second over the samples' text, how that scales with length, and texts made to be
 * hard: node scripts/run.mjs bench/parse.ts
 */
import { readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { type Block, DocumentBuilder } from '../src/document.ts';
import { extractFacts } from '../src/facts/index.ts';
import { loadPatterns } from '../src/patterns/load.ts';
import { report as readReport, sectionTree } from '../src/sections/index.ts';

const patterns = loadPatterns();

interface Timed {
  readonly megabytes: number;
  /** By the clock, and of the processor: the second is what others on the machine change least. */
  readonly seconds: number;
  readonly processor: number;
  readonly facts: number;
}

function timed(paragraphs: readonly string[]): Timed {
  const builder = new DocumentBuilder();
  builder.page();
  const blocks = paragraphs.map((text): Block => {
    const lines = [builder.line([{ text, box: null }])];
    return { kind: 'paragraph', lines, role: 'body', heading: null };
  });
  const document = builder.finish('txt', blocks);
  const start = performance.now();
  const before = process.cpuUsage();
  const tree = sectionTree(document, patterns);
  const { value: report } = readReport(document, tree, patterns);
  const { facts } = extractFacts({ document, tree, report, patterns });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  const megabytes = Buffer.byteLength(document.text) / 1e6;
  return { megabytes, seconds, processor: (user + system) / 1e6, facts: facts.length };
}

function show(name: string, paragraphs: readonly string[]): void {
  const { megabytes, seconds, processor, facts } = timed(paragraphs);
  const speed = (megabytes / processor).toFixed(2);
  const times = `${seconds.toFixed(2)} s  ${processor.toFixed(2)} s of processor`;
  console.log(`${name.padEnd(34)} ${megabytes.toFixed(2)} MB  ${times}  ${speed} MB/s  ${facts} facts`);
}

const samples = readdirSync('samples')
  .filter((name) => name.endsWith('.txt'))
  .flatMap((name) => readFileSync(`samples/${name}`, 'utf8').split(/\r?\n/))
  .filter((line) => line.trim() !== '');
/** Copies whose figures differ, as those of different disclosures do. */
const times = (count: number) =>
  Array.from({ length: count }, (_, copy) =>
    samples.map((line) => line.replace(/\d(?=\.\d)/g, (digit) => String((Number(digit) + copy) % 10))),
  ).flat();

for (const round of [1, 2, 3]) show(`samples, warming up ${round}`, samples);
for (const count of [8, 16, 32]) show(`samples × ${count}`, times(count));

const MEGABYTE = 1_000_000;
const HARD: Readonly<Record<string, string>> = {
  'a Han run': '\u652f\u51fa',
  'digits and commas': '1,234,',
  'amounts in a list': '1.5\u4e07\u5143\u3001',
  parentheses: '\uff08\u542b',
  'labels without an end': '\u4e00\u822c\u516c\u5171\u9884\u7b97\u8d22\u653f\u62e8\u6b3e',
  'growth without an end': '\u589e\u52a0\uff0c\u589e\u957f',
};
for (const [name, unit] of Object.entries(HARD)) {
  show(`hard: ${name}`, [unit.repeat(Math.ceil(MEGABYTE / Buffer.byteLength(unit)))]);
}
