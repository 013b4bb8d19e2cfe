import type {IncomingMessage} from 'node:http';
import type {Duplex} from 'node:stream';

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

/** Leads a request for a websocket to who answers it: boards at `/_board`, all others to the site, where it has any. */
export function upgradeTo({boards, site}: {readonly boards: Upgrade; readonly site: Upgrade | undefined}): Upgrade {
  return (request, socket, head) => {
    if (request.url?.split('?')[0] === '/_board') boards(request, socket, head);
    else if (site !== undefined) site(request, socket, head);
    else socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\ncache-control: no-store\r\n\r\n');
  };
}
