import { ApiServer } from '../apiserver/ApiServer';

/** States of a whole server that can be switched while it runs; what is absent stays as it is. */
export interface ServerSwitches {
  /** Refuses everything as a starting server does; null ends it. */
  starting?: 'paths' | 'storage' | null;
  /** Admission webhooks fail to answer: every write of a kind that has one gets 500. */
  webhooksDown?: boolean;
  /** Whether the streaming list is offered; servers before Kubernetes 1.32 refuse it. */
  streamingList?: 'offered' | 'refused' | 'broken-storage';
  /** Forgets the past: continue tokens and watches from before now are told 410. */
  compact?: boolean;
  /** Goes back by so many resourceVersions, as after the restore of a backup, and ends every watch. */
  restoreBack?: number;
}

/** Puts a running server into a state, or out of it. */
export function switchServer(
  server: ApiServer,
  switches: ServerSwitches,
): void {
  const { store, admission, faults, name } = server.context;
  if (switches.starting !== undefined) {
    server.starting = switches.starting ?? undefined;
  }
  if (switches.webhooksDown !== undefined) {
    admission.down = switches.webhooksDown;
  }
  if (switches.streamingList !== undefined) {
    server.context.streamingList = switches.streamingList;
  }
  if (switches.compact) {
    store.compact();
  }
  if (switches.restoreBack) {
    store.restoreTo(store.resourceVersion - switches.restoreBack);
    faults.add({
      server: name,
      only: 'open',
      action: { type: 'watch', what: 'reset' },
    });
  }
}
