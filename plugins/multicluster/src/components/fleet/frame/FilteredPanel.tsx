import { Coverage } from '@fairway/backstage-plugin-multicluster-common';
import {
  FreshnessDot,
  PagedResult,
} from '@fairway/backstage-plugin-multicluster-react';
import { ReactNode } from 'react';
import { FilterInput, FilterInputProps } from '../filter/FilterInput';
import { Designed } from './Designed';
import { FailedView } from './FailedView';
import { Panel } from './Panel';
import { PanelBody } from './PanelBody';
import { SkeletonRows } from './SkeletonRows';

/** Props of {@link FilteredPanel}. */
export interface FilteredPanelProps {
  title: string;
  /** Scrolled to when the address ends in `#` and this. */
  anchor?: string;
  list: PagedResult<{ coverage?: Coverage }, unknown>;
  filter: FilterInputProps;
  /** What to say where the list is empty. */
  none: { title: string; text: string };
  /** How many rows stand for those that are on their way. */
  skeletons?: number;
  /** Between the title and the filter. */
  notice?: ReactNode;
  /** Below the rows, once they were read. */
  foot?: ReactNode;
  /** The rows. */
  children: ReactNode;
}

/** A list of all that readers of the fleet may see, narrowed by a filter: its rows, or why there are none. */
export function FilteredPanel(props: FilteredPanelProps) {
  const { title, anchor, list, filter, notice, foot } = props;
  return (
    <Panel
      anchor={anchor}
      title={title}
      aside={list.data && <FreshnessDot view={list} />}
    >
      {notice}
      <PanelBody>
        <FilterInput {...filter} />
      </PanelBody>
      <Rows {...props} />
      {list.data && foot}
    </Panel>
  );
}

function Rows(props: FilteredPanelProps) {
  const { list, none, skeletons = 8, children } = props;
  const { data, items, status, error, refresh } = list;
  if (!data) {
    return status === 'error' ? (
      <FailedView
        error={error}
        permission="multicluster.fleet.read"
        onRetry={refresh}
      />
    ) : (
      <SkeletonRows rows={skeletons} />
    );
  }
  return items.length === 0 ? (
    <Designed look={{ shape: 'unknown', tone: 'stale' }} {...none} />
  ) : (
    <>{children}</>
  );
}
