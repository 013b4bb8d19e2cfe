import {HocuspocusProvider, type HocuspocusProviderConfiguration} from '@hocuspocus/provider';

/**
 * A connection of a document to its board. While it is `synced`, `unsyncedChanges === 0` means that everything is in the server's log.
 *
 * Hocuspocus alone would say so too early: it queues what is written while a socket opens, sets its count to one when it has opened, and takes
 * the first answer for the last. So what is written before the sync begins is left to the sync, which carries all of it in one message.
 */
export function connectBoard(configuration: HocuspocusProviderConfiguration): HocuspocusProvider {
  const provider = new HocuspocusProvider(configuration);
  const {document, boundDocumentUpdateHandler: send} = provider;
  const startSync = provider.startSync.bind(provider);
  document.off('update', send);
  provider.startSync = () => {
    startSync();
    document.off('update', send);
    document.on('update', send);
  };
  provider.on('close', () => document.off('update', send));
  return provider;
}
