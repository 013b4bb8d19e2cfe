import {Agent, get} from 'node:http';

/** Run as a process of its own: sends requests at an even pace, and tells at the end how they were answered. */
export interface Load {
  readonly url: string;
  readonly paths: readonly string[];
  readonly perSecond: number;
  readonly seconds: number;
}
export interface Answered {
  readonly answered: number;
  readonly failed: number;
  /** Milliseconds from question to the end of the answer, sorted. */
  readonly latencies: readonly number[];
}

process.on('message', (load: Load) => void send(load));
process.on('disconnect', () => process.exit());

async function send({url, paths, perSecond, seconds}: Load): Promise<void> {
  const agent = new Agent({keepAlive: true, maxSockets: 64});
  const latencies: number[] = [];
  let failed = 0;
  const total = perSecond * seconds;
  const began = performance.now();
  const waiting: Promise<void>[] = [];
  for (let sent = 0; sent < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
    for (; sent < due; sent++) {
      const asked = performance.now();
      waiting.push(
        ask(`${url}${paths[sent % paths.length]}`, agent).then(
          () => void latencies.push(performance.now() - asked),
          () => void failed++,
        ),
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(waiting);
  agent.destroy();
  process.send?.({answered: latencies.length, failed, latencies: latencies.toSorted((a, b) => a - b)} satisfies Answered);
}

function ask(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, {agent}, (response) => {
      response.resume();
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Error(String(response.statusCode)))));
      response.on('error', reject);
    }).on('error', reject);
  });
}
