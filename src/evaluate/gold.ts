/** Facts and defects that people read by hand, one JSON object per line. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { foldText } from '../fold.ts';

const GoldFact = z.object({
  concept: z.string(),
  subject: z.object({ scheme: z.string(), code: z.string().nullable(), path: z.array(z.string()) }).nullable(),
  measure: z.string(),
  basis: z.string().nullable(),
  period: z.number().nullable(),
  value: z.string().nullable(),
  /** A counter may be printed in other brackets: 台(套). */
  unit: z.string().transform(foldText).nullable(),
  stated: z.string(),
  published: z.object({ text: z.string(), unit: z.string().nullable() }),
  /** `narrative` or `table:<kind>`. */
  where: z.string(),
  page: z.number(),
});
/** One stated value as a person read it; the fields mean what they mean in a record. */
export type GoldFact = z.infer<typeof GoldFact>;

const Defect = z.object({
  rule: z.string(),
  page: z.number(),
  quote: z.string(),
  why: z.string(),
  scope: z.string().nullish(),
  verdict: z.string().nullable(),
  severity: z.string(),
});
export type Defect = z.infer<typeof Defect>;

export interface GoldDocument {
  /** The file name of the document without extension. */
  readonly name: string;
  readonly facts: readonly GoldFact[];
  readonly defects: readonly Defect[];
  /** True but arguable: neither a miss when left out nor a false alarm when reported. */
  readonly borderline: readonly Defect[];
}

export async function loadGold(directory: string): Promise<GoldDocument[]> {
  const names = (await readdir(directory)).filter((name) => name.endsWith('.jsonl')).sort();
  const facts = names.filter((name) => !/\.defects(\.\w+)?\.jsonl$/.test(name));
  const lines = async <T>(name: string, schema: z.ZodType<T>) =>
    names.includes(name) ? parseLines(name, await readFile(join(directory, name), 'utf8'), schema) : [];
  return Promise.all(
    facts.map(async (file) => {
      const name = file.slice(0, -'.jsonl'.length);
      return {
        name,
        facts: await lines(file, GoldFact),
        defects: await lines(`${name}.defects.jsonl`, Defect),
        borderline: await lines(`${name}.defects.borderline.jsonl`, Defect),
      };
    }),
  );
}

function parseLines<T>(file: string, content: string, schema: z.ZodType<T>): T[] {
  return content.split('\n').flatMap((line, i) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (error) {
      throw new Error(`${file} line ${i + 1}: ${error instanceof z.ZodError ? z.prettifyError(error) : error}`);
    }
  });
}
