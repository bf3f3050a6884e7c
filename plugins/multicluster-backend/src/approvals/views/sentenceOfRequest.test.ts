import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { draftOf } from '../__testUtils__/draftOf';
import { RequestRecord } from '../model/RequestRecord';
import { sentenceOfRequest } from './sentenceOfRequest';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const opens = new Date('2026-12-01T08:00:00Z');
const shut = (what: string, values: object = {}) => ({
  open: false,
  sentence: sentence(`approval.window.${what}`, { ...values }),
});
const frozen = shut('frozen', { name: 'quarter end', opens });

function said(request: Partial<RequestRecord>, window: object = frozen) {
  const record = {
    ...draftOf('held'),
    id: 'r1',
    generation: 1,
    version: 1,
    createdAt: 0,
    updatedAt: 0,
    state: 'held',
    ...request,
  } as RequestRecord;
  return sentenceOfRequest(
    { request: record, votes: [], steps: [] },
    {
      window: { open: true, ...window },
      quorum: { met: true, rule: { kind: 'all', parts: [] } },
      now: NOW,
    },
  );
}

describe('sentenceOfRequest', () => {
  it.each`
    what               | window                                         | text
    ${'frozen'}        | ${frozen}                                      | ${'Approved; frozen by quarter end until 2026-12-01T08:00:00Z'}
    ${'frozenForGood'} | ${shut('frozenForGood', { name: 'the move' })} | ${'Approved; frozen by the move, with no end within a year'}
    ${'closed'}        | ${shut('closed', { opens })}                   | ${'Approved; waits for its window, which opens 2026-12-01T08:00:00Z'}
    ${'closedForGood'} | ${shut('closedForGood')}                       | ${'Approved; outside of its windows, and none opens within a year'}
    ${'broken'}        | ${shut('broken', { name: 'nights' })}          | ${'Approved; the window nights cannot be read, so it stays closed'}
  `(
    'says of what is held that it is approved, under the code of its window: $what',
    ({ what, window, text }) => {
      expect(said({}, window)).toMatchObject({
        code: `approval.window.${what}`,
        text,
      });
    },
  );

  it('says until when in a form that the reader sees in their own time zone', () => {
    expect(said({})).toMatchObject({
      params: { opens: '2026-12-01T08:00:00Z', context: 'approved' },
      times: ['opens'],
    });
  });

  it('says of an approved one with no closed window what else it waits for', () => {
    const { code } = said({ notBefore: NOW + 1 }, {});
    expect(code).toBe('approval.waiting.until');
  });
});
