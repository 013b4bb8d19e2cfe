/**
 * A text that was found somewhere, as it may be said in a message: what stands before the `@` of an address, which may be a password, is not. An
 * address that is no address, because its scheme is missing or its password holds a slash, is masked as well.
 */
export function masked(text: string): string {
  return text.replaceAll(/\/\/(?:[^/?#\s"]*|[^/\s"@]*:[^\s"]*)@/g, '//***@').replaceAll(/(?<=^|")[^/\s"@:]+:(?!\/\/)[^\s"]*@/g, '***@');
}
