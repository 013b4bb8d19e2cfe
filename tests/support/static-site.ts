import {readFileSync, statSync} from 'node:fs';
import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {extname, join} from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** A built site behind a server that knows files and nothing else: no live state, no boards. What a browser keeps belongs to its port. */
export async function serveFiles(
  root: string,
  wanted = 0,
): Promise<{readonly url: string; readonly port: number; readonly end: () => void}> {
  const server = createServer(({url = '/'}, response) => {
    const path = join(root, decodeURIComponent(new URL(url, 'http://site').pathname));
    const file = [path, join(path, 'index.html')].find((each) => statSync(each, {throwIfNoEntry: false})?.isFile() === true);
    if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, {'content-type': types[extname(file)] ?? 'application/octet-stream'}).end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  const {port} = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    end: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
