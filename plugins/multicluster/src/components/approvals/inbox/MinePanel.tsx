import {
  ApprovalItem,
  ApprovalList,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import Checkbox from '@material-ui/core/Checkbox';
import { useRef } from 'react';
import { Designed } from '../../fleet/frame/Designed';
import { FailedView } from '../../fleet/frame/FailedView';
import { Panel } from '../../fleet/frame/Panel';
import { SkeletonRows } from '../../fleet/frame/SkeletonRows';
import { StaleNotice } from '../../fleet/frame/StaleNotice';
import { ItemKeeper } from '../act/ItemKeeper';
import { ApprovalPanel } from '../parts/ApprovalPanel';
import { useApprovalText } from '../parts/useApprovalText';
import { StopButton } from '../stops/StopButton';
import { BulkBar } from './BulkBar';
import { useBulkVote } from './useBulkVote';
import { useFocusAfterGone } from './useFocusAfterGone';
import { useNewest } from './useNewest';
import { useTitleText } from '../parts/useTitleText';

/** Props of {@link MinePanel}. @internal */
export interface MinePanelProps {
  view: PagedResult<ApprovalList, ApprovalItem>;
  /** Those of it that wait for the reader, and the one that they are at. */
  listed: ApprovalItem[];
  keeper: ItemKeeper;
  /** True: what does not fit a filter is not listed. */
  narrowed?: boolean;
  /** Name of the list: what was chosen in one is not in another. */
  list: string;
  /** True: it cannot be read. Only what the reader is at is shown. */
  failed?: boolean;
}

/** What waits for the reader, with the buttons; several can be approved together. @internal */
export function MinePanel(props: MinePanelProps) {
  const { view, listed, keeper, narrowed, list, failed } = props;
  const { data } = view;
  const refresh = useNewest(view.refresh);
  const t = useApprovalText();
  const titleOf = useTitleText();
  // What is kept for its reader alone is not chosen together with what waits for them.
  const mine = listed.filter(item => item.mine);
  const bulk = useBulkVote(mine, refresh, list);
  const heading = useRef<HTMLHeadingElement>(null);
  const hasFocus = useFocusAfterGone(
    listed.map(({ request }) => request.id),
    heading,
  );
  const several = mine.filter(({ can }) => can.approve.allowed).length > 1;
  return (
    <Panel
      title={t(failed ? 'inbox.title' : 'inbox.mine')}
      heading={heading}
      aside={
        <>
          {data && <FreshnessDot view={view} />}
          <StopButton />
        </>
      }
    >
      <StaleNotice view={view} />
      <BulkBar bulk={bulk} onLookAgain={refresh} />
      {failed && (
        <FailedView
          error={view.error}
          permission="multicluster.approval.read"
          onRetry={view.refresh}
        />
      )}
      {!data && !failed && <SkeletonRows rows={4} />}
      {data && listed.length === 0 && (
        <Designed
          look={{ shape: 'ok', tone: 'ok' }}
          title={t(narrowed ? 'inbox.mineNoneHere' : 'inbox.mineNone')}
          text={t(narrowed ? 'inbox.mineNoneHereText' : 'inbox.mineNoneText')}
        />
      )}
      {listed.map(item => {
        const { id } = item.request;
        const title = titleOf(item.request);
        return (
          <div key={id} onFocus={() => hasFocus(id)}>
            <ApprovalPanel
              item={item}
              onChange={refresh}
              keeper={keeper}
              choice={
                several && item.mine && item.can.approve.allowed ? (
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={bulk.chosen.some(
                      ({ request }) => request.id === id,
                    )}
                    onChange={() => bulk.toggle(id)}
                    inputProps={{ 'aria-label': t('inbox.choose', { title }) }}
                  />
                ) : undefined
              }
            />
          </div>
        );
      })}
    </Panel>
  );
}
