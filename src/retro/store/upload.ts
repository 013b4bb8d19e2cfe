import type {ShareFault} from './board-store.ts';

interface Board {
  readonly origin: string;
  readonly id: string;
  readonly key: string;
}

/**
 * Puts a board on the server, with the facilitator's key. Doing it again changes nothing.
 * @throws {Error} with a `ShareFault` as its message.
 */
export async function putBoard({origin, id, key}: Board, state: Uint8Array<ArrayBuffer>): Promise<void> {
  await request(`${origin}/_board/v1/${id}`, {
    method: 'PUT',
    body: state,
    headers: {'x-board-key': key, 'content-type': 'application/octet-stream'},
  });
}

/**
 * Deletes a board on the server. One that is not there any more, or never was, is deleted.
 * @throws {Error} with a `ShareFault` as its message.
 */
export async function deleteBoard({origin, id, key}: Board): Promise<void> {
  await request(`${origin}/_board/v1/${id}`, {method: 'DELETE', headers: {'x-board-key': key}}, [404, 410]);
}

async function request(url: string, init: RequestInit, alsoGood: readonly number[] = []): Promise<void> {
  let status: number;
  try {
    ({status} = await fetch(url, {...init, signal: AbortSignal.timeout(20_000)}));
  } catch (error) {
    throw new Error('no-server' satisfies ShareFault, {cause: error});
  }
  if (status >= 300 && !alsoGood.includes(status)) throw new Error(faultOf(status));
}

function faultOf(status: number): ShareFault {
  if (status === 413) return 'too-large';
  if (status === 410) return 'gone';
  if (status === 409) return 'taken';
  // A server that only serves files, or a proxy without the handbook behind it.
  return [404, 405, 501, 502, 504].includes(status) ? 'no-server' : 'refused';
}
