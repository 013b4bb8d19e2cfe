import {parseArgs} from 'node:util';
import {formats, type Format} from './report/report.ts';

/** Wrong words on the command line. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Options {
  readonly format: Format;
  readonly fix: boolean;
  readonly changed: boolean;
  readonly scheduled: boolean;
  readonly prune: boolean;
  readonly help: boolean;
  /** Another handbook than the one that this file is part of. */
  readonly root: string | undefined;
  /** As given. */
  readonly paths: readonly string[];
}

export const usage = `npm run lint -- [options] [PATH…]

  PATH…            report on these files and folders only; the rest is read all the same
  --changed        report on what differs from the default branch, with translations
  --format FORMAT  ${formats.join(', ')}
  --fix            mend first what can be mended safely
  --scheduled      what only got old is an error, not a warning
  --prune          lower the counts of lint-baseline.yaml to what is left
  --root DIR       check the handbook in this folder
  --help           this text

Exit code 0: no errors (warnings allowed), 1: at least one error, 2: could not run.
`;

/** @throws {UsageError} */
export function readOptions(args: readonly string[]): Options {
  const flag = {type: 'boolean', default: false} as const;
  const short = 'npm run lint -- --help';
  try {
    const {values, positionals} = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: {type: 'string', default: 'pretty'},
        root: {type: 'string'},
        fix: flag,
        changed: flag,
        scheduled: flag,
        prune: flag,
        help: {...flag, short: 'h'},
      },
    });
    const format = formats.find((known) => known === values.format);
    if (format === undefined) throw new Error(`unexpected format '${values.format}', expected one of ${formats.join(', ')}`);
    return {...values, format, root: values.root, paths: positionals};
  } catch (error) {
    // Of an unknown option Node goes on to explain what nobody means here.
    const [said] = (error instanceof Error ? error.message : String(error)).split('. To specify');
    throw new UsageError(`${said} (${short})`, {cause: error});
  }
}
