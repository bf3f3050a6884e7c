import { DefaultApprovalReader } from '../../approvals/views/DefaultApprovalReader';
import { ItemReader } from '../../approvals/views/ItemReader';
import { PersonReader } from '../../approvals/views/PersonReader';
import { ViewerReader } from '../../approvals/views/ViewerReader';
import { CallerReader } from '../../detail/CallerReader';
import { ActingReader } from '../../permissions/ActingReader';
import { ApprovalAccess } from '../../permissions/approval/ApprovalAccess';
import { EntityAccess } from '../../permissions/EntityAccess';
import { RateLimits } from '../RateLimits';
import { ApprovalDelivery } from './createDelivery';
import { ApprovalDeps, ApprovalGrounds } from './createGrounds';

/** What one person may do at once, and each second after that. Two hundred votes at once are one click in the inbox. */
const BURST = 250;
const PER_SECOND = 2;

/** Who asks, what they may do, and what they are shown. */
export type ApprovalReaders = ReturnType<typeof createReaders>;

/** Puts together what reads requests for whoever asks. */
export function createReaders(
  deps: ApprovalDeps,
  grounds: ApprovalGrounds,
  { sight }: Pick<ApprovalDelivery, 'sight'>,
) {
  const { knex } = deps.inventory;
  const { health, clock, directory, nativeIds } = grounds;
  const { refusal, off, guestCounts } = grounds;
  const access = EntityAccess.create(deps);
  const limits = RateLimits.create({ burst: BURST, perSecond: PER_SECOND });
  return {
    access,
    limits,
    rights: ApprovalAccess.create(deps),
    acting: ActingReader.create({
      access,
      callers: CallerReader.create(deps),
      limits,
      guestCounts,
      ...(refusal === 'PERMISSIONS_DISABLED' && { unguarded: refusal }),
    }),
    reader: DefaultApprovalReader.create({
      knex,
      clock,
      health,
      items: ItemReader.create({ knex }),
      viewers: ViewerReader.create({
        people: PersonReader.create({ directory }),
        nativeIds,
        platform: refusal,
        off,
        guestCounts,
        sight,
      }),
    }),
  };
}
