import { PageBody } from './PageBody';
import { Panel } from './Panel';
import { SkeletonRows } from './SkeletonRows';

/** What stands in the place of a page while it is read for the first time. */
export function SkeletonPage() {
  return (
    <PageBody>
      <Panel title="…">
        <SkeletonRows rows={6} />
      </Panel>
    </PageBody>
  );
}
