import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {createMdxLanguagePlugin} from '@mdx-js/language-service';
import {runTsc} from '@volar/typescript/lib/quickstart/runTsc.js';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';

// Types of every page: `tsc` that reads MDX, with the options of `tsc`. Prints `file(line,column): error …` and ends with 2 when there is one.
if (!process.argv.includes('--project')) process.argv.push('--project', join(import.meta.dirname, 'tsconfig.json'));

// TypeScript 7 cannot be called by others yet. The package `typescript` is version 6, and only points to where its compiler lies.
const typescript = createRequire(import.meta.url).resolve('typescript');
const compiler = createRequire(dirname(typescript)).resolve('@typescript/old/lib/tsc.js');
runTsc(compiler, {extraSupportedExtensions: ['.mdx'], extraExtensionsToRemove: []}, () => [
  createMdxLanguagePlugin([[remarkFrontmatter, ['yaml']], remarkGfm, remarkDirective], [], true),
]);
