import {
  Coverage,
  EntityMatchExplanation,
  EntityWorkload,
} from '@fairway/backstage-plugin-multicluster-common';
import { ErrorState } from '@fairway/backstage-plugin-multicluster-react';
import { ClusterRow } from '../model/ClusterRow';
import { isUnread } from '../model/isUnread';
import type { ClusterLine } from './ClusterLine';
import { FoldedRows } from './FoldedRows';
import { MatchNote } from './MatchNote';
import { NoMatch } from './NoMatch';
import { RowWhyText } from './RowWhyText';
import { UnplacedList } from './UnplacedList';
import { Unread } from './Unread';

/** Props of {@link Rare}. @internal */
export type RareProps =
  | { show: 'error'; error: Error | undefined; onRetry(): void }
  | { show: 'fold'; rows: ClusterRow[]; Line: typeof ClusterLine }
  | { show: 'match'; match: EntityMatchExplanation }
  | { show: 'unplaced'; workloads: EntityWorkload[]; said?: string }
  | { show: 'nothing'; match: EntityMatchExplanation; coverage: Coverage }
  | { show: 'why'; row: ClusterRow; alike?: boolean };

/**
 * What a card shows only when something is not as usual: loaded when it is needed, so that the usual card is there sooner.
 *
 * @internal
 */
export function Rare(props: RareProps) {
  switch (props.show) {
    case 'error':
      return <ErrorState error={props.error} onRetry={props.onRetry} />;
    case 'fold':
      return <FoldedRows rows={props.rows} Line={props.Line} />;
    case 'match':
      return <MatchNote match={props.match} />;
    case 'unplaced':
      return <UnplacedList workloads={props.workloads} said={props.said} />;
    case 'why':
      return <RowWhyText row={props.row} alike={props.alike} />;
    default:
      return isUnread(props.coverage) ? (
        <Unread coverage={props.coverage} />
      ) : (
        <NoMatch match={props.match} />
      );
  }
}
