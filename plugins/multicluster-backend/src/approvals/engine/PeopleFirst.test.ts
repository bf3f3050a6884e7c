import { PeopleFirst } from './PeopleFirst';

describe('PeopleFirst', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function held() {
    let end = () => {};
    let fail = (_: Error) => {};
    const act = new Promise<void>((resolve, reject) => {
      end = resolve;
      fail = reject;
    });
    return { act: () => act, end, fail };
  }

  /** Whether something has ended by now. */
  async function ended(work: Promise<unknown>): Promise<boolean> {
    const noted = jest.fn();
    void work.then(noted);
    await jest.advanceTimersByTimeAsync(0);
    return noted.mock.calls.length > 0;
  }

  it('keeps nobody waiting while no act is under way', async () => {
    expect(await ended(PeopleFirst.create().turn())).toBe(true);
  });

  it('lets what nobody waits for begin when the last act has ended', async () => {
    const people = PeopleFirst.create();
    const [one, other] = [held(), held()];
    const acts = [people.during(one.act), people.during(other.act)];
    const turn = people.turn();

    one.end();
    expect(await ended(turn)).toBe(false);
    other.end();
    expect(await ended(turn)).toBe(true);
    await Promise.all(acts);
  });

  it('counts an act that failed as ended, and says so to whoever asked for it', async () => {
    const people = PeopleFirst.create();
    const { act, fail } = held();
    const refused = people.during(act).catch(({ message }) => message);
    const turn = people.turn();

    fail(new Error('no'));
    expect(await refused).toBe('no');
    expect(await ended(turn)).toBe(true);
  });

  it('keeps nothing waiting for longer than a quarter of a second', async () => {
    const people = PeopleFirst.create();
    const { act, end } = held();
    const acting = people.during(act);
    const turn = people.turn();

    await jest.advanceTimersByTimeAsync(249);
    expect(await ended(turn)).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await ended(turn)).toBe(true);
    end();
    await acting;
  });

  it('counts an act that hangs for a second, and the next one anew', async () => {
    const people = PeopleFirst.create();
    const hanging = held();
    const acting = people.during(hanging.act);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await ended(people.turn())).toBe(true);

    const next = held();
    const acted = people.during(next.act);
    hanging.end();
    await acting;
    const turn = people.turn();
    expect(await ended(turn)).toBe(false);
    next.end();
    expect(await ended(turn)).toBe(true);
    await acted;
  });
});
