import { filterLog, LogSelection } from './filterLog';

const lines = [
  { number: 0, text: 'Start deploying', severity: 'info' as const },
  { number: 1, text: '', gap: true },
  { number: 2, text: 'Failed to apply canary', severity: 'error' as const },
  { number: 3, text: 'Applied canary', severity: 'success' as const },
];

describe('filterLog', () => {
  it.each<[LogSelection, number[]]>([
    [{ text: '', severity: 'all' }, [0, 1, 2, 3]],
    [{ text: ' ', severity: 'all' }, [0, 1, 2, 3]],
    [{ text: 'CANARY', severity: 'all' }, [1, 2, 3]],
    [{ text: '', severity: 'error' }, [1, 2]],
    [{ text: 'canary', severity: 'success' }, [1, 3]],
    [{ text: 'nothing like it', severity: 'all' }, [1]],
  ])('shows for %j the lines %j, gaps among them', (selection, numbers) => {
    expect(filterLog(lines, selection).map(({ number }) => number)).toEqual(
      numbers,
    );
  });
});
