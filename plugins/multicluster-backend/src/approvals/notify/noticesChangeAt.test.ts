import { RequestRecord } from '../model/RequestRecord';
import { noticesChangeAt } from './noticesChangeAt';

type Matter = Parameters<typeof noticesChangeAt>[0];

const policy = { remindAt: [50, 80] } as unknown as RequestRecord['policy'];
const waits: Matter = { createdAt: 1_000, deadline: 2_000, policy };
const reviewed: RequestRecord['breakGlass'] = {
  by: 'user:default/ann',
  reason: 'the site is down',
  reviewBy: 1_600,
};

describe('noticesChangeAt', () => {
  it.each<[string, Matter, number, number | undefined]>([
    ['the first reminder comes', waits, 1_000, 1_500],
    ['the second comes after the first', waits, 1_500, 1_800],
    ['none comes after the last', waits, 1_800, undefined],
    ['without a deadline none comes', { createdAt: 1, policy }, 1, undefined],
    [
      'a review falls due between reminders',
      { ...waits, breakGlass: reviewed },
      1_500,
      1_600,
    ],
    [
      'a review that is overdue was told already',
      { createdAt: 1_000, policy, breakGlass: reviewed },
      1_600,
      undefined,
    ],
  ])('%s', (_, request, now, at) => {
    expect(noticesChangeAt(request, now)).toBe(at);
  });
});
