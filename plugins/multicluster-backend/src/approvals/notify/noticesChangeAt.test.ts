import { RequestRecord } from '../model/RequestRecord';
import { remindersDue } from '../rules/remindersDue';
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

  it.each([1_000, 604_800_000])(
    'is, of %s ms, the very millisecond at which the reminder is due, whatever its percent',
    ms => {
      const percents = Array.from({ length: 99 }, (_, index) => index + 1);
      const due = percents.map(percent => {
        const request = { createdAt: 0, deadline: ms };
        const one = { ...policy, remindAt: [percent] };
        const at = noticesChangeAt({ ...request, policy: one }, 0)!;
        expect(remindersDue(request, [percent], at - 1)).toBeUndefined();
        return remindersDue(request, [percent], at);
      });
      expect(due).toEqual(percents);
    },
  );
});
