import { Link } from '@backstage/core-components';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalText } from './useApprovalText';

/** The way from a gate to its request for approval, where it is decided; nothing where the gate has none. @internal */
export function RequestLink(props: { id: string | undefined }) {
  const { id } = props;
  const t = useApprovalText();
  const links = useApprovalLinks();
  const page = id === undefined ? undefined : links.request(id);
  return page ? <Link to={page}>{t('request.ofGate')}</Link> : null;
}
