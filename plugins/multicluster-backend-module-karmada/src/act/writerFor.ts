import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  Caller,
  UnmappedCallerError,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  ClusterIdentity,
  mapCaller,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { writeMode } from './writeMode';
import { Writer } from './Writer';

/**
 * Who writes for a person: they themselves, or the credential where the source is configured so.
 *
 * @returns a sentence that says why nobody can
 * @internal
 */
export function writerFor(
  caller: Caller,
  { act, configKey }: Pick<KarmadaConnections, 'act' | 'configKey'>,
  identity: ClusterIdentity,
): Writer | { code: 'unsupported' | 'needs-user-credential'; why: Sentence } {
  if (!act) {
    const key = `${configKey}.credentials.act`;
    return { code: 'unsupported', why: sentence('lane.off.act', { key }) };
  }
  try {
    const as = mapCaller(caller, identity);
    return {
      transport: act,
      ...(as && { as }),
      actedAs: {
        mode: writeMode(identity),
        ...(as && { nativeId: as.user }),
      },
    };
  } catch (error) {
    if (error instanceof UnmappedCallerError) {
      return { code: 'needs-user-credential', why: error.sentence };
    }
    throw error;
  }
}
