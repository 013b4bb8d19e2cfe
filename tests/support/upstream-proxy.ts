import {Agent, createServer, request} from 'node:http';
import type {AddressInfo} from 'node:net';

/** Stands between the handbook and a source: counts what is asked, and can hold answers back. */
export interface UpstreamProxy {
  readonly url: string;
  /** Requests that have come in so far. */
  readonly requests: () => number;
  /** Milliseconds by which every answer comes late from now on. */
  readonly delay: (ms: number) => void;
  readonly end: () => Promise<void>;
}

export async function startUpstreamProxy(target: string): Promise<UpstreamProxy> {
  const agent = new Agent({keepAlive: true});
  let requests = 0;
  let late = 0;
  const server = createServer((incoming, outgoing) => {
    requests++;
    const asked = request(new URL(incoming.url ?? '/', target), {method: incoming.method, headers: incoming.headers, agent}, (answer) => {
      setTimeout(() => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      }, late);
    });
    // A source that is gone looks gone through the proxy too.
    asked.on('error', () => outgoing.destroy());
    outgoing.on('close', () => asked.destroy());
    incoming.pipe(asked);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => requests,
    delay: (ms) => (late = ms),
    end: async () => {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
