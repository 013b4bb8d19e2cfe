import {existsSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {brotliCompressSync, constants, gzipSync} from 'node:zlib';
import {inlineScriptHashes} from '../http/inline-scripts.server.ts';

/** What the server must know of a build, beside it. A dot file is not served. */
export const sealFile = '.seal.json';

const packings = ['.br', '.gz'];
/** Below this, compression saves no packet. */
const smallest = 1024;

/**
 * The last step of a build, after every language: notes the hashes of all inline scripts for the content security policy, and lays a
 * compressed copy beside every text file, so that the server compresses nothing while people wait.
 */
function sealBuild(folder: string): void {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const hashes = new Set<string>();
  const sealed = new Map<bigint, string>();
  let compressed = 0;
  for (const file of files) {
    if (!/\.(html|js|css|json|svg|xml|txt|webmanifest)$/.test(file)) continue;
    const {ino, nlink} = statSync(file, {bigint: true});
    const twin = nlink > 1n ? sealed.get(ino) : undefined;
    if (twin !== undefined) {
      linkCopies(twin, file);
      continue;
    }
    sealed.set(ino, file);
    const content = readFileSync(file);
    if (file.endsWith('.html')) for (const hash of inlineScriptHashes(content.toString('utf8'))) hashes.add(hash);
    if (statSync(file).size < smallest) continue;
    const params = {[constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length};
    for (const ending of packings) rmSync(file + ending, {force: true});
    writeFileSync(`${file}.br`, brotliCompressSync(content, {params}));
    writeFileSync(`${file}.gz`, gzipSync(content, {level: 9}));
    compressed++;
  }
  writeFileSync(
    join(folder, sealFile),
    `${JSON.stringify({baseUrl: process.env['BASE_URL'] ?? '/', inlineScripts: [...hashes].toSorted()}, null, 2)}\n`,
  );
  console.log(`Sealed ${folder}: ${compressed} files compressed, ${hashes.size} inline scripts allowed.`);
}

/** One file under several names, as the incident lanes are, is packed once. */
function linkCopies(from: string, to: string): void {
  for (const ending of packings) {
    rmSync(to + ending, {force: true});
    if (existsSync(from + ending)) linkSync(from + ending, to + ending);
  }
}

if (import.meta.main) sealBuild('build');
