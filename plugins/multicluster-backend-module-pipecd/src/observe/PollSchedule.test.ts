import { Pace } from './Pace';
import { PollSchedule } from './PollSchedule';

describe('PollSchedule', () => {
  let screen: string[];
  let pace: Pace;
  let schedule: PollSchedule;

  beforeEach(() => {
    screen = [];
    pace = Pace.create();
    schedule = PollSchedule.create({
      pace,
      onScreen: () => screen,
      random: () => 0.5,
    });
  });

  it('lists at once, then each 10 seconds while a run is under way, and each 30 to 60 with none', () => {
    const dueAfter = () => {
      const began = pace.now;
      while (!schedule.isListDue) {
        pace.pass(1_000);
      }
      return pace.now - began;
    };
    const first = dueAfter();
    schedule.listed(pace.now, true);
    const busy = dueAfter();
    schedule.listed(pace.now, false);

    expect([first, busy, dueAfter()]).toEqual([0, 10_000, 45_000]);
  });

  it('reads a run on screen each 4 seconds', () => {
    schedule.listed(0, true);
    screen = ['d1'];

    expect(schedule.takeWatched(0)).toEqual(['d1']);
    pace.pass(3_999);
    expect(schedule.isDue).toBe(false);
    expect(schedule.takeWatched(pace.now)).toEqual([]);
    pace.pass(1);
    expect(schedule.isDue).toBe(true);
    expect(schedule.takeWatched(pace.now)).toEqual(['d1']);
  });

  it('never rests longer than it takes to notice somebody who begins to look', () => {
    schedule.listed(0, false);

    expect(schedule.restMs).toBe(1_000);
    pace.pass(44_500);
    expect(schedule.restMs).toBe(500);
  });

  it('reads a run on screen when it is due, though a list came in between', () => {
    screen = ['d1'];
    schedule.listed(0, true);
    schedule.takeWatched(pace.now);
    pace.pass(3_000);
    schedule.listed(pace.now, true);

    expect(schedule.restMs).toBe(1_000);
    pace.pass(schedule.restMs);
    expect(schedule.isDue).toBe(true);
  });
});
