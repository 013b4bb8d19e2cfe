import {createHash, timingSafeEqual} from 'node:crypto';
import {Hono} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import * as z from 'zod';
import {HttpError} from '../../http/problem.server.ts';
import {isBoardId} from '../board/board-id.ts';
import type {Boards} from './boards.server.ts';
import type {BoardLog} from '../log/board-log.ts';

/** In which whoever deletes a board shows the facilitator's key. `Authorization` belongs to whoever lets readers in. */
const keyHeader = 'x-board-key';

const NewBoard = z.strictObject({
  id: z.string().refine(isBoardId, '22 characters of base64url'),
  /** The key itself never leaves the facilitator's browser before it is used. */
  keyHash: z.string().regex(/^[0-9a-f]{64}$/, 'the SHA-256 of the key, in 64 hexadecimal digits'),
});

const gone = (): HttpError => new HttpError(410, {code: 'gone', message: 'This board was deleted. It never comes back.'});

/** Boards over HTTP, to be mounted at `/_board/v1`. */
export function boardRoutes(boards: Pick<Boards, 'log' | 'remove'>): Hono {
  const routes = new Hono();
  const open = async (): Promise<BoardLog> => {
    try {
      return await boards.log;
    } catch {
      throw new HttpError(503, {code: 'no-boards', message: 'The boards of this server cannot be opened. Its log says why.'});
    }
  };
  routes.post('/', bodyLimit({maxSize: 4096, onError: () => tooLarge()}), async (context) => {
    // Another site's page can send a form, but not this.
    const isJson = /^application\/json\b/.test(context.req.header('content-type') ?? '');
    const body: unknown = isJson ? await context.req.json().catch(() => undefined) : undefined;
    const result = NewBoard.safeParse(body);
    if (!result.success)
      throw new HttpError(400, {code: 'bad-board', message: `Expected JSON {id, keyHash}: ${z.prettifyError(result.error)}`});
    const log = await open();
    const answer = await log.create(result.data.id, result.data.keyHash);
    if (answer === 'gone') throw gone();
    if (answer === 'taken')
      throw new HttpError(409, {code: 'taken', message: 'There is a board with this id, and its key is another one.'});
    return context.json({id: result.data.id}, answer === 'created' ? 201 : 200, {'cache-control': 'no-store'});
  });
  routes.delete('/:id', async (context) => {
    const id = context.req.param('id');
    const log = await open();
    const board = isBoardId(id) ? await log.find(id) : ({kind: 'unknown'} as const);
    if (board.kind === 'gone') throw gone();
    if (board.kind === 'unknown') throw new HttpError(404, {code: 'no-board', message: 'There is no board with this id.'});
    if (!opens(context.req.header(keyHeader) ?? '', board.keyHash)) {
      throw new HttpError(403, {code: 'wrong-key', message: `Expected the key of the facilitator in ${keyHeader}`});
    }
    await boards.remove(id);
    return context.body(null, 204);
  });
  return routes;
}

function tooLarge(): never {
  throw new HttpError(413, {code: 'too-large', message: 'Expected at most 4 KiB'});
}

/** A board that was made without a key cannot be deleted by anybody. */
function opens(key: string, keyHash: string | undefined): boolean {
  return keyHash !== undefined && timingSafeEqual(createHash('sha256').update(key).digest(), Buffer.from(keyHash, 'hex'));
}
