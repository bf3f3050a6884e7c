import { UnreadScope } from '../unplaced/unreadPlacements';
import { Untrusted } from '../untrustedOf';

/** How well what is listed is seen at this moment: what a list depends on beside its rows. */
export interface Sight {
  untrusted: Untrusted;
  unread: UnreadScope[];
}
