import { recorded } from '../__testUtils__/recorded';
import { RawLogBlock } from '../wire/messages';
import { readCursor } from './LogCursor';
import { pageOf } from './pageOf';

const options = { complete: false, secrets: ['s3cret-value'] };
const blocks = (from: number, ...texts: string[]): RawLogBlock[] =>
  texts.map((log, at) => ({ index: from + at, log, created_at: 1795260227 }));
const textsOf = ({ lines }: ReturnType<typeof pageOf>) =>
  lines.map(({ text }) => text);
const follow = (first: RawLogBlock[], then: RawLogBlock[]) => {
  const { cursor } = pageOf(first, undefined, options);
  const trail = readCursor(cursor)!;
  const from = trail[0]?.index ?? 0;
  const served = then.filter(({ index = 0 }) => index >= from);
  return pageOf(served, trail, options);
};

describe('pageOf', () => {
  it('reads on where it was left, over indexes that begin at a second of the epoch, as recorded', () => {
    const [whole, , , end] = recorded('stage-log-offsets').map(
      ({ response }) => (response as { blocks: RawLogBlock[] }).blocks,
    );
    const page = follow(whole.slice(0, 3), whole);

    expect(end).toEqual([]);
    expect(textsOf(page)).toEqual(whole.slice(3).map(({ log }) => log!.trim()));
    expect(page.gap).toBeUndefined();
  });

  it('gives the cursor back when there is nothing new', () => {
    const log = blocks(100, 'one', 'two');
    const { cursor } = pageOf(log, undefined, options);

    expect(pageOf(log, readCursor(cursor), options)).toEqual({
      lines: [],
      cursor,
      complete: false,
    });
  });

  it.each([
    ['served lines are gone', blocks(100, 'a', 'b', 'c'), blocks(100, 'a'), []],
    [
      'others stand in their place',
      blocks(100, 'a', 'b', 'c'),
      blocks(100, 'a', 'x', 'y', 'z'),
      ['x', 'y', 'z'],
    ],
    [
      'a restart begins again under a higher index',
      blocks(100, 'Waiting', 'b'),
      [...blocks(100, 'Waiting', 'b'), ...blocks(900, 'Waiting', 'c')],
      ['Waiting', 'c'],
    ],
    [
      'all of it is gone and begins anew',
      blocks(100, 'a', 'b'),
      blocks(900, 'a'),
      ['a'],
    ],
  ])('tells a gap when %s', (_, before, after, expected) => {
    const page = follow(before, after);

    expect(textsOf(page)).toEqual(expected);
    expect(page.gap).toBe(true);
  });

  it('tells a gap once', () => {
    const page = follow(blocks(100, 'a', 'b', 'c'), blocks(100, 'a'));
    const again = pageOf(blocks(100, 'a'), readCursor(page.cursor), options);

    expect(again).toEqual({ lines: [], cursor: page.cursor, complete: false });
  });

  it('tells no gap to who reads from the beginning', () => {
    const log = [...blocks(100, 'a'), ...blocks(900, 'b')];

    expect(pageOf(log, undefined, options).gap).toBeUndefined();
  });

  it('makes lines of blocks, in order of their indexes, with severity and time', () => {
    const log: RawLogBlock[] = [
      { index: 2, log: 'three\r\nfour\n', severity: 2, created_at: 1795260227 },
      { index: 1, log: 'one\ntwo\n' },
    ];

    expect(pageOf(log, undefined, options).lines).toEqual([
      { severity: 'info', text: 'one' },
      { severity: 'info', text: 'two' },
      { severity: 'error', text: 'three', time: '2026-11-21T11:23:47Z' },
      { severity: 'error', text: 'four', time: '2026-11-21T11:23:47Z' },
    ]);
  });

  it('masks what must not be shown', () => {
    const [{ text }] = pageOf(
      blocks(1, 'key=s3cret-value; ok'),
      undefined,
      options,
    ).lines;

    expect(text).toBe('key=[redacted]; ok');
  });

  it('gives a long log in pages, and calls only the last of them complete', () => {
    const log = blocks(5, ...Array.from({ length: 2500 }, (_, at) => `${at}`));
    const whole = { ...options, complete: true };
    const first = pageOf(log, undefined, whole);
    const trail = readCursor(first.cursor)!;
    const rest = log.filter(({ index = 0 }) => index >= trail[0].index);
    const second = pageOf(rest, trail, whole);

    expect([first.lines.length, first.complete]).toEqual([2000, false]);
    expect([second.lines.length, second.complete]).toEqual([500, true]);
    expect(second.gap).toBeUndefined();
  });
});

describe('readCursor', () => {
  it.each(['', 'x', '1', '1.zz', '-1.aaaaaaaa', '1.aaaaaaaa__', undefined])(
    'begins anew at %j, which was never given',
    text => {
      expect(readCursor(text)).toBeUndefined();
    },
  );
});
