/** A file that could not be read as what it looks like; what it holds is not counted. */
export interface Unread {
  readonly file: string;
  readonly line: number;
  readonly why: string;
}
