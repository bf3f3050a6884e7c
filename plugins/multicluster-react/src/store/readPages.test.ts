import { readPages } from './readPages';

interface Page {
  revision: string;
  nextCursor?: string;
  observedAt?: string;
  items: string[];
}

const signal = new AbortController().signal;

function serverOf(pages: Record<string, Page>) {
  const asked: Array<[string | undefined, string | undefined]> = [];
  const ask = async (
    cursor: string | undefined,
    options: { ifNoneMatch?: string },
  ) => {
    asked.push([cursor, options.ifNoneMatch]);
    const page = pages[cursor ?? ''];
    return page.revision === options.ifNoneMatch
      ? { notModified: true as const, revision: page.revision }
      : page;
  };
  return { ask, asked, pages };
}

const two = () =>
  serverOf({
    '': { revision: 'a1', nextCursor: 'b', items: ['x'], observedAt: '2' },
    b: { revision: 'b1', items: ['y'], observedAt: '1' },
  });

describe('readPages', () => {
  it('stops at the last page however many are wanted', async () => {
    const { ask } = two();
    const read = await readPages<Page>(undefined, 5, signal, ask);
    expect(read.pages.flatMap(page => page.items)).toEqual(['x', 'y']);
    expect(read.observedAt).toBe('1');
  });

  it('answers the very same object when no page changed', async () => {
    const { ask, asked } = two();
    const first = await readPages<Page>(undefined, 2, signal, ask);
    const again = await readPages<Page>(first, 2, signal, ask);
    expect(again).toBe(first);
    expect(asked.slice(2)).toEqual([
      [undefined, 'a1'],
      ['b', 'b1'],
    ]);
  });

  it('keeps the page that did not change and takes the one that did', async () => {
    const { ask, pages } = two();
    const first = await readPages<Page>(undefined, 2, signal, ask);
    pages.b = { revision: 'b2', items: ['z'] };
    const again = await readPages<Page>(first, 2, signal, ask);
    expect(again.pages[0]).toBe(first.pages[0]);
    expect(again.pages[1].items).toEqual(['z']);
  });

  it('reads a page anew when the one before it ends elsewhere', async () => {
    const { ask, asked, pages } = two();
    const first = await readPages<Page>(undefined, 2, signal, ask);
    pages[''] = { revision: 'a2', nextCursor: 'c', items: ['x', 'new'] };
    pages.c = { revision: 'b1', items: ['y'] };
    await readPages<Page>(first, 2, signal, ask);
    expect(asked[3]).toEqual(['c', undefined]);
  });
});
