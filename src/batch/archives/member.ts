/** A document inside an archive. */
import type { Readable } from 'node:stream';
import type { Reason } from '../entry.ts';

export interface Member {
  /** Its name in the archive, as text. */
  readonly name: string;
  readonly url?: string;
  readonly date?: string;
  readonly truncated?: string;
  /** True where the archive says that it is of a form that is read, whatever its name. */
  readonly document?: boolean;
  /** What can be read of it, or why nothing can. */
  readonly content: { readonly stream: () => Promise<Readable> } | { readonly reason: Reason };
}
