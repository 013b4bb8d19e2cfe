import type {Param} from '../page/contract.ts';

export interface Value {
  readonly param: Param;
  /** What the alert's link brought; undefined when it brought nothing, or nothing that can be used. */
  readonly value: string | undefined;
}

/** The values that the query of an alert's link brings for the parameters of a runbook. */
export function valuesFrom(query: string, params: readonly Param[]): Value[] {
  const labels = new URLSearchParams(query);
  return params.map((param) => {
    const value = labels.get(param.label) ?? undefined;
    return {param, value: value === undefined || !isUsable(value, param) ? undefined : value};
  });
}

/** A control character or a value of another shape is not what the alert meant. */
function isUsable(value: string, {pattern}: Param): boolean {
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused
  return value !== '' && !/[\u0000-\u001f\u007f]/.test(value) && (pattern === undefined || new RegExp(`^(?:${pattern})$`, 'u').test(value));
}

/** Sets a shell variable; empty when the value is not known, so that a command fails before it reaches the wrong thing. */
export function assignment({param: {name}, value = ''}: Value): string {
  return `${name}=${quoted(value)}`;
}

/** As one word of a POSIX shell, whatever is in it. */
export function quoted(value: string): string {
  return `'${value.replaceAll("'", String.raw`'\''`)}'`;
}
