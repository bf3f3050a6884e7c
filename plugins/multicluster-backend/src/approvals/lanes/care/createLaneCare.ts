import { LoggerService } from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { LaneKeeper } from '../../../service/LaneService';
import { ApprovalEngine } from '../../engine/ApprovalEngine';
import { Directory } from '../../engine/directory/DirectoryFacts';
import { Environments } from '../../../views/platform/Environments';
import { ApprovalStore } from '../../store/ApprovalStore';
import { LaneBook } from '../LaneBook';
import { LaneCare } from '../LaneCare';
import { LaneDrafts } from '../LaneDrafts';
import { LaneInventory } from '../LaneInventory';
import { LaneReader } from '../LaneReader';
import { LaneRestore } from '../LaneRestore';
import { CareBoard } from './CareBoard';
import { CaredLanes } from './CaredLanes';
import { ExemptionProver } from './ExemptionProver';
import { IncidentBook } from './IncidentBook';
import { LaneCaretaker } from './LaneCaretaker';
import { LaneNoticer } from './LaneNoticer';
import { LaneOffers } from './LaneOffers';
import { LaneRestorer } from './LaneRestorer';
import { NoticeBook } from './NoticeBook';

interface Options {
  store: ApprovalStore;
  directory: Directory;
  notifications: NotificationService;
  logger: LoggerService;
  environments: Environments;
  book: LaneBook;
  inventory: LaneInventory;
  reader: LaneReader;
  drafts: LaneDrafts;
  /** Asked once something happens: the engine is made of adapters, which are made of this. */
  engine: () => Pick<ApprovalEngine, 'exempt' | 'findOpen'>;
  /** {@inheritDoc LaneSettings.moveAfterMs} */
  moveAfterMs: number;
}

/** {@inheritDoc createLaneCare} */
export interface CareOfLanes {
  care: LaneCare;
  restore: LaneRestore;
  /** Lanes as they are shown, with what is urgent in them. */
  withCare(lanes: LaneKeeper): LaneKeeper;
}

/** What looks after lanes beside their release: losses, what needs no new approval, and what nobody approved. */
export function createLaneCare(options: Options): CareOfLanes {
  const { store, environments, inventory, drafts, reader, book, moveAfterMs } =
    options;
  const { knex } = store;
  const engine: Pick<ApprovalEngine, 'exempt' | 'findOpen'> = {
    exempt: (...given) => options.engine().exempt(...given),
    findOpen: gateKey => options.engine().findOpen(gateKey),
  };
  const board = CareBoard.create();
  const notes = NoticeBook.create({ knex, store });
  const noticer = LaneNoticer.create({ ...options, book: notes });
  const incidents = IncidentBook.create(store);
  const prover = ExemptionProver.create({ knex, store, environments });
  return {
    care: LaneCaretaker.create({
      knex,
      store,
      engine,
      drafts,
      inventory,
      prover,
      incidents,
      book: notes,
      noticer,
      offers: LaneOffers.create({ board, book: notes, noticer }),
      moveAfterMs,
    }),
    restore: LaneRestorer.create({
      store,
      engine,
      book,
      reader,
      drafts,
      prover,
      board,
    }),
    withCare: lanes => CaredLanes.create({ lanes, board, incidents }),
  };
}
