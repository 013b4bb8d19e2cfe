import {CommandError} from '../command/command-error.ts';

/**
 * The text of a plan, without a mark of byte order.
 * @throws {CommandError} when it is no UTF-8. PowerShell writes UTF-16 when its output goes to a file.
 */
export function planText(file: string, bytes: Uint8Array): string {
  if (isUtf16(bytes)) throw new CommandError(`${file}: found UTF-16, expected UTF-8`);
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (error) {
    throw new CommandError(`${file}: found bytes that are no UTF-8, expected UTF-8`, {cause: error});
  }
}

/** By its mark, or by the empty half of its first character: JSON begins with one of ASCII. */
function isUtf16([first, second]: Uint8Array): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;
}
