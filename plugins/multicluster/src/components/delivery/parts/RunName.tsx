import { Link } from '@backstage/core-components';
import { ReactNode } from 'react';
import { useRunLink } from './useRunLink';

/** A name that leads to the page of a run, where there is one. @internal */
export function RunName(props: {
  id: string | undefined;
  stageId?: string;
  className?: string;
  children: ReactNode;
}) {
  const { id, stageId, className, children } = props;
  const link = useRunLink();
  const to = id === undefined ? undefined : link(id, stageId);
  return to ? (
    <Link to={to} className={className}>
      {children}
    </Link>
  ) : (
    <span className={className}>{children}</span>
  );
}
