import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { analyticsApiRef } from '@backstage/core-plugin-api';
import { act, renderHook } from '@testing-library/react';
import { ReactNode } from 'react';
import { useDetailUsage } from './useDetailUsage';
import { useFilterUsage } from './useFilterUsage';

const analytics = mockApis.analytics.mock();
const wrapper = ({ children }: { children: ReactNode }) => (
  <TestApiProvider apis={[[analyticsApiRef, analytics]]}>
    {children}
  </TestApiProvider>
);
const told = () =>
  analytics.captureEvent.mock.calls.map(([{ action, subject, attributes }]) => [
    action,
    subject,
    ...(attributes ? [attributes] : []),
  ]);

beforeEach(() => {
  jest.useFakeTimers();
  analytics.captureEvent.mockClear();
});
afterEach(() => jest.useRealTimers());

function filtering(initialProps: string) {
  return renderHook(filter => useFilterUsage('workloads', filter), {
    wrapper,
    initialProps,
  });
}
const wait = (ms: number) => act(() => jest.advanceTimersByTime(ms));

describe('useFilterUsage', () => {
  it('tells once which properties somebody filtered by, when the filter is written, and never the values', () => {
    const { rerender } = filtering('');
    for (const filter of ['s', 'status:deg', 'status:degraded payroll']) {
      rerender(filter);
      wait(500);
    }
    expect(told()).toEqual([]);
    wait(5000);
    expect(told()).toEqual([
      ['filter', 'workloads', { fields: 'status,text' }],
    ]);
  });

  it('tells of a link that carried a filter, and of nothing when there was none', () => {
    filtering('');
    wait(5000);
    expect(told()).toEqual([]);
    filtering('region:eu*');
    wait(0);
    expect(told()).toEqual([['followLink', 'workloads', { fields: 'region' }]]);
  });
});

describe('useDetailUsage', () => {
  const details = (initialProps: { view?: string }) =>
    renderHook(({ view }) => useDetailUsage(view), { wrapper, initialProps });

  it('tells what was opened, each time it was', () => {
    const { rerender } = details({});
    rerender({ view: 'pods' });
    rerender({ view: 'logs' });
    rerender({});
    rerender({ view: 'logs' });
    expect(told()).toEqual([
      ['open', 'pods'],
      ['open', 'logs'],
      ['open', 'logs'],
    ]);
  });

  it('tells apart what a link led to', () => {
    details({ view: 'events' });
    expect(told()).toEqual([['followLink', 'events']]);
  });
});
