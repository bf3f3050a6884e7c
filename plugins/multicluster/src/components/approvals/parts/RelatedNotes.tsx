import { Link } from '@backstage/core-components';
import { ApprovalItem } from '@fairway/backstage-plugin-multicluster-common';
import { Note } from '../../delivery/parts/Note';
import { useApprovalLinks } from './useApprovalLinks';
import { useApprovalText } from './useApprovalText';
import { useTitleText } from './useTitleText';

/** What else waits of the same matter and is listed by this item alone, with the way there. @internal */
export function RelatedNotes(props: { item: Pick<ApprovalItem, 'related'> }) {
  const t = useApprovalText();
  const links = useApprovalLinks();
  const titleOf = useTitleText();
  return (
    <>
      {props.item.related.map(other => {
        const page = links.request(other.id);
        const title = titleOf(other);
        return (
          <Note key={other.id} look={{ shape: 'applied', tone: 'info' }}>
            {t('inbox.related')} {page ? <Link to={page}>{title}</Link> : title}
          </Note>
        );
      })}
    </>
  );
}
