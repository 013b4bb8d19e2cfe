import {languages} from '../../catalog/contract.ts';
import {docsFolder} from '../../runbook/read-runbooks.server.ts';

/** These files and, for each page, its translations: a change of one side shows in the other. */
export function withTwins(files: Iterable<string>): Set<string> {
  const folders = languages.map((language) => `${docsFolder(language)}/`);
  return new Set(
    [...files].flatMap((file) => {
      const folder = folders.find((one) => file.startsWith(one));
      return folder === undefined ? [file] : folders.map((one) => one + file.slice(folder.length));
    }),
  );
}
