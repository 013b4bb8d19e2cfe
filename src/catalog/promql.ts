import {parser} from '@prometheus-io/lezer-promql';

/** The first place where an expression stops being PromQL, as an offset from 0; undefined when it parses. */
export function promqlFault(expr: string): number | undefined {
  let fault: number | undefined;
  parser.parse(expr).iterate({
    enter: (node) => {
      if (node.type.isError) fault ??= node.from;
      return fault === undefined;
    },
  });
  return fault;
}
