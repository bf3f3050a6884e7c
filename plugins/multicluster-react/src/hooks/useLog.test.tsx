import { TestApiProvider } from '@backstage/test-utils';
import {
  LogFrame,
  LogRequest,
  MulticlusterApi,
} from '@fairway/backstage-plugin-multicluster-common';
import { renderHook, waitFor } from '@testing-library/react';
import { ReactNode } from 'react';
import { multiclusterApiRef } from '../api';
import { useLog } from './useLog';

const request = { workloadId: 'w', cluster: 'm', pod: 'p', container: 'c' };

function show(readLog: (request: LogRequest) => AsyncGenerator<LogFrame>) {
  const api = { readLog } as unknown as MulticlusterApi;
  const wrapper = (props: { children: ReactNode }) => (
    <TestApiProvider apis={[[multiclusterApiRef, api]]}>
      {props.children}
    </TestApiProvider>
  );
  return renderHook(
    (props: { request?: LogRequest; paused?: boolean }) =>
      useLog(props.request, { paused: props.paused }),
    { wrapper, initialProps: { request } as { request?: LogRequest } },
  );
}

describe('useLog', () => {
  it('has no lines of the log before when nothing is followed any more', async () => {
    const { result, rerender } = show(async function* read() {
      yield { type: 'line', text: 'secret of another pod' };
      yield { type: 'end', reason: 'complete' };
    });
    await waitFor(() => expect(result.current.lines).toHaveLength(1));
    rerender({ request: undefined });
    expect(result.current.lines).toEqual([]);
    expect(result.current.end).toBeUndefined();
  });

  it('keeps the screen still while paused, also when the log ends, and shows the rest when it goes on', async () => {
    let goOn = () => {};
    const { result, rerender } = show(async function* read() {
      yield { type: 'line', text: 'one' };
      await new Promise<void>(resolve => {
        goOn = resolve;
      });
      yield { type: 'line', text: 'two' };
      yield { type: 'end', reason: 'complete' };
    });
    const texts = () => result.current.lines.map(({ text }) => text);
    await waitFor(() => expect(texts()).toEqual(['one']));
    rerender({ request, paused: true } as { request: LogRequest });
    goOn();
    await waitFor(() => expect(result.current.status).toBe('ended'));
    expect(texts()).toEqual(['one']);
    rerender({ request });
    await waitFor(() => expect(texts()).toEqual(['one', 'two']));
    expect(result.current.status).toBe('ended');
  });
});
