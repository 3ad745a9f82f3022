/** Examples of patterns/sections.yaml, patterns/report.yaml and patterns/regions.yaml. */
import { z } from 'zod';
import { foldText } from '../../fold.ts';
import type { Patterns } from '../../patterns/load.ts';
import { report, sectionTree } from '../../sections/index.ts';
import { sectionPack } from '../../sections/kinds.ts';
import { nameOf, regionOf, regionPack, regions, reportPack, reportRules } from '../../sections/report/rules.ts';
import { type Example, each, expecting, refusing } from '../definition.ts';
import { documentOf } from './document.ts';

const FILLER = '按照规定，有关情况如下，具体内容以批复为准。';

/** The kinds of a path of headings, each over a line of text. */
function kindsOf(path: string, patterns: Patterns): (string | null)[] {
  const heads = path.split(' > ');
  const document = documentOf([FILLER, ...heads.flatMap((head) => [head, FILLER])]);
  return sectionTree(document, patterns).sections.map(({ kind }) => kind);
}

const depth = (path: string) => path.split(' > ').length;

/** The kind of the last heading, if every heading of the path is one. */
function lastKind(path: string, patterns: Patterns): string {
  const kinds = kindsOf(path, patterns);
  return kinds.length === depth(path) ? (kinds.at(-1) ?? '') : `${kinds.length} headings`;
}

/** What a heading that is no example of a kind must not be: neither it nor what the reader makes of its pieces. */
function among(path: string, id: string, patterns: Patterns): string {
  return kindsOf(path, patterns)
    .slice(depth(path) - 1)
    .includes(id)
    ? id
    : '';
}

export function sectionExamples(_: string, patterns: Patterns): readonly Example[] {
  const { kinds, documents } = sectionPack(patterns);
  const outlines = each(documents, 'documents', ({ name, lines, is }, at) =>
    expecting(at, name, 'sections', is.join(' | '), (given) =>
      sectionTree(documentOf(lines), given)
        .sections.map(({ id, kind }) => `${id} ${kind}`)
        .join(' | '),
    ),
  );
  const titles = Object.entries(kinds).flatMap(([id, { examples, others }]) => [
    ...each(examples, `kinds.${id}.examples`, (path, at) =>
      expecting(at, path, 'section', id, (given) => lastKind(path, given)),
    ),
    ...each(others, `kinds.${id}.others`, (path, at) =>
      refusing(at, path, 'section', id, (given) => among(path, id, given)),
    ),
  ]);
  return [...titles, ...outlines];
}

/** Whole orders of headings, each with its kind: `~` for none, `none` where it is no heading. */
export const FamiliesSchema = z.strictObject({
  families: z.array(z.strictObject({ name: z.string(), headings: z.array(z.string().regex(/ = \S{1,40}$/)).min(1) })),
});

const headingOf = (line: string) => line.slice(0, line.lastIndexOf(' = '));

function familyKinds(lines: readonly string[], patterns: Patterns): string {
  const document = documentOf(lines.flatMap((line) => [headingOf(line), FILLER]));
  const { sections } = sectionTree(document, patterns);
  let at = 0;
  const found = lines.map((line) => {
    const heading = headingOf(line);
    at = document.text.indexOf(`${heading}\n`, at);
    const section = sections.find(({ start }) => start === at);
    return `${heading} = ${section ? (section.kind ?? '~') : 'none'}`;
  });
  return found.join('\n');
}

export function familyExamples(key: string, patterns: Patterns): readonly Example[] {
  const { families } = FamiliesSchema.parse(patterns.files.get(key));
  return families.map(({ name, headings }, i): Example => {
    const run = (given: Patterns) => {
      const got = familyKinds(headings, given).split('\n');
      const wrong = headings.flatMap((line, k) => (got[k] === line ? [] : [`expected ${line}, got ${got[k]}`]));
      return wrong.length === 0 ? null : wrong.join('; ');
    };
    return {
      at: `families.${i}`,
      text: name,
      question: headings.map(headingOf).join('\n'),
      answer: { is: headings.join('\n') },
      run,
    };
  });
}

function reportOn(title: string, patterns: Patterns) {
  const document = documentOf([title, FILLER]);
  return report(document, sectionTree(document, patterns), patterns).value;
}

export function reportExamples(_: string, patterns: Patterns): readonly Example[] {
  const { titles, kinds, placeholders, names, documents } = reportPack(patterns).examples;
  const named = (name: string, given: Patterns) => nameOf(name, reportRules(given)) ?? '';
  return [
    ...each(titles, 'examples.titles', ({ title, organisation }, at) =>
      expecting(at, title, 'organisation', organisation ?? '', (given) => reportOn(title, given).organisation ?? ''),
    ),
    ...each(kinds, 'examples.kinds', ({ title, kind }, at) =>
      expecting(at, title, 'kind of report', kind ?? '', (given) => reportOn(title, given).kind ?? ''),
    ),
    ...each(placeholders, 'examples.placeholders', (name, at) =>
      expecting(at, name, 'name', '', (given) => named(foldText(name), given)),
    ),
    ...each(names, 'examples.names', (name, at) =>
      expecting(at, name, 'name', name, (given) => named(foldText(name), given)),
    ),
    ...each(documents, 'examples.documents', ({ name, lines, is }, at) =>
      expecting(at, name, 'report', JSON.stringify(is), (given) => {
        const document = documentOf(lines);
        const { value } = report(document, sectionTree(document, given), given);
        const asked = Object.keys(is) as (keyof typeof value)[];
        return JSON.stringify(Object.fromEntries(asked.map((field) => [field, value[field]])));
      }),
    ),
  ];
}

export function regionExamples(_: string, patterns: Patterns): readonly Example[] {
  return each(regionPack(patterns).examples, 'examples', ({ name, region }, at) =>
    expecting(at, name, 'region', region ?? '', (given) => regionOf(name, regions(given)) ?? ''),
  );
}
