import type {HttpBindings} from '@hono/node-server';
import {Hono, type Context} from 'hono';
import {bodyLimit} from 'hono/body-limit';
import {identityOf} from '../../http/auth/identity.server.ts';
import {HttpError} from '../../http/problem.server.ts';
import type {BoardAgenda} from '../board/agenda.ts';
import {isBoardId} from '../board/board-id.ts';
import {LogError, type BoardEntry} from '../log/board-log.ts';
import {toMarkdown} from '../record/to-markdown.ts';
import type {Boards} from './boards.server.ts';
import {createGrants} from './grants.ts';
import {readFirstState} from './first-state.ts';
import {hashOf, opens} from './key.server.ts';
import {boardLimits} from './rehearsal.ts';
import {DamagedBoardError} from './replay.ts';

/** In which the facilitator's key is shown. `Authorization` belongs to whoever lets readers in. */
const keyHeader = 'x-board-key';

/** How many boards one person, or one address, may bring: at once, and a second afterwards. */
const newBoards = {atOnce: 20, perSecond: 1 / 60};

type Env = {Bindings: Partial<HttpBindings>};

/** Boards over HTTP, to be mounted at `/_board/v1`. */
export function boardRoutes(boards: Pick<Boards, 'opened' | 'agenda' | 'find' | 'read' | 'create' | 'remove'>): Hono<Env> {
  const routes = new Hono<Env>();
  const grants = createGrants({...newBoards, now: () => performance.now()});

  routes.use(async (_context, next) => {
    await boards.opened.catch(() => {
      throw new HttpError(503, {code: 'no-boards', message: 'The boards of this server cannot be opened. Its log says why.'});
    });
    await next();
  });
  routes.put('/:id', bodyLimit({maxSize: boardLimits.bytes, onError: () => tooLarge('Expected at most 5 MiB.')}), async (context) => {
    const id = idOf(context.req.param('id'));
    const key = context.req.header(keyHeader) ?? '';
    if (!/^[!-~]{16,200}$/.test(key))
      throw malformed(`Expected in ${keyHeader} the facilitator's key: 16 to 200 characters of visible ASCII, without spaces.`);
    // Another site's page can send a form, but not this.
    if (!/^application\/octet-stream\b/.test(context.req.header('content-type') ?? ''))
      throw malformed('Expected the state of the board as application/octet-stream.');
    // Whoever repeats a question, because they have not heard the answer, brings no new board.
    const isNew = (await boards.find(id)).kind === 'unknown';
    if (isNew && !grants.take(personOf(context))) {
      context.header('retry-after', '60');
      throw new HttpError(429, {code: 'too-many', message: 'This address has brought too many boards. Try again in a minute.'});
    }
    const first = readFirstState(new Uint8Array(await context.req.arrayBuffer()));
    if (first.kind === 'none') throw first.why === 'too-large' ? tooLarge(first.message) : malformed(first.message);
    const answer = await written(async () => boards.create(id, {keyHash: hashOf(key), state: first.state}));
    if (answer === 'gone') throw gone();
    if (answer === 'taken')
      throw new HttpError(409, {code: 'taken', message: 'There is a board with this id, and its key is another one.'});
    return context.json({id}, answer === 'created' ? 201 : 200, {'cache-control': 'no-store'});
  });
  routes.get('/:file{.+\\.md}', async (context) => {
    const id = idOf(context.req.param('file').replace(/\.md$/, ''));
    there(await boards.find(id));
    const board = await readable(async () => boards.read(id));
    return context.body(toMarkdown(board, {agenda: boards.agenda(board.meta.agenda) ?? lost(board.meta.agenda), id}), 200, {
      'content-type': 'text/markdown; charset=utf-8',
      'cache-control': 'no-store',
      // Whatever people wrote is never taken for a page.
      'x-content-type-options': 'nosniff',
    });
  });
  routes.delete('/:id', async (context) => {
    const id = idOf(context.req.param('id'));
    const board = there(await boards.find(id));
    if (!opens(context.req.header(keyHeader) ?? '', board.keyHash))
      throw new HttpError(403, {code: 'wrong-key', message: `Expected the key of the facilitator in ${keyHeader}`});
    await written(async () => boards.remove(id));
    return context.body(null, 204);
  });
  return routes;
}

function idOf(id: string): string {
  if (!isBoardId(id)) throw malformed('Expected the id of a board: 22 characters of base64url.');
  return id;
}

/** What is there of a board. @throws {HttpError} when it is not there, or not any more. */
function there(entry: BoardEntry): Extract<BoardEntry, {kind: 'known'}> {
  if (entry.kind === 'gone') throw gone();
  if (entry.kind === 'unknown') throw new HttpError(404, {code: 'no-board', message: 'There is no board with this id.'});
  return entry;
}

/** In the place of an agenda that has gone from data/agendas: a board of it can still be read. */
function lost(id: string): BoardAgenda {
  return {id, title: {en: id, ja: id}, minutes: 0, group_size: {from: 1, to: 1}, boxes: []};
}

async function readable<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DamagedBoardError)) throw error;
    throw new HttpError(503, {code: 'damaged', message: 'This board is damaged and stays closed.'});
  }
}

async function written<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    throw new HttpError(503, {code: 'not-saved', message: 'This cannot be written at the moment. Nothing has changed.'});
  }
}

/** The verified reader, or else the address: behind a proxy all of its readers share one. */
function personOf({env}: Context<Env>): string {
  const subject = env.incoming === undefined ? undefined : identityOf(env.incoming)?.subject;
  return subject === undefined ? `address ${env.incoming?.socket.remoteAddress ?? ''}` : `subject ${subject}`;
}

function gone(): HttpError {
  return new HttpError(410, {code: 'gone', message: 'This board was deleted. It never comes back.'});
}

function malformed(message: string): HttpError {
  return new HttpError(400, {code: 'bad-board', message});
}

function tooLarge(message: string): never {
  throw new HttpError(413, {code: 'too-large', message});
}
