import type {Probe} from '../../catalog/contract.ts';
import {milliseconds} from '../../catalog/duration.ts';
import type {ProbeResult} from '../truth/truth.ts';

/** Asks one target once over HTTP. A target that fails is a result, not an error. */
export async function probeOnce(probe: Probe, {self, signal}: {readonly self: string; readonly signal: AbortSignal}): Promise<ProbeResult> {
  const url = new URL(probe.path, probe.target === 'self' ? self : probe.target);
  const at = Date.now();
  const started = performance.now();
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(milliseconds(probe.timeout))]);
    const response = await fetch(url, {redirect: 'manual', signal: limit, headers: {'user-agent': 'sre-handbook-prober'}});
    await response.body?.cancel();
    return {at, ok: probe.expect.includes(response.status), latencyMs: performance.now() - started, detail: `HTTP ${response.status}`};
  } catch (error) {
    // We hung up ourselves: that says nothing about the target.
    if (signal.aborted) throw error;
    const detail = error instanceof Error && error.name === 'TimeoutError' ? `no answer within ${probe.timeout}` : 'no connection';
    return {at, ok: false, latencyMs: performance.now() - started, detail};
  }
}
