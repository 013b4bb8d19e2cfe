import {HocuspocusProvider} from '@hocuspocus/provider';
import {applyUpdate, encodeStateAsUpdate, mergeUpdates, type Doc} from 'yjs';
import type {Device} from './device.ts';
import type {Tabs} from './tabs.ts';

/** A document of which this browser keeps a copy. */
export interface KeptDocument {
  readonly document: Doc;
  readonly name: string;
  /** Whether all of it is on the disk. */
  readonly isKept: () => boolean;
  /** Brings in what other tabs have written, and tries again what could not be written. */
  readonly catchUp: () => Promise<void>;
  /** An update of another tab, which has it on the disk. */
  readonly hear: (update: Uint8Array) => void;
  /** Tries again what could not be written, now. */
  readonly retry: () => void;
  readonly end: () => void;
}

/** The origin of what comes out of this browser's storage. */
const fromDevice = Symbol('from device');
const retryAfter = 5000;

interface Options {
  readonly document: Doc;
  readonly name: string;
  readonly device: Device;
  readonly tabs: Pick<Tabs, 'tell'>;
  /** Puts the board and all its documents on the device anew: it is not there, or not any more. */
  readonly putBoard: () => Promise<void>;
  /** The device has heard that the board was deleted. */
  readonly gone: () => void;
  /** `isKept` says something else. */
  readonly changed: () => void;
  /** The device takes what it is given. */
  readonly works: () => void;
  /** The device has nothing of this document yet, or not all of it. */
  readonly isNew?: boolean;
}

/** Keeps what is written from now on. Updates that come while others are written go together after them. */
export function keepDocument({document, name, device, tabs, putBoard, gone, changed, works, isNew = false}: Options): KeptDocument {
  let waiting: Uint8Array[] = [];
  /** Of these, what other tabs do not hear from the server. */
  let news: Uint8Array[] = [];
  let isWriting = false;
  let hasEnded = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = async (): Promise<void> => {
    if (isWriting || waiting.length === 0) return;
    clearTimeout(timer);
    timer = undefined;
    isWriting = true;
    const update = mergeUpdates(waiting);
    const told = news;
    [waiting, news] = [[], []];
    try {
      const answer = await device.append(name, update);
      if (answer === 'unknown') await putBoard();
      if (answer === 'gone') gone();
      works();
    } catch {
      waiting.unshift(update);
      if (!hasEnded) timer = setTimeout(() => void write(), retryAfter);
    } finally {
      isWriting = false;
    }
    // A tab that opens now reads it; one that is open hears it, on the disk or not.
    if (told.length > 0) tabs.tell({kind: 'update', name, update: mergeUpdates(told)});
    if (waiting.length > 0 && timer === undefined) void write();
    changed();
  };
  const keep = (update: Uint8Array, origin: unknown): void => {
    if (origin === fromDevice) return;
    const wasKept = waiting.length === 0 && !isWriting;
    waiting.push(update);
    if (!(origin instanceof HocuspocusProvider)) news.push(update);
    void write();
    if (wasKept) changed();
  };
  const catchUp = async (): Promise<void> => {
    const update = await device.read(name);
    if (update !== undefined) applyUpdate(document, update, fromDevice);
    await write();
  };
  document.on('update', keep);
  if (isNew && document.store.clients.size > 0) keep(encodeStateAsUpdate(document), undefined);
  return {
    document,
    name,
    isKept: () => waiting.length === 0 && !isWriting,
    catchUp,
    hear: (update) => {
      applyUpdate(document, update, fromDevice);
      // What it builds upon went by while this tab slept.
      if (document.store.pendingStructs !== null) void catchUp().catch(() => undefined);
    },
    retry: () => {
      if (timer !== undefined) void write();
    },
    end: () => {
      hasEnded = true;
      clearTimeout(timer);
      document.off('update', keep);
    },
  };
}
