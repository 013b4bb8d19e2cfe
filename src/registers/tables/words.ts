import type {Language} from '../../catalog/contract.ts';

/** Names or figures in a row, as a sentence of the language would list them. */
export function list(parts: readonly (string | number)[], language: Language): string {
  return parts.join(language === 'ja' ? '、' : ', ');
}

/** `5 min`, `24 h`: whole hours as hours. */
export function minutes(count: number, language: Language): string {
  const isHours = count >= 60 && count % 60 === 0;
  const figure = isHours ? count / 60 : count;
  if (language === 'ja') return `${figure}${isHours ? '時間' : '分'}`;
  return `${figure} ${isHours ? 'h' : 'min'}`;
}

/** A page of this site as a cell, by the last part of its path. */
export function page(path: string): {readonly text: string; readonly to: string} {
  return {text: path.replace(/^.*\//, ''), to: `/${path}`};
}

/** Rounded to one place behind the point. */
export function tenths(figure: number): number {
  return Math.round(figure * 10) / 10;
}

/** A share as whole per cent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
