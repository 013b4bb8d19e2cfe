import {spawn} from 'node:child_process';
import {join} from 'node:path';

/** A check that could not look: not a finding, and never a pass. */
export class ToolError extends Error {
  override readonly name = 'ToolError';
}

/** Runs one of the repository's own command-line tools and gives what it printed, whatever its exit code. */
export async function runTool(
  root: string,
  name: string,
  args: readonly string[],
): Promise<{stdout: string; stderr: string; code: number | null}> {
  const child = spawn(join(root, 'node_modules/.bin', name), args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const {promise, resolve, reject} = Promise.withResolvers<number | null>();
  child.on('error', (error) => reject(new ToolError(`${name} could not be started: ${error.message}`)));
  child.on('close', resolve);
  return {code: await promise, stdout, stderr};
}

/** What a tool printed as JSON. */
export function parseOutput(name: string, {stdout, stderr}: {stdout: string; stderr: string}): unknown {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new ToolError(`${name} gave no JSON: ${(stderr || stdout).trim().split('\n')[0]?.slice(0, 300)}`);
  }
}
