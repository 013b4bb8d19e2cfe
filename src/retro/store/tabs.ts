/** What the tabs of one browser tell each other. */
export type TabNews =
  | {readonly kind: 'update'; readonly name: string; readonly update: Uint8Array}
  /** What is known of a board has changed: where it lives, its key. */
  | {readonly kind: 'board'; readonly id: string}
  | {readonly kind: 'forgotten'; readonly id: string};

export interface Tabs {
  readonly tell: (news: TabNews) => void;
  readonly end: () => void;
}

/** Joins the other tabs. Where a browser has no such channel, they hear of each other when they are next looked at. */
export function joinTabs(heard: (news: TabNews) => void): Tabs {
  if (typeof BroadcastChannel === 'undefined') return {tell: () => undefined, end: () => undefined};
  const channel = new BroadcastChannel('handbook-boards');
  // Only pages of this site speak here, but an older version of it may be among them.
  channel.addEventListener('message', ({data}: MessageEvent<unknown>) => {
    if (isNews(data)) heard(data);
  });
  let isOpen = true;
  return {
    tell: (news) => {
      if (isOpen) channel.postMessage(news);
    },
    end: () => {
      isOpen = false;
      channel.close();
    },
  };
}

function isNews(data: unknown): data is TabNews {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'update')
    return 'name' in data && typeof data.name === 'string' && 'update' in data && data.update instanceof Uint8Array;
  return (data.kind === 'board' || data.kind === 'forgotten') && 'id' in data && typeof data.id === 'string';
}
