import { SourceList } from '@fairway/backstage-plugin-multicluster-common';
import { LiveResult } from '../store';
import { useLiveView } from '../store/useLiveView';

/**
 * How well the sources are read.
 *
 * @public
 */
export function useSources(): LiveResult<SourceList> {
  return useLiveView<SourceList>('sources', (api, _previous, signal) =>
    api.getSources({ signal }),
  );
}
