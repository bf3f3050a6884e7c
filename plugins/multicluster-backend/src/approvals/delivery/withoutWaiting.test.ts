import { withoutWaiting } from './withoutWaiting';

describe('withoutWaiting', () => {
  it.each`
    memory                                        | kept
    ${undefined}                                  | ${undefined}
    ${{ waiting: { ms: 5, at: 9 } }}              | ${undefined}
    ${{ asked: true, waiting: { ms: 5, at: 9 } }} | ${{ asked: true }}
    ${{ asked: true }}                            | ${{ asked: true }}
  `('keeps $kept of $memory', ({ memory, kept }) => {
    expect(withoutWaiting({ memory })).toEqual(kept);
  });
});
