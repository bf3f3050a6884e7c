import { RunCommit } from '@fairway/backstage-plugin-multicluster-common';
import { ToolLink } from '@fairway/backstage-plugin-multicluster-react';
import { useDeliveryStyles } from './useDeliveryStyles';

const SHORT = 7;
const FIRST_LINE = /^[^\r\n]*/;

/** A commit: its short name, which leads to it where that is known, and the first line of what it says. @internal */
export function CommitText(props: { commit: RunCommit }) {
  const { sha, url, message } = props.commit;
  const classes = useDeliveryStyles();
  const title = message ? FIRST_LINE.exec(message)?.[0] : undefined;
  return (
    <span className={classes.commit} title={[sha, message].join('\n')}>
      <ToolLink url={url} className={classes.mono}>
        {/^[0-9a-f]{12,}$/i.test(sha) ? sha.slice(0, SHORT) : sha}
      </ToolLink>
      {title && <span className={classes.ellipsis}>{title}</span>}
    </span>
  );
}
