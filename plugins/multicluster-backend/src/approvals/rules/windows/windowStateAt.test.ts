import { ApprovalWindow } from '../../model/ApprovalPolicy';
import { windowProblem } from './windowProblem';
import { windowStateAt } from './windowStateAt';

const window = (
  kind: ApprovalWindow['kind'],
  timezone: string,
  from: string,
  to: string,
  days?: number[],
): ApprovalWindow => ({
  name: `${kind} of the test`,
  kind,
  timezone,
  from,
  to,
  ...(days && { days }),
});
const at = (text: string) => Date.parse(text);
const stateOf = (windows: ApprovalWindow[], text: string) => {
  const { open, nextOpen, nextClose } = windowStateAt(windows, at(text));
  return { open, nextOpen, nextClose };
};

describe('windowStateAt', () => {
  it('is open where nothing is said', () => {
    expect(windowStateAt([], at('2026-01-01T00:00:00Z'))).toEqual({
      open: true,
    });
  });

  const office = window(
    'allow',
    'Europe/Berlin',
    '09:00',
    '16:00',
    [1, 2, 3, 4],
  );

  it.each`
    now                       | open     | nextOpen                      | nextClose                     | why
    ${'2026-01-05T08:00:00Z'} | ${true}  | ${undefined}                  | ${'2026-01-05T15:00:00.000Z'} | ${'Monday nine in Berlin in winter'}
    ${'2026-01-05T07:59:59Z'} | ${false} | ${'2026-01-05T08:00:00.000Z'} | ${undefined}                  | ${'a second before'}
    ${'2026-07-06T07:00:00Z'} | ${true}  | ${undefined}                  | ${'2026-07-06T14:00:00.000Z'} | ${'an hour earlier in summer'}
    ${'2026-01-05T15:00:00Z'} | ${false} | ${'2026-01-06T08:00:00.000Z'} | ${undefined}                  | ${'the end does not belong to it'}
    ${'2026-01-08T15:30:00Z'} | ${false} | ${'2026-01-12T08:00:00.000Z'} | ${undefined}                  | ${'Thursday evening waits for Monday'}
  `('$why', ({ now, open, nextOpen, nextClose }) => {
    expect(stateOf([office], now)).toEqual({ open, nextOpen, nextClose });
  });

  it('lets a freeze beat an opening, and opens when the freeze ends inside of one', () => {
    const freeze = window(
      'deny',
      'UTC',
      '2026-01-05T00:00',
      '2026-01-06T10:00',
    );
    const state = windowStateAt([office, freeze], at('2026-01-05T12:00:00Z'));
    expect(state).toMatchObject({
      open: false,
      nextOpen: '2026-01-06T10:00:00.000Z',
      sentence: { code: 'approval.window.frozen' },
    });
    expect(state.sentence?.text).toBe(
      'Frozen by deny of the test until 2026-01-06T10:00:00Z',
    );
  });

  it('finds the opening behind a freeze of months', () => {
    const freeze = window('deny', 'UTC', '2026-01-01', '2026-07-01');
    expect(stateOf([office, freeze], '2026-01-05T12:00:00Z').nextOpen).toBe(
      '2026-07-01T07:00:00.000Z',
    );
  });

  it('says that nothing opens within a year', () => {
    const past = window('allow', 'UTC', '2020-01-01', '2020-01-02');
    expect(windowStateAt([past], at('2026-01-05T12:00:00Z'))).toMatchObject({
      open: false,
      sentence: { code: 'approval.window.closedForGood' },
    });
  });

  it('goes past midnight, by the day on which it begins', () => {
    const night = window('allow', 'UTC', '22:00', '02:00', [5]);
    expect(stateOf([night], '2026-01-10T01:59:00Z')).toMatchObject({
      open: true,
      nextClose: '2026-01-10T02:00:00.000Z',
    });
    expect(stateOf([night], '2026-01-09T01:00:00Z').open).toBe(false);
  });

  it('reads 24:00 as the end of the day, and every day where none is named', () => {
    const day = window('deny', 'UTC', '12:00', '24:00');
    expect(stateOf([day], '2026-01-10T23:59:00Z').nextOpen).toBe(
      '2026-01-11T00:00:00.000Z',
    );
  });
});

describe('S20: windows of zones whose clocks change', () => {
  // Berlin, 2026-10-25: 03:00 CEST becomes 02:00 CET; 02:00 to 03:00 is there twice (00:00Z to 02:00Z).
  it.each`
    kind       | from       | to         | open
    ${'allow'} | ${'02:30'} | ${'06:00'} | ${['2026-10-25T01:30:00Z', '2026-10-25T05:00:00Z']}
    ${'allow'} | ${'00:00'} | ${'02:30'} | ${['2026-10-24T22:00:00Z', '2026-10-25T00:30:00Z']}
  `(
    'opens late and closes early in the hour that is there twice: $from to $to',
    ({ kind, from, to, open: [first, end] }) => {
      const rule = window(kind, 'Europe/Berlin', from, to);
      const open = (ms: number) => windowStateAt([rule], ms).open;
      expect([
        open(at(first) - 1),
        open(at(first)),
        open(at(end) - 1),
        open(at(end)),
      ]).toEqual([false, true, true, false]);
    },
  );

  it('freezes early and thaws late in the hour that is there twice', () => {
    const rule = window(
      'deny',
      'Europe/Berlin',
      '2026-10-25T02:15',
      '2026-10-25T02:30',
    );
    const open = (text: string) => windowStateAt([rule], at(text)).open;
    expect([
      open('2026-10-25T00:14:59Z'),
      open('2026-10-25T00:15:00Z'),
      open('2026-10-25T01:29:59Z'),
      open('2026-10-25T01:30:00Z'),
    ]).toEqual([true, false, false, true]);
  });

  // New York, 2026-03-08: 02:00 EST becomes 03:00 EDT at 07:00Z; 02:30 is never shown.
  it.each`
    kind       | from       | to         | moment                    | open     | why
    ${'allow'} | ${'02:30'} | ${'05:00'} | ${'2026-03-08T07:29:00Z'} | ${false} | ${'an opening in the missing hour begins late'}
    ${'allow'} | ${'02:30'} | ${'05:00'} | ${'2026-03-08T07:30:00Z'} | ${true}  | ${'and then is open'}
    ${'allow'} | ${'00:00'} | ${'02:30'} | ${'2026-03-08T06:30:00Z'} | ${false} | ${'one that ends in it ends early'}
    ${'allow'} | ${'00:00'} | ${'02:30'} | ${'2026-03-08T06:29:00Z'} | ${true}  | ${'and is open before'}
    ${'deny'}  | ${'02:30'} | ${'05:00'} | ${'2026-03-08T06:30:00Z'} | ${false} | ${'a freeze in it begins early'}
    ${'deny'}  | ${'00:00'} | ${'02:30'} | ${'2026-03-08T07:29:00Z'} | ${false} | ${'and one that ends in it ends late'}
  `('$why', ({ kind, from, to, moment, open }) => {
    const rule = window(kind, 'America/New_York', from, to);
    expect(windowStateAt([rule], at(moment)).open).toBe(open);
  });

  it.each`
    zone                     | open                      | closed                    | why
    ${'Asia/Shanghai'}       | ${'2026-07-01T01:00:00Z'} | ${'2026-07-01T00:59:00Z'} | ${'no change of clocks'}
    ${'Asia/Kathmandu'}      | ${'2026-07-01T03:15:00Z'} | ${'2026-07-01T03:14:00Z'} | ${'a quarter of an hour'}
    ${'Australia/Lord_Howe'} | ${'2026-01-14T22:00:00Z'} | ${'2026-01-14T21:59:00Z'} | ${'half an hour of summer'}
    ${'Pacific/Kiritimati'}  | ${'2026-06-30T19:00:00Z'} | ${'2026-06-30T18:59:00Z'} | ${'fourteen hours ahead'}
    ${'America/St_Johns'}    | ${'2026-07-01T11:30:00Z'} | ${'2026-07-01T11:29:00Z'} | ${'half an hour behind'}
  `('reckons with $zone: $why', ({ zone, open, closed }) => {
    const rule = window('allow', zone, '09:00', '10:00');
    expect(windowStateAt([rule], at(open)).open).toBe(true);
    expect(windowStateAt([rule], at(closed)).open).toBe(false);
  });

  it('knows the leap day', () => {
    const rule = window('deny', 'UTC', '2028-02-29', '2028-03-01');
    expect(windowStateAt([rule], at('2028-02-29T12:00:00Z')).open).toBe(false);
    expect(windowStateAt([rule], at('2028-03-01T00:00:00Z')).open).toBe(true);
    const weekly = window('allow', 'UTC', '09:00', '10:00', [2]);
    expect(windowStateAt([weekly], at('2028-02-29T09:30:00Z')).open).toBe(true);
    expect(windowProblem({ ...rule, from: '2027-02-29' })).toContain(
      '2027-02-29',
    );
  });

  it('keeps closed while a zone is not known here', () => {
    const lost = window('deny', 'Mars/Olympus', '2026-01-01', '2026-01-02');
    expect(windowStateAt([lost], at('2030-01-01T00:00:00Z'))).toMatchObject({
      open: false,
      sentence: { code: 'approval.window.broken' },
    });
    expect(windowProblem(lost)).toContain('Mars/Olympus');
  });

  it.each`
    change                                                                | problem
    ${{ days: [8] }}                                                      | ${'1 (Monday) to 7'}
    ${{ from: '25:00' }}                                                  | ${'25:00'}
    ${{ from: '09:00', to: '09:00' }}                                     | ${'begins when it ends'}
    ${{ from: '2026-01-01', to: '10:00' }}                                | ${'both'}
    ${{ from: '2026-01-02', to: '2026-01-01', days: undefined }}          | ${'ends before'}
    ${{ from: '2026-01-01T00:00Z', to: '2026-01-02', days: undefined }}   | ${'without an offset'}
    ${{ from: '2026-01-01T00:00+01', to: '2026-01-02', days: undefined }} | ${'without an offset'}
    ${{ from: '2026-01-01', to: '2026-01-02' }}                           | ${'no days'}
  `('finds what is wrong: $problem', ({ change, problem }) => {
    const rule = window('allow', 'UTC', '09:00', '10:00', [1]);
    expect(windowProblem(rule)).toBeUndefined();
    expect(windowProblem({ ...rule, ...change })).toContain(problem);
  });
});
