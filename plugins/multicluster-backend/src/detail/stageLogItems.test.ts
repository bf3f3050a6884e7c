import { ServiceUnavailableError } from '@backstage/errors';
import { StageLogPage } from '@fairway/backstage-plugin-multicluster-node';
import { StageLogItem, StageLogOptions, stageLogItems } from './stageLogItems';

const page = (
  texts: string[],
  cursor?: string,
  more: Partial<StageLogPage> = {},
): StageLogPage => ({
  lines: texts.map(text => ({ severity: 'info', text })),
  ...(cursor && { cursor }),
  complete: false,
  ...more,
});

/** Reads a log whose pages come one after the other, and tells how it was read. */
async function read(
  pages: StageLogPage[],
  options: Partial<StageLogOptions> = {},
  over: boolean[] = [],
) {
  const asked: string[] = [];
  let pauses = 0;
  const [first, ...others] = pages;
  const items: string[] = [];
  for await (const item of stageLogItems({
    first,
    read: async cursor => {
      asked.push(cursor);
      const next = others.shift();
      if (!next) {
        throw new Error('read once too often');
      }
      return next;
    },
    isOver: async () => over.shift() ?? true,
    follow: true,
    pause: async () => {
      pauses++;
    },
    signal: new AbortController().signal,
    ...options,
  })) {
    items.push(describeItem(item));
  }
  return { items, asked, pauses };
}

function describeItem(item: StageLogItem): string {
  return item.type === 'line' ? item.text : item.type;
}

describe('stageLogItems', () => {
  it('ends when the tool says that the log is complete', async () => {
    expect(await read([page(['a'], '1', { complete: true })])).toEqual({
      items: ['a'],
      asked: [],
      pauses: 0,
    });
  });

  it('pauses between two pages of a stage that runs, whether there are lines or not', async () => {
    const { items, asked, pauses } = await read(
      [
        page(['a'], '1'),
        page(['b'], '2'),
        page([], '2'),
        page(['c'], '3', { complete: true }),
      ],
      {},
      [false, false, false],
    );
    expect(items).toEqual(['a', 'b', 'c']);
    expect(asked).toEqual(['1', '2', '2']);
    expect(pauses).toBe(3);
  });

  it('reads on at once what was written before: full pages, and stages that are over', async () => {
    const full = Array.from({ length: 500 }, () => 'x');
    const { items, pauses } = await read(
      [page(full, '1'), page(['a'], '2'), page(['b'], '3', { complete: true })],
      {},
      [false, true],
    );
    expect(items).toHaveLength(502);
    expect(pauses).toBe(0);
  });

  it('reads a stage that is over once more, because its last lines may be late', async () => {
    const { items, pauses } = await read(
      [page(['a'], '1'), page([], '1'), page(['late'], '2'), page([], '2')],
      {},
      [false, true],
    );
    expect(items).toEqual(['a', 'late']);
    expect(pauses).toBe(2);
  });

  it('waits for a stage that has no log yet', async () => {
    const { items } = await read(
      [page([], '0'), page([], '0'), page(['a'], '1', { complete: true })],
      {},
      [false, false],
    );
    expect(items).toEqual(['a']);
  });

  it('says where lines are missing', async () => {
    const { items } = await read([
      page(['a'], '1'),
      page(['z'], '9', { gap: true, complete: true }),
    ]);
    expect(items).toEqual(['a', 'gap', 'z']);
  });

  it('reads to the end of what there is and no further when it is not followed', async () => {
    const { items, pauses } = await read(
      [page(['a'], '1'), page([], '1')],
      { follow: false },
      [false, false],
    );
    expect(items).toEqual(['a']);
    expect(pauses).toBe(0);
  });

  it('does not begin anew where a tool gives no place to read on from', async () => {
    expect((await read([page(['a'])])).items).toEqual(['a']);
  });

  it('does not read in circles where lines come without moving on', async () => {
    const { items, pauses } = await read(
      [page(['a'], '1'), page(['a'], '1'), page([], '1')],
      {},
      [false, true],
    );
    expect(items).toEqual(['a', 'a']);
    expect(pauses).toBe(2);
  });

  it('goes on after a moment in which the tool cannot be reached, and not after another failure', async () => {
    const away = new ServiceUnavailableError('away');
    const failing = (...errors: Error[]) => ({
      read: async () => {
        const error = errors.shift();
        if (error) {
          throw error;
        }
        return page(['b'], '2', { complete: true });
      },
    });
    const log = (...errors: Error[]) =>
      read([page(['a'], '1')], failing(...errors), [false]);
    expect((await log(away, away)).items).toEqual(['a', 'b']);
    await expect(log(...Array(9).fill(away))).rejects.toThrow('away');
    await expect(log(new Error('broken'))).rejects.toThrow('broken');
  });

  it('stops when nobody reads any more', async () => {
    const gone = new AbortController();
    const { items } = await read(
      [page(['a'], '1'), page([], '1')],
      { signal: gone.signal, pause: async () => gone.abort() },
      [false, false],
    );
    expect(items).toEqual(['a']);
  });
});
