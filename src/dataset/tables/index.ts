/** The tables of a dataset, in the order in which they are described. */
import type { Table } from '../column.ts';
import { documents } from './documents.ts';
import { facts } from './facts.ts';
import { findings } from './findings.ts';
import { mentions } from './mentions.ts';
import { tables } from './tables.ts';

// A table makes its own rows and reads no others, so their type does not matter outside of it.
export const TABLES = [documents, facts, tables, findings, mentions] as readonly Table<unknown>[];
