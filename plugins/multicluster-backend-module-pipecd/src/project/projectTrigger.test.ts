import { RawTrigger } from '../wire/messages';
import { projectTrigger } from './projectTrigger';

const KEY = '4ac27136-5e6a-4931-9ebc-37bb8d0de313';
const CHAIN = '39c7a150-ec38-4f95-89af-d7a731cfd985';
const commit = { hash: 'abc', author: 'Dana Dev' };

describe('projectTrigger', () => {
  it.each<[string, RawTrigger, object]>([
    [
      'a commit, by its author',
      { commit },
      { kind: 'commit', actor: { nativeId: 'Dana Dev', kind: 'user' } },
    ],
    [
      'a person',
      { commit, commander: 'erin' },
      { kind: 'manual', actor: { nativeId: 'erin', kind: 'user' } },
    ],
    [
      'an API key that has a name',
      { commit, commander: KEY },
      {
        kind: 'manual',
        actor: { nativeId: KEY, title: 'Release bot', kind: 'service' },
      },
    ],
    [
      'an API key that has none',
      { commit, commander: KEY.replace('4ac2', '0000') },
      {
        kind: 'manual',
        actor: { nativeId: KEY.replace('4ac2', '0000'), kind: 'service' },
      },
    ],
    ['the chain', { commit, commander: CHAIN }, { kind: 'chain' }],
    [
      'a drift',
      {
        commit,
        strategy_summary:
          'Quick sync to attempt to resolve the detected configuration drift',
      },
      { kind: 'drift' },
    ],
    ['nothing that is said', {}, { kind: 'unknown' }],
  ])('was %s', (_, trigger, expected) => {
    expect(
      projectTrigger(
        { trigger, deployment_chain_id: CHAIN },
        { actors: { [KEY]: 'Release bot' } },
      ),
    ).toEqual(expected);
  });

  it('says when', () => {
    expect(
      projectTrigger({ trigger: { commit, timestamp: 1795260177 } }, {}),
    ).toMatchObject({ at: '2026-11-21T11:22:57Z' });
  });
});
