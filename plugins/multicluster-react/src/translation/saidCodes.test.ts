import {
  approvalCodes,
  sentences,
  trailActions,
} from '@fairway/backstage-plugin-multicluster-common';
import { approvalMessages } from './approvals';
import { flattenMessages } from './flattenMessages';

const messages: Record<string, string> = flattenMessages(approvalMessages);
const camel = (code: string) =>
  code
    .toLocaleLowerCase('en')
    .replace(/_(\w)/g, (_, letter: string) => letter.toLocaleUpperCase('en'));

/** That each of them is said in Chinese too is held by the test of the Chinese messages. */
describe('codes of approvals', () => {
  it('are said in the trail, whatever happened', () => {
    expect(trailActions.filter(one => !(`trail.${one}` in messages))).toEqual(
      [],
    );
  });

  it('are said in the trail, whatever was refused', () => {
    expect(approvalCodes.filter(one => !(`code.${one}` in messages))).toEqual(
      [],
    );
  });

  it('are said to whoever is refused', () => {
    expect(
      approvalCodes.filter(
        one => !(`approval.refused.${camel(one)}` in sentences),
      ),
    ).toEqual([]);
  });

  it('are all there is in the trail: nothing is said of what never happens', () => {
    const said = Object.keys(messages).flatMap(key =>
      key.startsWith('trail.') ? [key.slice('trail.'.length)] : [],
    );
    expect(said.sort()).toEqual([...trailActions].sort());
  });
});
