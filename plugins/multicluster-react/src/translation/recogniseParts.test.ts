import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { recogniseParts } from './recogniseParts';

describe('recogniseParts', () => {
  it.each([
    [
      '2 of 3 clusters have an untolerated taint, 1 lacks the API',
      [
        ['placement.reasonFirst.taint', { count: 2, total: '3' }],
        ['placement.reason.api-missing', { count: 1 }],
      ],
    ],
    [
      '1 of 3 clusters does not state the region, zone or provider to spread by, 2 lack the API',
      [
        ['placement.reasonFirst.spread', { count: 1, total: '3' }],
        ['placement.reason.api-missing', { count: 2 }],
      ],
    ],
    [
      'member2 runs 2 of 4, member3 is 1 generation behind',
      [
        [
          'placement.part.runs',
          { cluster: 'member2', running: '2', wanted: '4' },
        ],
        ['placement.part.behind', { cluster: 'member3', count: 1 }],
      ],
    ],
  ])('takes %j apart', (list, parts) => {
    expect(
      recogniseParts(list).map(part =>
        typeof part === 'string' ? part : [part.code, part.params],
      ),
    ).toEqual(parts);
  });

  it('says in English again exactly what it was given', () => {
    const list =
      '2 of 5 clusters have an untolerated taint, 1 lacks the API, 1 is not selected by the policy, 1: weird, plugin text';
    const again = recogniseParts(list).map(part =>
      typeof part === 'string' ? part : sentence(part.code, part.params).text,
    );
    expect(again.join(', ')).toBe(list);
  });

  it('leaves what it does not know as it is', () => {
    expect(recogniseParts('the sky is full, and so is the sea')).toEqual([
      'the sky is full',
      'and so is the sea',
    ]);
  });
});
