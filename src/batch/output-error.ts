/** The output cannot be written: a full disk, a missing permission. Ends the run; nothing is recorded against an input. */

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EACCES: 'permission is denied',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is no directory',
  EEXIST: 'a part of the path is no directory',
  EISDIR: 'a directory stands where a file belongs',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EFBIG: 'a file would exceed the allowed size',
  EIO: 'the device reports an error',
};

export class OutputError extends Error {
  constructor(readonly code: string) {
    super(
      `the output cannot be written: ${CAUSES[code] ?? 'the system refuses'} (${code}). ` +
        'What is finished is kept; the same command goes on from there.',
    );
  }
}

/** Runs something that writes the output. */
export async function writing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asOutputError(error);
  }
}

export function asOutputError(error: unknown): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  return code && syscall ? new OutputError(code) : error;
}
