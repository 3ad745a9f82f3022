/** Short forms for what readers return. */
import type { Document, Notice, NoticeCode, Result } from '../document.ts';

export type Reading = Result<Document | null>;

export function notice(code: NoticeCode, severity: Notice['severity'], message: string): Notice {
  return { code, severity, page: null, message };
}

/** No document, and why. */
export function failure(code: NoticeCode, message: string): Reading {
  return { value: null, notices: [notice(code, 'error', message)] };
}

export function causeOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
