// @vitest-environment happy-dom
import {afterEach, describe, expect, it, vi} from 'vitest';
import {writeClipboard} from '../../../src/runbook/timeline/clipboard.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const withClipboard = (writeText: () => Promise<void>, execCommand: () => boolean): void => {
  vi.stubGlobal('navigator', {clipboard: {writeText}});
  Object.assign(document, {execCommand});
};

describe('writeClipboard', () => {
  it('takes the old way when the clipboard never answers', async () => {
    vi.useFakeTimers();
    const byHand = vi.fn<() => boolean>(() => true);
    withClipboard(() => new Promise(() => {}), byHand);
    const written = writeClipboard('ls');
    await vi.advanceTimersByTimeAsync(1000);
    expect(await written).toBe(true);
    expect(byHand).toHaveBeenCalledWith('copy');
  });

  it('says no when both ways fail, and leaves nothing behind', async () => {
    withClipboard(
      () => Promise.reject(new Error('denied')),
      () => {
        throw new Error('denied');
      },
    );
    expect(await writeClipboard('ls')).toBe(false);
    expect(document.querySelector('textarea')).toBeNull();
  });
});
