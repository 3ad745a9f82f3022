/** The shape of a SARIF 2.1.0 log: required properties, closed lists of values, references that lead somewhere. */
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/checks/catalogue.ts';
import { sarif } from '../../src/reporting/sarif.ts';
import { disclose, f, patterns } from '../checks/disclosure.ts';
import { tell } from './tell.ts';

const closed = (properties: object, required: readonly string[] = []) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const list = (items: object) => ({ type: 'array', items });
const text = { type: 'string', minLength: 1 };
const message = closed({ text }, ['text']);
const bag = { type: 'object' };
const uri = { type: 'string', pattern: '^[^\\s\\\\]+$' };
const level = { enum: ['none', 'note', 'warning', 'error'] };
const location = closed({
  id: { type: 'integer', minimum: 0 },
  physicalLocation: closed({ artifactLocation: closed({ uri }, ['uri']) }, ['artifactLocation']),
  logicalLocations: list(closed({ fullyQualifiedName: text, kind: text })),
  message,
  properties: bag,
});
/** What of the standard's schema the report uses; nothing else may stand in it. */
const SCHEMA = closed(
  {
    $schema: { type: 'string', pattern: '^https://.*sarif.*2\\.1\\.0.*json$' },
    version: { const: '2.1.0' },
    runs: list(
      closed(
        {
          tool: closed(
            {
              driver: closed(
                {
                  name: text,
                  version: text,
                  language: { type: 'string', pattern: '^[a-zA-Z]{2}(-[a-zA-Z]{2})?$' },
                  rules: list(
                    closed(
                      { id: text, shortDescription: message, fullDescription: message, help: message, properties: bag },
                      ['id'],
                    ),
                  ),
                },
                ['name'],
              ),
            },
            ['driver'],
          ),
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          invocations: list(
            closed(
              {
                executionSuccessful: { type: 'boolean' },
                toolExecutionNotifications: list(closed({ level, message, locations: list(location) }, ['message'])),
              },
              ['executionSuccessful'],
            ),
          ),
          artifacts: list(
            closed({
              location: closed({ uri }),
              length: { type: 'integer', minimum: -1 },
              hashes: { type: 'object', additionalProperties: { type: 'string' } },
            }),
          ),
          results: list(
            closed(
              {
                ruleId: text,
                ruleIndex: { type: 'integer', minimum: -1 },
                level,
                message,
                locations: list(location),
                relatedLocations: list(location),
                partialFingerprints: { type: 'object', additionalProperties: { type: 'string' } },
                baselineState: { enum: ['new', 'unchanged', 'updated', 'absent'] },
                properties: bag,
              },
              ['message'],
            ),
          ),
        },
        ['tool'],
      ),
    ),
  },
  ['version', 'runs'],
);

const made = disclose([
  ['收入总计', f('income.total', '474.70'), '万元，支出总计', f('expenditure.total', '447.70'), '万元。'],
  '收入增加（减少）。',
]);
const findings = tell(made, {}, '财政局/2024 决算.pdf');
const source = { path: '财政局/2024 决算.pdf', bytes: 12, sha256: 'ab', format: 'pdf' as const, pages: 1 };
const base = { version: '1.2.3', rules: rules(patterns), documents: [{ id: 'a1', source }], findings, failed: [] };
// biome-ignore lint/suspicious/noExplicitAny: the log is looked into freely here; the schema is what types it
const log = (changes: object = {}): any => sarif({ ...base, known: null, ...changes });

describe('SARIF', () => {
  it.each([
    ['findings', {}],
    ['no findings', { findings: [], documents: [] }],
    ['a baseline', { known: new Set<string>() }],
    ['a file that could not be read', { failed: [{ path: 'b.pdf', message: 'damaged' }] }],
  ])('of %s has the shape of the standard', (_, changes) => {
    const validate = new Ajv({ strict: false }).compile(SCHEMA);
    validate(JSON.parse(JSON.stringify(log(changes))));
    expect(validate.errors).toBeNull();
  });

  it('places each result by page and box and leads to its rule', () => {
    const [run] = log().runs;
    expect(run.results).toHaveLength(2);
    for (const result of run.results) {
      expect(run.tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
      expect(result.properties).toMatchObject({ page: 1, box: null });
      expect(result.partialFingerprints['gongkai/v1']).toMatch(/^[0-9a-f]{16}$/);
      const [{ physicalLocation, properties }] = result.locations;
      expect(decodeURIComponent(physicalLocation.artifactLocation.uri)).toBe(source.path);
      expect(properties.page).toBe(1);
    }
    expect(run.results[0].locations[0].logicalLocations[0].fullyQualifiedName).toContain('.total final 2024');
    expect(run.results[0].relatedLocations).toHaveLength(2);
  });

  it('marks what the baseline knows', () => {
    const known = new Set([findings[0]?.fingerprint]);
    const states = log({ known }).runs[0].results.map((result: { baselineState: string }) => result.baselineState);
    expect(states).toEqual(['unchanged', 'new']);
  });

  it('says that the run was not whole where an input failed', () => {
    const [invocation] = log({ failed: [{ path: 'b.pdf', message: 'damaged' }] }).runs[0].invocations;
    expect(invocation.executionSuccessful).toBe(false);
    expect(invocation.toolExecutionNotifications[0].message.text).toBe('damaged');
  });
});
