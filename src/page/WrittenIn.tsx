import clsx from 'clsx';
import type {ReactNode} from 'react';
import type {Language} from '../catalog/contract.ts';
import {useLanguage} from './use-language.ts';
import styles from './WrittenIn.module.css';

/** Says that a text is in another language than the page, for whoever sees it; nothing where it is in the same, or in none. */
export function WrittenIn({language}: {readonly language: Language | undefined}): ReactNode {
  const here = useLanguage();
  if (language === undefined || language === here) return null;
  return (
    <small className={clsx(styles.written)} lang={here}>
      {marks[here][language]}
    </small>
  );
}

const marks: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  en: {en: ' (in English)', ja: ' (in Japanese)'},
  ja: {en: '（英語）', ja: '（日本語）'},
};
