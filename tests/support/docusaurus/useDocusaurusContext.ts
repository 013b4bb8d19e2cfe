import {siteLanguage} from '../site-language.ts';

/** What components ask of the site: its language and its base path. */
export default function useDocusaurusContext(): {i18n: {currentLocale: string}; siteConfig: {baseUrl: string}} {
  return {i18n: {currentLocale: siteLanguage()}, siteConfig: {baseUrl: '/'}};
}
