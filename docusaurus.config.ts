import type {Options as ClassicOptions, ThemeConfig} from '@docusaurus/preset-classic';
import type {Config} from '@docusaurus/types';
import {readSite} from './src/catalog/read-catalog.server.ts';
import {prism} from './src/css/prism.ts';
import {handbook} from './src/plugins/handbook.ts';
import {lane} from './src/plugins/lane.ts';
import {words} from './src/plugins/words.ts';
import {baseFolder} from './src/runbook/read-runbooks.server.ts';

// Docusaurus is told here what data/site.yaml says; a team that adopts the handbook edits that file, not this one.
const site = readSite(__dirname);
const defaultLocale = site.languages[0] ?? 'en';
// The configuration is loaded once for each language that is built.
const language = site.languages.find((known) => known === process.env.DOCUSAURUS_CURRENT_LOCALE) ?? defaultLocale;
const baseUrl = process.env.BASE_URL ?? '/';
const sections = {
  runbooks: 'Runbooks',
  guidelines: 'Guidelines',
  onboarding: 'Onboarding',
  retrospectives: 'Retrospectives',
  mission: 'Mission',
};
const livePages = {
  en: {now: 'Now', status: 'Status'},
  ja: {now: 'いま', status: 'ステータス'},
}[language];
// From every page to the tie-breakers: in the bar, and at the foot, where a phone shows it without opening a menu.
const compass = {to: '/mission/compass', label: {en: 'Lost?', ja: '迷ったら'}[language]};
const sampleNotice = {
  en: `Sample organisation: ${site.organisation.en} is fictional`,
  ja: `サンプル組織の内容です（${site.organisation.ja}は架空の組織です）`,
};

const config: Config = {
  title: site.name[language],
  tagline: site.organisation[language],
  url: process.env.SITE_URL ?? site.url,
  baseUrl,
  favicon: 'img/favicon.svg',
  trailingSlash: undefined,
  future: {v4: true, faster: true},
  i18n: {
    defaultLocale,
    locales: [...site.languages],
    localeConfigs: {en: {label: 'English', htmlLang: 'en'}, ja: {label: '日本語', htmlLang: 'ja'}},
  },
  onBrokenLinks: 'throw',
  onBrokenAnchors: 'throw',
  onDuplicateRoutes: 'throw',
  markdown: {hooks: {onBrokenMarkdownLinks: 'throw', onBrokenMarkdownImages: 'throw'}},
  customFields: {site},
  plugins: [handbook, lane],
  presets: [
    [
      'classic',
      {
        docs: {
          path: baseFolder(__dirname, defaultLocale),
          routeBasePath: '/',
          sidebarPath: './sidebars.ts',
          breadcrumbs: false,
          beforeDefaultRemarkPlugins: [
            [words, {root: __dirname, language, lane: `${baseUrl}${language === defaultLocale ? '' : `${language}/`}r/`}],
          ],
        },
        blog: false,
        theme: {
          customCss: [
            './src/css/tokens.css',
            './src/css/handbook.css',
            './src/runbook/page/page.css',
            './src/runbook/timeline/timeline.css',
            './src/runbook/lane/card.css',
          ],
        },
      } satisfies ClassicOptions,
    ],
  ],
  themeConfig: {
    image: 'img/social-card.png',
    colorMode: {respectPrefersColorScheme: true},
    navbar: {
      title: site.name[language],
      logo: {alt: '', src: 'img/mark.svg', srcDark: 'img/mark-dark.svg', width: 24, height: 24},
      items: [
        {to: '/oncall', label: livePages.now, position: 'left'},
        ...Object.entries(sections).map(([sidebarId, label]) =>
          // Runbooks stand in no sidebar, so their section is known by its path.
          sidebarId === 'runbooks'
            ? ({to: '/runbooks/', activeBasePath: '/runbooks', label, position: 'left'} as const)
            : ({type: 'docSidebar', sidebarId, label, position: 'left'} as const),
        ),
        {...compass, position: 'right'},
        {type: 'localeDropdown', position: 'right'},
      ],
    },
    ...(site.sample && {announcementBar: {id: 'sample', content: sampleNotice[language], isCloseable: false}}),
    footer: {
      links: [{label: livePages.status, to: '/status'}, {label: 'Reference', to: '/reference/'}, compass],
      copyright: `${site.name[language]} · ${site.organisation[language]}`,
    },
    tableOfContents: {minHeadingLevel: 2, maxHeadingLevel: 3},
    prism: {theme: prism, darkTheme: prism, additionalLanguages: ['bash', 'promql', 'yaml', 'sql']},
  } satisfies ThemeConfig,
};

export default config;
