import {parseArgs, type ParseArgsConfig} from 'node:util';
import {SlipError} from '../catalog/slip.ts';
import {CommandError, UsageError} from './command-error.ts';
import {writtenOut} from './written-out.ts';

interface Command {
  /** How it is called, printed for `--help` and after wrong words. */
  readonly usage: string;
  /** What a failure means, said before its reason, such as `nothing was written`. */
  readonly failed: string;
}

/**
 * Runs one of the handbook's commands. What it returns is the exit code, 0 when nothing; 2 when it could not do what was asked. Only a fault of
 * our own shows a stack.
 */
export async function runCommand(
  {usage, failed}: Command,
  main: (args: string[]) => number | void | Promise<number | void>,
): Promise<void> {
  const args = process.argv.slice(2);
  // Whoever reads only the beginning, as `head` does, has what they wanted.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(`${usage}\n`);
    return;
  }
  try {
    process.exitCode = (await main(args)) ?? 0;
  } catch (error) {
    // A message may name a file or a text of somebody else's.
    const reason = reasonOf(error).split('\n').map(writtenOut).join('\n');
    process.stderr.write(`${failed}: ${reason}${error instanceof UsageError ? `\n${usage}` : ''}\n`);
    process.exitCode = 2;
  }
}

/**
 * The words after a command.
 * @throws {UsageError} when one is not known.
 */
export function readWords<T extends Omit<ParseArgsConfig, 'args'>>(
  args: readonly string[],
  config: T,
): ReturnType<typeof parseArgs<T & {args: string[]}>> {
  try {
    return parseArgs({...config, args: [...args]});
  } catch (error) {
    // Of an unknown option Node goes on to explain what nobody means here.
    const [said] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new UsageError(said, {cause: error});
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof CommandError || error instanceof SlipError) return error.message;
  const {code, path} = error as NodeJS.ErrnoException;
  if (code !== undefined && (path !== undefined || code in reasons)) return `${path ?? 'what was named'}: ${reasons[code] ?? code}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Errors of the system that somebody can mend by another path or another right. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EISDIR: 'a folder, expected a file',
  ENOTDIR: 'a file, expected a folder',
  EACCES: 'it may not be read or written by this user',
  ENOSPC: 'no space is left on the disk',
};
