import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import * as prettier from 'prettier';
import {fixWithMarkdownlint} from '../engines/markdownlint.ts';
import {readText} from '../../catalog/read-text.server.ts';
import {isSameMeaning} from './same-meaning.ts';

/**
 * Mends what markdownlint and Prettier can mend in these pages. A page is written only when it still reads as the same page.
 * @returns the pages that were left as they are for that reason.
 */
export async function fixPages(root: string, files: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const file of files) {
    const before = readText(root, file, []);
    // What cannot be read is a finding.
    if (before === undefined) continue;
    const path = join(root, file);
    try {
      const mended = await fixWithMarkdownlint(file, before);
      const after = await prettier.format(mended, {...(await prettier.resolveConfig(path)), filepath: path});
      if (after === before) continue;
      if (isSameMeaning(file, before, after)) writeFileSync(path, after);
      else left.push(file);
    } catch (error) {
      // Prettier says so of a page that is no MDX, which is a finding.
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return left;
}
