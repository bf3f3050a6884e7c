import {
  ApprovalItem,
  ApprovalList,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  ApprovalsRequest,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import Button from '@material-ui/core/Button';
import { Panel } from '../../fleet/frame/Panel';
import { ApprovalRow } from '../parts/ApprovalRow';
import { useApprovalStyles } from '../parts/useApprovalStyles';
import { useApprovalText } from '../parts/useApprovalText';
import { EndedPanel } from './EndedPanel';
import { MinePanel } from './MinePanel';
import { useListedItems } from './useListedItems';

/** Props of {@link InboxLists}. @internal */
export interface InboxListsProps {
  /** What is open. */
  open: PagedResult<ApprovalList, ApprovalItem>;
  /** What the page is narrowed to. */
  narrowed: Pick<ApprovalsRequest, 'environment' | 'entityRefs'>;
  /** True: what is open cannot be read, and nothing of it is known. */
  failed?: boolean;
}

/** What waits for the reader, what waits for others, and what was decided lately. @internal */
export function InboxLists(props: InboxListsProps) {
  const { open, narrowed, failed } = props;
  const t = useApprovalText();
  const classes = useApprovalStyles();
  // What was chosen or kept in one list is not in another.
  const list = JSON.stringify(narrowed);
  const { mine, others, keeper } = useListedItems(open.items, list);
  return (
    <>
      <MinePanel
        view={open}
        listed={mine}
        keeper={keeper}
        list={list}
        narrowed={Object.keys(narrowed).length > 0}
        failed={failed}
      />
      {others.length > 0 && (
        <Panel title={t('inbox.others')}>
          <ul className={classes.plain}>
            {others.map(item => (
              <ApprovalRow key={item.request.id} item={item} />
            ))}
          </ul>
        </Panel>
      )}
      {open.hasMore && (
        <div>
          <Button
            size="small"
            className={classes.button}
            disabled={open.loadingMore}
            onClick={open.loadMore}
          >
            {t('inbox.more')}
          </Button>
        </div>
      )}
      {!failed && <EndedPanel narrowed={narrowed} />}
    </>
  );
}
