import { hash } from 'node:crypto';
import { facts } from '../__testUtils__/facts';
import { GenerationRow } from '../store/GenerationRow';
import { contentsOf } from './contentsOf';

jest.mock('node:crypto', () => {
  const actual = jest.requireActual('node:crypto');
  return { ...actual, hash: jest.fn(actual.hash) };
});

const image = (version: string) => [
  { container: 'app', image: `app:${version}`, version },
];
const row = (generation: number, uid = 'incarnation-2'): GenerationRow => ({
  uid,
  generation,
  images: JSON.stringify(image('v1')),
  settings: '1:old',
});
const workloadFact = {
  ...facts.workload('cart'),
  uid: 'incarnation-2',
  generation: 3,
  settings: '1:new',
  images: image('v2'),
};

describe('contentsOf', () => {
  it('tells the newest generation by the template, and those before it by what is stored', () => {
    const contents = contentsOf({ workloadFact }, [row(1), row(2)]);
    expect(contents(3)).toEqual(['incarnat', 3, '1:new', '1:E45mC5NR']);
    expect(contents(2)).toEqual(['incarnat', 2, '1:old', '1:7dg9lqKT']);
    expect(contents(1)).toEqual(['incarnat', 1, '1:old', '1:7dg9lqKT']);
  });

  it.each`
    what                                  | generation   | stored
    ${'that no target names'}             | ${undefined} | ${[row(2)]}
    ${'that is not stored'}               | ${1}         | ${[row(2)]}
    ${'of another incarnation'}           | ${2}         | ${[row(2, 'incarnation-1')]}
    ${'whose settings were never stored'} | ${2}         | ${[{ ...row(2), settings: null }]}
  `('knows nothing of a generation $what', ({ generation, stored }) => {
    expect(contentsOf({ workloadFact }, stored)(generation)).toBeUndefined();
  });

  it('knows nothing where the template is not known', () => {
    expect(contentsOf({}, [row(2)])(2)).toBeUndefined();
  });

  it('digests each generation once, however many targets run it', () => {
    const contents = contentsOf({ workloadFact }, [row(2)]);
    jest.mocked(hash).mockClear();
    for (let target = 0; target < 1000; target += 1) {
      contents(target % 2 ? 3 : 2);
    }
    expect(hash).toHaveBeenCalledTimes(2);
  });
});
