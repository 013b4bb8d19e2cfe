import {once} from 'node:events';
import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {AddressInfo} from 'node:net';
import {onTestFinished} from 'vitest';
import {createGate} from '../../../src/http/auth/gate.server.ts';
import {identityOf} from '../../../src/http/auth/identity.server.ts';
import type {AuthSettings} from '../../../src/http/auth/settings.server.ts';
import {readEnv} from '../../../src/server/env.server.ts';

/** What a listener behind the gate sees: by default it says who asks, and with which headers. */
const tell = (request: IncomingMessage, response: ServerResponse): void => {
  response.end(JSON.stringify({identity: identityOf(request), headers: request.headers, raw: request.rawHeaders}));
};

/** A real server behind a gate, as the environment sets it up, for one test. */
export async function guarded(
  variables: Readonly<Record<string, string>>,
  {next = tell, host = '127.0.0.1'}: {next?: typeof tell; host?: string} = {},
): Promise<{readonly url: string; readonly said: readonly string[]}> {
  const said: string[] = [];
  const settings: AuthSettings = readEnv(variables);
  const gate = createGate(settings, {log: (message) => said.push(message)});
  const server = createServer(gate.listener(next));
  server.on(
    'upgrade',
    gate.upgrade((_request, socket) => socket.write('HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n')),
  );
  server.listen(0, host);
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, said};
}
