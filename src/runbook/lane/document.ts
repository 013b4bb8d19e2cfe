import type {Language} from '../../catalog/contract.ts';

export interface SelfContained {
  readonly language: Language;
  readonly title: string;
  /** More of the head, as HTML. */
  readonly head?: string;
  readonly style: string;
  /** As HTML. */
  readonly body: string;
  readonly script: string;
  /** Where the reader's choice of a theme is kept, in the browser. */
  readonly themeKey: string;
}

/** Before anything is painted: the theme that the reader chose, or that the device has. */
function themeScript(key: string): string {
  return `(d=>{let t;try{t=localStorage.getItem(${JSON.stringify(key)})}catch{}d.dataset.theme=t==='dark'||t==='light'?t:matchMedia('(prefers-color-scheme:dark)').matches?'dark':'light'})(document.documentElement)`;
}

/** One HTML file that asks for nothing else, not even for an icon. */
export function selfContained({language, title, head = '', style, body, script, themeKey}: SelfContained): string {
  return [
    `<!doctype html><html lang="${language}" data-theme="light"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex">',
    `<title>${escapeHtml(title)}</title><link rel="icon" href="data:,">${head}`,
    `<script>${themeScript(themeKey)}</script><style>${style.replaceAll('</', String.raw`<\/`)}</style></head>`,
    `<body>${body}<script>${inlineScript(script)}</script></body></html>\n`,
  ].join('');
}

/** A script may hold nothing that HTML takes for its end, or for a comment around it. */
function inlineScript(code: string): string {
  return code.trim().replace(/<(?=\/script|!--|script)/gi, String.raw`\x3c`);
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
