import { draftOf } from '../__testUtils__/draftOf';
import { RequestRecord } from '../model/RequestRecord';
import { sentenceOfLaneRequest } from './sentenceOfLaneRequest';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const person = {
  sentence: { code: 'lane.halted.person', params: { wave: 2 }, text: 'Wave 2' },
  owners: [],
  may: ['continue'],
};
const shut = {
  open: false,
  sentence: { code: 'approval.window.frozen', params: {}, text: 'Frozen' },
};

describe('sentenceOfLaneRequest', () => {
  it.each`
    request                                                           | stop                   | code                          | why
    ${{ state: 'pending' }}                                           | ${undefined}           | ${'lane.view.waits'}          | ${'people have to decide'}
    ${{ state: 'held' }}                                              | ${undefined}           | ${'approval.window.frozen'}   | ${'approved, and a freeze keeps it back'}
    ${{ state: 'queued', decision: 'approve', recallUntil: NOW + 5 }} | ${undefined}           | ${'approval.waiting.recall'}  | ${'decided, and can be taken back'}
    ${{ state: 'queued', decision: 'approve' }}                       | ${undefined}           | ${'approval.waiting.queued'}  | ${'decided, and nobody can take it back'}
    ${{ state: 'queued', decision: 'approve' }}                       | ${{ reason: 'quake' }} | ${'approval.waiting.stopped'} | ${'decided, and the line is stopped'}
    ${{ state: 'delivering', decision: 'approve' }}                   | ${undefined}           | ${'lane.view.delivering'}     | ${'it is being released'}
    ${{ state: 'delivering', decision: 'approve' }}                   | ${{ reason: 'quake' }} | ${'approval.waiting.stopped'} | ${'it is on its way, and the line is stopped'}
    ${{ state: 'delivering', decision: 'reject' }}                    | ${undefined}           | ${'lane.view.rejected'}       | ${'it was rejected'}
    ${{ state: 'unknown', decision: 'approve' }}                      | ${undefined}           | ${'approval.step.ambiguous'}  | ${'nobody knows whether it arrived'}
    ${{ state: 'halted', decision: 'approve', halted: person }}       | ${undefined}           | ${'lane.halted.person'}       | ${'the policy wants somebody to say that it goes on'}
    ${{ state: 'halted', decision: 'approve' }}                       | ${undefined}           | ${'lane.view.halted'}         | ${'somebody has to say how it goes on'}
  `('says $code where $why', ({ request, stop, code }) => {
    const record = {
      ...draftOf('lane', { kind: 'lane' }),
      id: 'r1',
      generation: 1,
      version: 1,
      createdAt: 0,
      updatedAt: 0,
      ...request,
    } as RequestRecord;
    expect(
      sentenceOfLaneRequest(record, { window: shut, stop, now: NOW }).code,
    ).toBe(code);
  });
});
