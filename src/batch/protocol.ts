/** What a run and its child processes say to each other, as JSON over the channel that `fork` gives them. */

import type { ShardJob, ShardResult } from '../dataset/shard.ts';
import type { DocEngine } from '../read/doc-route.ts';
import type { Ocr } from '../read/ocr/engine.ts';
import type { PdfEngine } from '../read/pdf/options.ts';
import type { BundleJob, BundleResult } from './bundles.ts';
import type { Answer, Job } from './one.ts';

/** Told to a child at its start; the child makes its own copy of the packs. */
export interface Setup {
  readonly out: string;
  /** Directories of packs laid over the shipped ones. */
  readonly overlays: readonly string[];
  /** The packs' hash: a child that finds others says so and ends. */
  readonly patterns: string;
  readonly version: string;
  /** Names what reading depends on; null where readings are not kept. */
  readonly cache: string | null;
  readonly libreOffice: boolean;
  readonly docEngine?: DocEngine;
  readonly verifyDoc?: boolean;
  readonly pdfEngine?: PdfEngine;
  readonly verifyPdf?: boolean;
  readonly ocr?: Ocr | null;
  /** Time for recognition in one file. */
  readonly ocrMs?: number;
}

export type Task =
  | { readonly kind: 'extract'; readonly job: Job }
  | { readonly kind: 'shard'; readonly job: ShardJob }
  | { readonly kind: 'bundle'; readonly job: BundleJob };

export type Result =
  | Answer
  | { readonly kind: 'shard'; readonly result: ShardResult }
  | { readonly kind: 'bundle'; readonly result: BundleResult };

export type ToChild = { readonly setup: Setup } | { readonly task: Task };

export type FromChild =
  | { readonly ready: true }
  | { readonly result: Result; readonly rss: number }
  /** It cannot work at all. */
  | { readonly broken: string };
