import Link from '@material-ui/core/Link';
import { ReactNode } from 'react';
import { safeUrl } from './safeUrl';

/** Props of {@link ToolLink}. @public */
export interface ToolLinkProps {
  /** As the tool wrote it; without one that is safe only the text is shown. */
  url: string | undefined;
  children: ReactNode;
  className?: string;
  title?: string;
}

/**
 * A link out of the portal, to where a tool shows a thing.
 *
 * @public
 */
export function ToolLink(props: ToolLinkProps) {
  const { url, children, className, title } = props;
  const href = safeUrl(url);
  if (href === undefined) {
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  }
  return (
    <Link
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      className={className}
      title={title}
    >
      {children}
    </Link>
  );
}
