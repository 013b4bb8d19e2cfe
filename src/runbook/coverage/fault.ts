/** Coverage cannot be told: a folder is missing, or holds nothing of what it should. The message names it. */
export class CoverageError extends Error {
  override readonly name = 'CoverageError';
}

/** A file that could not be read as what it looks like; what it holds is not counted. */
export interface Unread {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}
