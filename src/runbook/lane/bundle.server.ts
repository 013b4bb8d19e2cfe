import {fileURLToPath} from 'node:url';
import {rolldown} from 'rolldown';
import type {Language} from '../../catalog/contract.ts';

/** Words for readers stand in a file for each language: `messages.en.ts`. */
const catalogue = /^\.\/(messages|phrases|evidence)\.[a-z]{2}\.ts$/;

/**
 * One script for one language, or for all, to stand inside an HTML file. `entry` lies below `src/`. It runs in Safari 16.4, Chrome 111 and
 * Firefox 113.
 */
export async function bundleScript(entry: string, language: Language | undefined): Promise<string> {
  const bundle = await rolldown({
    input: fileURLToPath(new URL(`../../${entry}`, import.meta.url)),
    platform: 'browser',
    transform: {target: ['chrome111', 'safari16.4', 'firefox113']},
    plugins: [
      {
        name: 'one-language',
        resolveId(source, importer) {
          if (language === undefined || importer === undefined || !catalogue.test(source)) return null;
          return fileURLToPath(new URL(source.replace(/\.[a-z]{2}\.ts$/, `.${language}.ts`), `file://${importer}`));
        },
      },
    ],
  });
  try {
    const {output} = await bundle.generate({format: 'iife', minify: true, comments: {legal: false}});
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
