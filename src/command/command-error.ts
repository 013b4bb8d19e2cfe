/** What was asked for cannot be done. The message says why, for whoever asked: what was found, what was expected. */
export class CommandError extends Error {
  override readonly name: string = 'CommandError';
}

/** It was asked for in words that the command does not know: it answers with those that it does. */
export class UsageError extends CommandError {
  override readonly name = 'UsageError';
}
