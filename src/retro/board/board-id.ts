/** Whether a text can be the id of a board: 128 random bits in base64url. Whoever has it can read the board, so it is not for a log. */
export function isBoardId(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** The id in the name of a room, `board/<id>`. Undefined for any other room. */
export function boardOfRoom(room: string): string | undefined {
  const [, id] = /^board\/(.*)$/s.exec(room) ?? [];
  return id !== undefined && isBoardId(id) ? id : undefined;
}

/** Enough of an id to find a board again, too little to open it. */
export function shortBoardId(id: string): string {
  return `${id.slice(0, 6)}…`;
}
