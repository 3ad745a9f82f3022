/** JSON Schemas of the packs, from the schemas that the stages parse them with; editors complete and check by them. */
import { z } from 'zod';
import { isMap } from '../patterns/merge.ts';
import { PackHead } from '../patterns/schema.ts';
import type { PackDefinition } from './definition.ts';

export type JsonSchema = { readonly [key: string]: unknown };

/** Pack → the schema of a whole pack, as `patterns lint` checks it. */
const whole = new WeakMap<PackDefinition, JsonSchema>();

export function wholeSchema(definition: PackDefinition): JsonSchema {
  let schema = whole.get(definition);
  if (!schema) {
    schema = z.toJSONSchema(definition.schema, { io: 'input' }) as JsonSchema;
    whole.set(definition, schema);
  }
  return schema;
}

export interface EditorWords {
  /** What a key means, from the comment that heads the pack. */
  readonly keys: ReadonlyMap<string, string>;
  readonly concepts: readonly string[];
}

const WRITTEN = 'Written by gongkai patterns schema; change the schema in the module that reads the pack.';

/**
 * For editors: a file may add to a pack, so no key of a map is required; keys explain themselves, and concepts are
 * completed from the vocabulary.
 */
export function editorSchema(definition: PackDefinition, { keys, concepts }: EditorWords): JsonSchema {
  const schema = described(partial(wholeSchema(definition), true) as JsonSchema, keys) as Record<string, unknown>;
  const defs = { ...(schema.$defs as Record<string, JsonSchema> | undefined) };
  if (defs.concept) defs.concept = { ...defs.concept, enum: [...concepts].sort() };
  if (isMap(schema.properties)) {
    const head = z.toJSONSchema(z.object(PackHead), { io: 'input' }) as { properties: Record<string, unknown> };
    schema.properties = { ...head.properties, ...schema.properties };
  }
  const { $schema, ...rest } = schema;
  const { title, summary } = definition;
  const ordered = { $schema, $comment: WRITTEN, title, description: summary, ...rest };
  return Object.keys(defs).length > 0 ? { ...ordered, $defs: defs } : ordered;
}

/**
 * Maps on the way to a list are merged over those of another file, so they may hold a part of their keys. Patterns of
 * Unicode classes are left to lint: not every editor compiles them.
 */
function partial(schema: unknown, mergeable: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((each) => partial(each, mergeable));
  if (!isMap(schema)) return schema;
  const entries = Object.entries(schema).filter(
    ([key, value]) => !(mergeable && key === 'required') && !(key === 'pattern' && /\\p\{/.test(String(value))),
  );
  return Object.fromEntries(
    entries.map(([key, value]) => [
      key,
      key === 'items' || key === '$defs' ? partial(value, false) : partial(value, mergeable),
    ]),
  );
}

/** Puts a description on every property that has none. */
function described(schema: unknown, keys: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(schema)) return schema.map((each) => described(each, keys));
  if (!isMap(schema)) return schema;
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key !== 'properties' || !isMap(value)) return [key, described(value, keys)];
      const properties = Object.entries(value).map(([name, property]) => {
        const description = keys.get(name);
        const inner = described(property, keys);
        return [name, isMap(inner) && description !== undefined ? { description, ...inner } : inner];
      });
      return [key, Object.fromEntries(properties)];
    }),
  );
}

/** A value inside a pack, with the schema id on it: `expression`, `concept`; `subpattern` for a part of expressions. */
export interface Leaf {
  readonly path: readonly (string | number)[];
  readonly value: string;
  readonly id: string;
}

/** Every string of a pack that its schema names, found by walking both together. */
export function leavesOf(definition: PackDefinition, value: unknown): Leaf[] {
  const root = wholeSchema(definition);
  const leaves: Leaf[] = [];
  walk(root, root, value, [], leaves);
  return leaves;
}

function subpatterns(value: unknown, path: readonly (string | number)[]): Leaf[] {
  return Object.entries(isMap(value) ? value : {}).map(([name, part]) => {
    return { path: [...path, name], value: String(part), id: 'subpattern' };
  });
}

const REFERENCE = /^#\/\$defs\/(\w+)$/;

function walk(root: JsonSchema, schema: unknown, value: unknown, path: (string | number)[], leaves: Leaf[]): void {
  if (!isMap(schema)) return;
  const id = REFERENCE.exec(String(schema.$ref ?? ''))?.[1];
  if (id !== undefined) {
    if (typeof value === 'string') leaves.push({ path, value, id });
    else if (id === 'subpatterns') leaves.push(...subpatterns(value, path));
    else walk(root, (root.$defs as Record<string, unknown>)[id], value, path, leaves);
    return;
  }
  for (const choice of [schema.anyOf, schema.allOf, schema.oneOf].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )) {
    walk(root, choice, value, path, leaves);
  }
  if (Array.isArray(value)) {
    const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
    for (const [i, item] of value.entries()) walk(root, first[i] ?? schema.items, item, [...path, i], leaves);
  } else if (isMap(value)) {
    for (const [key, item] of Object.entries(value)) {
      const property = isMap(schema.properties) ? schema.properties[key] : undefined;
      walk(root, property ?? schema.additionalProperties, item, [...path, key], leaves);
    }
  }
}
