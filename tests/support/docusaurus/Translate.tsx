import type {ReactNode} from 'react';

type Values = Readonly<Record<string, string | number>>;
const none: Values = {};

/** The text in the default language, as the site shows it where no translation is loaded. */
export default function Translate({children, values = none}: {readonly children: string; readonly values?: Values}): ReactNode {
  return translate({message: children}, values);
}

export function translate({message}: {readonly message: string}, values = none): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
