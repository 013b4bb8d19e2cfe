import {existsSync, readdirSync} from 'node:fs';
import {join, relative} from 'node:path';
import {readText} from '../../catalog/read-text.server.ts';
import type {Finding} from '../finding.ts';
import type {Repository} from '../repository.ts';

// An access key's id comes with the key: whoever wrote one down has the other near. The id of an account is no secret.
const accessKeys = {
  id: '@secretlint/secretlint-rule-aws',
  options: {enableIDScanRule: true},
  allowMessageIds: ['AWSAccountID'],
};

const folders = ['docs', 'i18n', 'data'];

/** Whatever is text in the handbook must hold no key, token or password. A finding never says what it found. */
export async function runSecretlint({root, pages}: Repository, only: (file: string) => boolean = () => true): Promise<Finding[]> {
  const files = folders.flatMap((folder) => filesBelow(root, folder)).filter(only);
  if (files.length === 0) return [];
  const [{lintSource}, {creator}] = await Promise.all([import('@secretlint/core'), import('@secretlint/secretlint-rule-preset-recommend')]);
  const config = {rules: [{id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, rules: [accessKeys]}]};
  const texts = new Map(pages.map(({file, text}) => [file, text]));
  const findings: Finding[] = [];
  for (const file of files) {
    // Files that are no text are for other rules to refuse.
    const text = texts.get(file) ?? readText(root, file, []);
    if (text === undefined) continue;
    const {messages} = await lintSource({
      source: {filePath: file, content: open(text), ext: '', contentType: 'text'},
      options: {config, locale: 'en', maskSecrets: true, noPhysicFilePath: true},
    });
    for (const {loc, message} of messages) {
      findings.push({
        file,
        line: loc.start.line,
        column: loc.start.column + 1,
        end: {line: loc.end.line, column: loc.end.column + 1},
        rule: 'no-secret',
        severity: 'error',
        message: `Unexpected secret: ${nameOf(message)}; expected a variable in its place, and the secret revoked`,
      });
    }
  }
  return findings;
}

/** Files of any name. Links are not followed. */
function filesBelow(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** The same text, place for place, in which a secret is found wherever it stands. */
function open(text: string): string {
  return (
    text
      // Nobody switches this rule off from inside a page.
      .replaceAll('secretlint-', 'secretlint_')
      // A token ends at a letter of another alphabet, too: Japanese has no spaces around it.
      .replaceAll(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}ー]/gu, (letter) => ' '.repeat(letter.length))
  );
}

/** "found GitHub Token(****): ****" without what stands for the secret. */
function nameOf(message: string): string {
  return message.replace(/^found /, '').replace(/\s*[:(][\s\S]*$/, '');
}
