import { Quorum } from '@fairway/backstage-plugin-multicluster-common';
import { quorumText } from './quorumText';

describe('quorumText', () => {
  it.each<[Quorum, object | undefined]>([
    [
      { kind: 'n-of', n: 2, received: 1 },
      { key: 'ofN', received: '1', n: '2' },
    ],
    [
      { kind: 'n-of', received: 2 },
      { key: 'received', count: 2 },
    ],
    [
      { kind: 'n-of', n: 1, received: 2 },
      { key: 'received', count: 2 },
    ],
    [
      { kind: 'any', received: 0 },
      { key: 'ofN', received: '0', n: '1' },
    ],
    [
      { kind: 'all', n: 3, received: 1 },
      { key: 'ofN', received: '1', n: '3' },
    ],
    [{ kind: 'n-of', received: 0 }, undefined],
    [{ kind: 'none-declared', received: 0 }, undefined],
    [
      { kind: 'none-declared', received: 1 },
      { key: 'received', count: 1 },
    ],
  ])('says of %j %j', (quorum, said) => {
    expect(quorumText(quorum)).toEqual(said);
  });
});
