import { Link } from '@backstage/core-components';
import { ApprovalRequest } from '@fairway/backstage-plugin-multicluster-common';
import { ToolLink } from '@fairway/backstage-plugin-multicluster-react';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalText } from './useApprovalText';

/** Props of {@link RequestLinks}. @internal */
export interface RequestLinksProps {
  request: ApprovalRequest;
  /** True: this is the page of its run. */
  onRunPage?: boolean;
}

/** Where a request leads: to its run, and to the tool where it is decided there. @internal */
export function RequestLinks(props: RequestLinksProps) {
  const { request, onRunPage = false } = props;
  const { run, gate, tool } = request;
  const t = useApprovalText();
  const links = useApprovalLinks();
  const runPage = run && links.run(run.id);
  const inTool =
    request.delivery === 'none' && request.closedAt === undefined && gate?.url;
  return (
    <>
      {inTool && (
        <ToolLink url={gate.url}>
          {t('request.openTool', { tool: tool ?? t('request.theTool') })}
        </ToolLink>
      )}
      {runPage && !onRunPage && (
        <Link to={runPage}>{t('request.runOf', { name: run.pipeline })}</Link>
      )}
    </>
  );
}
