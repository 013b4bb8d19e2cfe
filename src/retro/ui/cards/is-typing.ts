/** Whether a key that comes from there is meant for a field. */
export function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null;
}

/** Whether a key only ends the choice of a word in Japanese. Safari ends the composition before it tells of the key: only its code, 229, still says so. */
export function isComposing({nativeEvent}: {readonly nativeEvent: KeyboardEvent}): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === 229;
}
