import {connect, type Socket} from 'node:net';

/**
 * Run as a process of its own: keeps event streams open, as many browsers would, and notes when each of them hears of a change. Sockets and
 * text search instead of a client library, so that a thousand readers cost the machine little beside the server that is measured.
 */
export interface Heard {
  readonly state: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** What the parent may say, and what it is told. */
export type Order =
  | {readonly kind: 'open'; readonly url: string; readonly path: string; readonly id: string; readonly readers: number}
  | {readonly kind: 'report'};
export type Report =
  | {readonly kind: 'opened'; readonly ms: number}
  | {readonly kind: 'heard'; readonly heard: readonly Heard[]; readonly lost: number}
  | {readonly kind: 'first'; readonly heard: Heard};

const heard: Heard[] = [];
let lost = 0;

process.on('message', (order: Order) => {
  if (order.kind === 'open') void openAll(order);
  else tell({kind: 'heard', heard, lost});
});
process.on('disconnect', () => process.exit());

async function openAll({url, path, id, readers}: Extract<Order, {kind: 'open'}>): Promise<void> {
  const began = performance.now();
  const {hostname, port} = new URL(url);
  for (let opened = 0; opened < readers; opened += 50) {
    const some = Array.from({length: Math.min(50, readers - opened)}, () => openOne({hostname, port: Number(port), path, id}));
    await Promise.all(some);
  }
  tell({kind: 'opened', ms: performance.now() - began});
}

/** Resolves when the stream has begun to speak. */
function openOne({hostname, port, path, id}: {hostname: string; port: number; path: string; id: string}): Promise<void> {
  const mark = `"id":${JSON.stringify(id)}`;
  return new Promise((resolve) => {
    let rest = '';
    let last: string | undefined;
    const socket: Socket = connect(port, hostname, () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: text/event-stream\r\n\r\n`),
    );
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      const at = performance.timeOrigin + performance.now();
      resolve();
      const text = rest + chunk;
      const end = text.lastIndexOf('\n\n');
      rest = end === -1 ? text : text.slice(end + 2);
      if (end === -1) return;
      const found = text.lastIndexOf(mark, end);
      const state = found === -1 ? undefined : /"state":"(\w+)"/.exec(text.slice(found, end))?.[1];
      if (state === undefined) return;
      // The first word of a stream is what it was before.
      if (last !== undefined && last !== state) {
        if (!heard.some((one) => one.state === state && Math.abs(one.at - at) < 1000)) tell({kind: 'first', heard: {state, at}});
        heard.push({state, at});
      }
      last = state;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      lost++;
      resolve();
    });
  });
}

function tell(report: Report): void {
  process.send?.(report);
}
