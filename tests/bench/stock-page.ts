import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {tmpdir} from 'node:os';
import {extname, join, resolve} from 'node:path';
import {load} from 'cheerio';

/** Pages to hold others against, served on this machine. */
export interface StockPages {
  /** Stock Docusaurus with as much text and as many fences as a built page of ours. */
  readonly stockUrl: string;
  readonly emptyUrl: string;
  readonly end: () => void;
}

const config = {
  title: 'Stock',
  url: 'https://stock.example',
  baseUrl: '/',
  future: {v4: true, faster: true},
  presets: [['classic', {docs: {routeBasePath: '/'}, blog: false}]],
};
const types: Readonly<Record<string, string>> = {'.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css'};
const prefixes: Readonly<Record<string, string>> = {h1: '# ', h2: '## ', h3: '### ', li: '- '};
const empty = '<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Empty</title></html>';

/** Builds a stock site in a folder of its own. `like` is the HTML of our page. */
export async function serveStock(like: string): Promise<StockPages> {
  const root = mkdtempSync(join(tmpdir(), 'bench-stock-'));
  mkdirSync(join(root, 'docs'));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"private": true}');
  writeFileSync(join(root, 'docusaurus.config.js'), `module.exports = ${JSON.stringify(config)};`);
  writeFileSync(join(root, 'docs/index.md'), markdownLike(like));
  const docusaurus = resolve('node_modules/@docusaurus/core/bin/docusaurus.mjs');
  execFileSync(process.execPath, [docusaurus, 'build', '.'], {cwd: root, stdio: 'pipe', encoding: 'utf8'});
  const server = createServer(({url = '/'}, response) => {
    const {pathname} = new URL(url, 'http://stock.example');
    const file = extname(pathname) === '' ? join(pathname, 'index.html') : pathname;
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    try {
      response.end(pathname === '/empty' ? empty : readFileSync(join(root, 'build', file)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    stockUrl: `${origin}/`,
    emptyUrl: `${origin}/empty`,
    end: () => {
      server.close();
      rmSync(root, {recursive: true, force: true});
    },
  };
}

/** The same headings, paragraphs, points and fences in their order, as a reader of Markdown would write them. */
function markdownLike(html: string): string {
  const $ = load(html);
  const blocks = $('article')
    .find('h1, h2, h3, p, li, pre')
    .get()
    .map((element) => {
      const text = $(element).text();
      const plain = text
        .replaceAll(/\s+/g, ' ')
        .replaceAll(/[\\`*_{}<>[\]]/g, String.raw`\$&`)
        .trim();
      if (element.name === 'pre') return `\`\`\`bash\n${text.replaceAll('```', '')}\n\`\`\``;
      return `${prefixes[element.name] ?? ''}${plain}`;
    });
  return `---\nslug: /\n---\n\n${blocks.join('\n\n')}\n`;
}
