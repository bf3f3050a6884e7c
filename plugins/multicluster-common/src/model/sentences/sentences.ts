import { afterVoteSentences } from './afterVote';
import { approvalSentences } from './approval';
import { auditSentences } from './audit';
import { clusterSentences } from './cluster';
import { detailSentences } from './detail';
import { inventorySentences } from './inventory';
import { laneSentences } from './lane';
import { laneCareSentences } from './laneCare';
import { matchSentences } from './match';
import { pipelineSentences } from './pipeline';
import { pipecdSentences } from './pipecd';
import { placementSentences } from './placement';
import { pullSentences } from './pull';
import { runSentences } from './run';
import { promotionSentences } from './promotion';
import { sourceSentences } from './source';
import { toolSentences } from './tool';
import { viewSentences } from './view';

/**
 * English of every sentence the back end says, by code. `{{name}}` is replaced by the parameter of that name.
 *
 * @remarks
 * The translation ref of the front end takes these as its English messages, so that a sentence is written once.
 * A plural is two codes that end in `_one` and `_other`, chosen by the parameter `count`. One that ends in `_` and the parameter
 * `context` is said instead of the one without, which readers that know no such context go on to show.
 *
 * @public
 */
export const sentences: Readonly<Record<string, string>> = {
  ...afterVoteSentences,
  ...approvalSentences,
  ...auditSentences,
  ...clusterSentences,
  ...detailSentences,
  ...inventorySentences,
  ...laneSentences,
  ...laneCareSentences,
  ...matchSentences,
  ...pipelineSentences,
  ...pipecdSentences,
  ...placementSentences,
  ...pullSentences,
  ...runSentences,
  ...promotionSentences,
  ...sourceSentences,
  ...toolSentences,
  ...viewSentences,
};
