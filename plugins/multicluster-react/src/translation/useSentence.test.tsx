import {
  TranslationApi,
  translationApiRef,
} from '@backstage/frontend-plugin-api';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { useSentence } from './useSentence';
import zh from './zh';

const reasons = [
  sentence('placement.reasonFirst.taint', { count: 2, total: 3 }),
  sentence('placement.reason.api-missing', { count: 1 }),
];

function Said(props: { sentence: Sentence }) {
  return <p>{useSentence()(props.sentence)}</p>;
}

/** Looks messages up in the Chinese table as the translation API would, without loading a language. */
function chinese() {
  const table: Record<string, string> = zh;
  const t = (key: string, params: Record<string, unknown> = {}) => {
    const text =
      table[`${key}_${params.context}`] ??
      table[key] ??
      table[`${key}_other`] ??
      key;
    return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(params[name]));
  };
  return {
    getTranslation: () => ({ ready: true, t }),
    translation$: () => ({ subscribe: () => ({ unsubscribe() {} }) }),
  } as unknown as TranslationApi;
}

describe('useSentence', () => {
  it('says in English what the back end says', async () => {
    const said = sentence('placement.withdrawn', { reasons });
    await renderInTestApp(<Said sentence={said} />);
    expect(screen.getByText(said.text)).toBeInTheDocument();
  });

  it.each(['approved', 'newer'])(
    'says what is said of something else as the back end says it there, or as anywhere where it does not: %s',
    async context => {
      const said = sentence('approval.window.closedForGood', { context });
      await renderInTestApp(<Said sentence={said} />);
      expect(screen.getByText(said.text)).toBeInTheDocument();
      expect(said.text).toMatch(
        context === 'approved'
          ? /^Approved; outside of its windows/
          : /^Outside of its windows/,
      );
    },
  );

  it.each([
    [90_000, 'medium', 'with its seconds where it comes within two minutes'],
    [150_000, 'short', 'to the minute where it comes later'],
    [-5_000, 'short', 'to the minute where it has passed'],
  ] as const)(
    'writes a moment in %i ms %s: %s',
    async (ahead, timeStyle, _) => {
      const until = new Date(Math.floor((Date.now() + ahead) / 1000) * 1000);
      const said = sentence('approval.waiting.recall', { until });
      await renderInTestApp(<Said sentence={said} />);
      const moment = new Intl.DateTimeFormat('en', {
        dateStyle: 'medium',
        timeStyle,
      }).format(until);
      expect(
        screen.getByText(`Decided; can be taken back until ${moment}`),
      ).toBeInTheDocument();
    },
  );

  it('writes moments as the reader does', async () => {
    const deadline = new Date('2026-11-21T12:08:00Z');
    const said = sentence('placement.evictingUntil', {
      clusters: 'm1',
      deadline,
    });
    await renderInTestApp(<Said sentence={said} />);
    const moment = new Intl.DateTimeFormat('en', {
      dateStyle: 'medium',
      timeStyle: 'short',
    }).format(deadline);

    expect(said.text).toContain('or at 2026-11-21T12:08:00Z in any case');
    expect(screen.getByText(/^moving off/).textContent).toMatch(
      new RegExp(`^moving off m1; .* or at ${moment} in any case`),
    );
  });

  it('writes moments of the parts of a sentence as the reader does', async () => {
    const deadline = new Date('2026-11-21T12:08:00Z');
    const part = sentence('placement.evictingUntil', {
      clusters: 'm1',
      deadline,
    });
    await renderInTestApp(
      <Said
        sentence={{
          code: 'new.around',
          params: { parts: [part] },
          text: `checkout: ${part.text}`,
        }}
      />,
    );
    expect(screen.getByText(/^checkout: moving off/).textContent).not.toContain(
      '2026-11-21T',
    );
  });

  it('writes moments in another language too', async () => {
    const deadline = new Date('2026-11-21T12:08:00Z');
    await renderInTestApp(
      <TestApiProvider apis={[[translationApiRef, chinese()]]}>
        <Said
          sentence={sentence('placement.evictingUntil', {
            clusters: 'm1',
            deadline,
          })}
        />
      </TestApiProvider>,
    );
    const said = await screen.findByText(/^正在迁离 m1/);

    expect(said.textContent).toMatch(/最迟在 .*2026/);
    expect(said.textContent).not.toContain('2026-11-21T');
  });

  it('shows a sentence of a newer back end as it came', async () => {
    await renderInTestApp(
      <Said
        sentence={{ code: 'new.thing', params: {}, text: 'something new' }}
      />,
    );
    expect(screen.getByText('something new')).toBeInTheDocument();
  });

  it('says in another language the parts of a list as well', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[translationApiRef, chinese()]]}>
        <Said sentence={sentence('placement.withdrawn', { reasons })} />
      </TestApiProvider>,
    );
    expect(
      await screen.findByText(
        '已撤回：3 个集群中 2 个存在未容忍的污点，1 个缺少该 API',
      ),
    ).toBeInTheDocument();
  });

  it('says in another language what is said of something else', async () => {
    const said = sentence('approval.window.closedForGood', {
      context: 'approved',
    });
    await renderInTestApp(
      <TestApiProvider apis={[[translationApiRef, chinese()]]}>
        <Said sentence={said} />
      </TestApiProvider>,
    );
    expect(await screen.findByText(/^已批准；不在时间窗口内/)).toBeVisible();
  });

  it('says a part that holds what parts are separated by as one, and an unknown part as it came', async () => {
    const parts = [
      sentence('placement.reason.other', { count: 1, text: 'weird, plugin' }),
      { code: 'new.part', params: {}, text: 'something new, too' },
    ];
    await renderInTestApp(
      <TestApiProvider apis={[[translationApiRef, chinese()]]}>
        <Said sentence={sentence('placement.withdrawn', { reasons: parts })} />
      </TestApiProvider>,
    );
    const said = await screen.findByText(/^已撤回/);
    expect(said.textContent).toMatch(/weird, plugin，something new, too$/);
  });
});
