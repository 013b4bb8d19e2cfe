/** What components ask of the site: its language and its base path. Tests of another language replace it by `vi.mock`. */
export default function useDocusaurusContext(): {i18n: {currentLocale: string}; siteConfig: {baseUrl: string}} {
  return {i18n: {currentLocale: 'en'}, siteConfig: {baseUrl: '/'}};
}
