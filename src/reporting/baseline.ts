/** Findings that are known already: a file of fingerprints, one of which a run leaves unreported. */
import { z } from 'zod';
import type { Told } from './told.ts';

export const BASELINE_SCHEMA = 'gongkai/baseline@1';

/** Besides the fingerprints only what tells a person which finding that was. */
const Baseline = z.object({
  schema: z.literal(BASELINE_SCHEMA),
  findings: z.array(
    z.object({
      fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
      rule: z.string(),
      path: z.string(),
      quote: z.string(),
    }),
  ),
});

export function baselineText(findings: readonly Told[]): string {
  const entries = findings.map(({ fingerprint, finding: { rule }, path, quote }) => ({
    fingerprint,
    rule,
    path,
    quote,
  }));
  entries.sort((a, b) => (a.fingerprint < b.fingerprint ? -1 : a.fingerprint > b.fingerprint ? 1 : 0));
  return `${JSON.stringify({ schema: BASELINE_SCHEMA, findings: entries }, null, 2)}\n`;
}

/** The fingerprints of a baseline file; null where it is none. */
export function readBaseline(text: string): ReadonlySet<string> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = Baseline.safeParse(value);
  return parsed.success ? new Set(parsed.data.findings.map(({ fingerprint }) => fingerprint)) : null;
}
