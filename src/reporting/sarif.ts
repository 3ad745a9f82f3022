/**
 * Findings as SARIF 2.1.0, for the viewers and gates that read it. A PDF has no lines: page and box stand in the
 * properties of a location, and what the finding is about is its logical location.
 */
import type { Verdict } from '../contract.ts';
import type { Severity } from '../document.ts';
import type { Described, Place, Told } from './told.ts';

/** What the report says of a rule. */
export interface RuleWords {
  readonly id: string;
  readonly asks: { readonly zh: string; readonly en: string };
  readonly judged: { readonly zh: string; readonly en: string } | null;
  readonly source: string;
  readonly relations: readonly string[];
  readonly verdicts: readonly Verdict[];
}

export interface Report {
  readonly version: string;
  readonly rules: readonly RuleWords[];
  readonly documents: readonly Pick<Described, 'id' | 'source'>[];
  readonly findings: readonly Told[];
  /** Inputs of which no record came, with the reason. */
  readonly failed: readonly { readonly path: string; readonly message: string }[];
  /** Fingerprints that a baseline names; null without a baseline. */
  readonly known: ReadonlySet<string> | null;
}

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** The version of what is hashed. */
const FINGERPRINT = 'gongkai/v1';

const artifact = (path: string) => ({ uri: path.split('/').map(encodeURIComponent).join('/') });

function location({ path, page, start, end, box }: Place, identity: string | null) {
  return {
    physicalLocation: { artifactLocation: artifact(path) },
    ...(identity === null ? {} : { logicalLocations: [{ fullyQualifiedName: identity, kind: 'member' }] }),
    properties: { page, box, start, end },
  };
}

function result(told: Told, index: ReadonlyMap<string, number>, known: Report['known']) {
  const { finding, fingerprint, path, identity, quote, related } = told;
  const { rule, verdict, severity, message, expected, actual, suspect, hint, facts, page, box, start, end } = finding;
  const ruleIndex = index.get(rule);
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: `${message.zh}\n${message.en}` },
    locations: [location({ path, page, start, end, box }, identity)],
    relatedLocations: related.map((each, i) => ({
      id: i + 1,
      ...location(each, each.identity),
      message: { text: each.printed },
    })),
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(known === null ? {} : { baselineState: known.has(fingerprint) ? 'unchanged' : 'new' }),
    properties: { verdict, suspect, hint, expected, actual, facts, page, box, quote, document: told.document },
  };
}

function ruleDescriptor({ id, asks, judged, source, relations, verdicts }: RuleWords) {
  const full = [asks.en, ...(judged ? [judged.en] : []), ...relations].join('\n');
  return {
    id,
    shortDescription: { text: asks.zh },
    fullDescription: { text: full },
    help: { text: [asks.zh, ...(judged ? [judged.zh] : []), ...relations].join('\n') },
    properties: { source, verdicts },
  };
}

export function sarif({ version, rules, documents, findings, failed, known }: Report): object {
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gongkai', version, language: 'zh', rules: rules.map(ruleDescriptor) } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failed.length === 0,
            toolExecutionNotifications: failed.map(({ path, message }) => ({
              level: 'error',
              message: { text: message },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        artifacts: documents.map(({ source: { path, bytes, sha256 } }) => ({
          location: artifact(path),
          length: bytes,
          hashes: { 'sha-256': sha256 },
        })),
        results: findings.map((each) => result(each, index, known)),
      },
    ],
  };
}
