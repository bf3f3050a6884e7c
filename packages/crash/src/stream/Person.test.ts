import { checkRun } from '../check/checkRun';
import { ClientEntry } from '../check/ClientEntry';
import { Sequence } from '../lib/Sequence';
import { Answer } from '../portal/PortalClient';
import { Person } from './Person';

/** Of a portal with one request that waits, and counts what is cast until it `forgets`. */
function portal() {
  const votes: object[] = [];
  const trail: object[] = [];
  const request = {
    id: '1',
    state: 'pending',
    etag: '"1.0.0"',
    subjectDigest: 'v1',
    subject: { run: { key: 'r1' } },
    votes,
  };
  return {
    forget: () => votes.splice(0),
    ask: async (
      who: string,
      path: string,
      init?: RequestInit,
    ): Promise<Answer> => {
      if (path.startsWith('/audit')) {
        return { status: 200, body: { items: trail.toReversed() } };
      }
      if (init) {
        const { decision } = JSON.parse(String(init.body));
        trail.push({
          actor: `user:default/${who}`,
          action: 'vote.counted',
          payload: { vote: decision },
        });
        votes.push({
          voter: `user:default/${who}`,
          decision,
          status: 'counted',
        });
      }
      const shown = { request: structuredClone(request) };
      return { status: 200, body: init ? shown : { item: shown } };
    },
  };
}

describe('Person', () => {
  it.each([
    ['finds nothing wrong where it is still there', false, []],
    ['tells that it was gone, although it was cast again', true, ['forgotten']],
  ])(
    'leaves a log by which the checker of a vote %s',
    async (_, isForgotten, rules) => {
      const log: ClientEntry[] = [];
      const client = portal();
      const ann = Person.create({
        name: 'ann',
        run: 'r1',
        id: '1',
        client,
        sequence: Sequence.create(),
        log,
      });
      await ann.act('approve');
      if (isForgotten) {
        client.forget();
      }
      await ann.act('approve');
      await ann.look();
      const broken = checkRun('r1', [], log, 2).map(({ rule }) => rule);
      expect(broken).toEqual(['unfinished', ...rules]);
    },
  );
});
