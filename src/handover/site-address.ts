import type {Language, Site} from '../catalog/contract.ts';

/** The handbook in a language, without a slash at its end, such as `https://handbook.example/ja`. */
export function siteAddress({url, languages}: Site, language: Language): string {
  return `${url.replace(/\/$/, '')}${language === languages[0] ? '' : `/${language}`}`;
}
