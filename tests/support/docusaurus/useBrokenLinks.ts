/** In tests nobody collects where links lead. */
export default function useBrokenLinks(): {readonly collectAnchor: (id: string) => void; readonly collectLink: (to: string) => void} {
  return {collectAnchor: () => undefined, collectLink: () => undefined};
}
