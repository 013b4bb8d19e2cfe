import type {ReactNode} from 'react';

type Values = Readonly<Record<string, ReactNode>>;

/** The text in the default language, as the site shows it where no translation is loaded. */
export default function Translate({children, values = {}}: {readonly children: string; readonly values?: Values}): ReactNode {
  return translate({message: children}, values);
}

export function translate({message}: {readonly message: string}, values: Values = {}): string {
  return message.replaceAll(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
