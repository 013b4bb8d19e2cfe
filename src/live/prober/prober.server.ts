import {connect as connectTcp, isIP, type Socket, type TcpNetConnectOpts} from 'node:net';
import {connect as connectTls, type TLSSocket} from 'node:tls';
import {Client} from 'undici';
import {milliseconds} from '../../catalog/duration.ts';
import type {Probe} from '../../catalog/live-contract.ts';
import {vetHost, vettedLookup} from '../sources/addresses.server.ts';
import {codesOf, refusalIn, wordOf} from '../sources/faults.ts';
import {AskError} from '../sources/reading.ts';
import {requestHeaders, type Env} from '../sources/request-headers.server.ts';
import type {ProbeResult} from './result.ts';

export interface ProbeOptions {
  /** The address of this server, which is what the target `self` means. */
  readonly self: string;
  /** Aborted when the prober stops: what is under way then rejects, and says nothing about the target. */
  readonly signal: AbortSignal;
  readonly env: Env;
  /** The clock that dates the result. */
  readonly now: () => number;
}

type Outcome = Pick<ProbeResult, 'ok' | 'detail' | 'daysLeft'>;
interface Way {
  /** Resolves every name to addresses that may be asked. */
  readonly connect: Pick<TcpNetConnectOpts, 'lookup'>;
  /** Aborted when time is over. */
  readonly inTime: AbortSignal;
  readonly env: Env;
}

/**
 * Asks one target once: over HTTP, where a redirect is an answer; `tcp://`, which connects and hangs up; or `tls://`, which shakes hands and
 * reads when the certificate ends. A target that fails is a result.
 * @throws {AskError} when the target was not asked, for a cause that is none of its own: a refused address, a secret that is missing, a name that
 * cannot be looked up or stands for no host.
 */
export async function probeOnce(probe: Probe, {self, signal, env, now}: ProbeOptions): Promise<ProbeResult> {
  const own = probe.target === 'self';
  const url = new URL(probe.path, own ? self : probe.target);
  if (!own) vetHost(hostOf(url), probe);
  const late = AbortSignal.timeout(milliseconds(probe.timeout));
  const way: Way = {connect: own ? {} : {lookup: vettedLookup(probe)}, inTime: AbortSignal.any([signal, late]), env};
  const at = now();
  const started = performance.now();
  const result = (outcome: Outcome): ProbeResult => ({at, latencyMs: performance.now() - started, ...outcome});
  try {
    signal.throwIfAborted();
    return result(await answerOf(probe, url, way));
  } catch (error) {
    const refused = refusalIn(error);
    if (refused !== undefined) throw refused;
    // We hung up ourselves: that says nothing about the target.
    if (signal.aborted) throw error;
    const unheard = withoutAddress(error, hostOf(url));
    if (unheard !== undefined) throw unheard;
    return result({ok: false, detail: late.aborted ? `no answer within ${probe.timeout}` : wordOf(error)});
  }
}

/** Names that stand for no host, whoever is asked. https://www.rfc-editor.org/rfc/rfc6761 */
const reserved = /\.(example|invalid|test)$/;

/** Why no address was found, where that says nothing about the target: its name is made up, or our own resolver does not answer. */
function withoutAddress(error: unknown, host: string): AskError | undefined {
  const codes = codesOf(error);
  const unknown = codes.includes('ENOTFOUND') || codes.includes('EAI_AGAIN');
  if (unknown && reserved.test(host)) return new AskError('not-configured', 'a name that stands for no host');
  return codes.includes('EAI_AGAIN') ? new AskError('unreachable', 'the name cannot be looked up') : undefined;
}

async function answerOf(probe: Probe, url: URL, way: Way): Promise<Outcome> {
  if (url.protocol === 'tcp:') return answerTcp(url, way);
  if (url.protocol === 'tls:') return answerTls(url, way);
  return answerHttp(probe, url, way);
}

async function answerHttp(probe: Probe, url: URL, {connect, inTime, env}: Way): Promise<Outcome> {
  const headers = {...requestHeaders(probe, {env, accept: '*/*'}), 'user-agent': 'sre-handbook-prober'};
  const client = new Client(url.origin, {connect: {...connect, timeout: 0}, allowH2: false});
  try {
    const {statusCode, body} = await client.request({method: 'GET', path: `${url.pathname}${url.search}`, headers, signal: inTime});
    // The status is all that was asked for: closing the connection leaves the rest unread.
    body.on('error', () => {});
    return {ok: probe.expect.includes(statusCode), detail: `HTTP ${statusCode}`};
  } finally {
    await client.destroy();
  }
}

async function answerTcp(url: URL, {connect, inTime}: Way): Promise<Outcome> {
  if (url.port === '') throw new AskError('not-configured', 'a tcp target needs a port');
  const socket = connectTcp({...connect, host: hostOf(url), port: Number(url.port)});
  return lookAt(socket, {event: 'connect', inTime, look: () => ({ok: true, detail: 'connected'})});
}

async function answerTls(url: URL, {connect, inTime}: Way): Promise<Outcome> {
  const host = hostOf(url);
  const name = isIP(host) === 0 ? {servername: host} : {};
  const socket = connectTls({...connect, ...name, host, port: Number(url.port || 443)});
  return lookAt(socket, {event: 'secureConnect', inTime, look: endOf});
}

function endOf(socket: TLSSocket): Outcome {
  const ends = socket.getPeerX509Certificate()?.validToDate;
  if (ends === undefined) return {ok: false, detail: 'no certificate'};
  const daysLeft = (ends.getTime() - Date.now()) / (24 * 3600 * 1000);
  const days = Math.floor(daysLeft);
  return {ok: true, daysLeft, detail: `ends in ${days} ${days === 1 ? 'day' : 'days'}`};
}

/** Waits for a socket to say that it is there, looks at it, and hangs up. */
async function lookAt<S extends Socket>(
  socket: S,
  {event, inTime, look}: {readonly event: 'connect' | 'secureConnect'; readonly inTime: AbortSignal; readonly look: (socket: S) => Outcome},
): Promise<Outcome> {
  const hangUp = (): void => void socket.destroy(new Error('aborted'));
  inTime.addEventListener('abort', hangUp, {once: true});
  try {
    await new Promise((resolve, reject) => {
      socket.once(event, resolve).once('error', reject);
      socket.once('close', () => reject(new Error('closed')));
    });
    return look(socket);
  } finally {
    inTime.removeEventListener('abort', hangUp);
    socket.on('error', () => {}).destroy();
  }
}

/** The host as a socket takes it: without brackets, without the dot that ends a whole name. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/(?<=.)\.$/, '');
}
