import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, vi } from 'vitest';
import { foldText } from '../../src/fold.ts';
import { loadPatterns } from '../../src/patterns/load.ts';
import { read } from '../../src/read/index.ts';
import { report, sectionTree } from '../../src/sections/index.ts';
import { shared } from '../shared.ts';

// Whole documents, on machines that do other things too.
vi.setConfig({ testTimeout: 60_000 });

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const patterns = loadPatterns();

async function readFile(path: string) {
  const { value: document } = await read(new Uint8Array(readFileSync(path)), { patterns, convertDoc: null });
  if (!document) throw new Error(`${path} does not read`);
  const tree = sectionTree(document, patterns);
  return { document, sections: tree.sections, report: report(document, tree, patterns).value };
}

describe('the samples', () => {
  const truths = readdirSync(at('test/golden/truth')).filter((name) => name.endsWith('.report.json'));
  it.each(truths)('say about themselves what %s says', async (name) => {
    const sample = readdirSync(at('samples')).find((file) => file.startsWith(`${name.replace('.report.json', '')}.`));
    const truth = JSON.parse(readFileSync(at(`test/golden/truth/${name}`), 'utf8'));
    const { report: found } = await readFile(at(`samples/${sample}`));
    expect(found).toMatchObject(truth);
  });
});

describe.skipIf(!existsSync(shared))('real disclosures', () => {
  // The third column of the gold table: final, 2022, organisation, level or units.
  const rows = existsSync(shared)
    ? [...readFileSync(`${shared}/gold/README.md`, 'utf8').matchAll(/^\| `([\w.-]+)` \| `\w+` \| ([^|]+) \|/gm)]
    : [];

  it.each(rows.map(([, file, said]) => [file as string, (said as string).trim()]))('%s: %s', async (file, said) => {
    const { report: found } = await readFile(`${shared}/real/${file}`);
    const [kind, year, organisation, ...rest] = said.split(', ');
    expect(found.kind).toBe(kind);
    expect(found.fiscalYear).toBe(Number(year));
    expect(found.organisation).toBe(organisation === 'no organisation' ? null : organisation);
    if (rest.includes('department')) expect(found.level).toBe('department');
    const units = /(\d+) units/.exec(said)?.[1] ?? (said.includes('no subordinate units') ? '0' : null);
    if (units !== null) expect(found.units.length).toBe(Number(units));
  });

  it('the headings of the template stand on the pages that its notes name', async () => {
    const notes = readFileSync(`${shared}/gold/template-2024-final.notes.md`, 'utf8');
    const { sections } = await readFile(`${shared}/real/template-2024-final.pdf`);
    const printed = sections.map(({ number, title, page }) => [foldText(`${number ?? ''}${title}`), page] as const);
    const listed = [...notes.matchAll(/^\| ((?:[一二三四五六七八九十]+、|（[一二三]）)[^|]+) \| (\d+) \|$/gm)];
    expect(listed.length).toBeGreaterThan(5);
    for (const [, headings, page] of listed) {
      for (const heading of (headings as string).split('; ')) {
        const [, number, words] = /^([一二三四五六七八九十]+、|（[一二三]）)(.*)$/.exec(foldText(heading)) ?? [];
        // The notes shorten titles below a section: （一）总体情况.
        const found = printed.some(
          ([text, on]) =>
            on === Number(page) && text.startsWith(number ?? '') && text.includes((words as string).slice(0, 2)),
        );
        expect(found, `${heading} on page ${page}`).toBe(true);
      }
    }
    expect(sections.filter(({ kind }) => kind === null)).toEqual([]);
  });

  it.each(['plx-2022-final.txt', 'ghzy-2024-final.pdf'])('%s: every section of the accounts once', async (file) => {
    const { sections } = await readFile(`${shared}/real/${file}`);
    const kinds = sections.map(({ kind }) => kind);
    for (const kind of [
      'overview',
      'tables',
      'narrative',
      'glossary',
      'totals',
      'three_public',
      'basic',
      'fund',
      'capital',
      'agency_operation',
      'procurement',
      'assets',
      'performance',
    ]) {
      expect(
        kinds.filter((other) => other === kind),
        kind,
      ).toEqual([kind]);
    }
    expect(kinds).not.toContain(null);
  });
});
