import { CustomErrorBase } from '@backstage/errors';
import { Sentence } from '@fairway/backstage-plugin-multicluster-common';
import { LaneCheck } from './LanesFacet';

/** What a lane holds cannot be read whole. Its message is for people to read. @public */
export class LaneUnreadableError extends CustomErrorBase {
  name = 'LaneUnreadableError' as const;
  readonly code: LaneCheck['code'];
  readonly sentence: Sentence;

  constructor(code: LaneCheck['code'], sentence: Sentence) {
    super(sentence.text);
    this.code = code;
    this.sentence = sentence;
  }
}
