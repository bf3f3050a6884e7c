import { renderInTestApp } from '@backstage/test-utils';
import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { CoverageFoot } from './CoverageFoot';

const problem = (subject: string) => ({
  source: 'karmada',
  subject,
  code: 'timeout' as const,
  sentence: sentence('detail.timeout', { cluster: subject }),
  since: '2026-11-21T10:00:00Z',
});

describe('CoverageFoot', () => {
  it('is quiet when everything was read', async () => {
    await renderInTestApp(
      <CoverageFoot coverage={{ seen: 3, total: 3, stale: 0, problems: [] }} />,
    );
    expect(screen.getByText('3 of 3 clusters read')).toBeInTheDocument();
    expect(document.querySelector('[data-shape="warn"]')).toBeNull();
  });

  it('counts nothing where there is nothing to read', async () => {
    await renderInTestApp(
      <CoverageFoot coverage={{ seen: 0, total: 0, stale: 0, problems: [] }} />,
    );
    expect(screen.queryByText(/clusters read/)).toBeNull();
    expect(document.querySelector('footer')).toBeNull();
  });

  it('counts a single cluster as one', async () => {
    await renderInTestApp(
      <CoverageFoot coverage={{ seen: 1, total: 1, stale: 0, problems: [] }} />,
    );
    expect(screen.getByText('1 of 1 cluster read')).toBeInTheDocument();
  });

  it('names the subject of a problem whose sentence does not', async () => {
    const sentenceOfNobody = sentence('source.problem.timeout', {
      subject: 'karmada',
    });
    await renderInTestApp(
      <CoverageFoot
        coverage={{
          seen: 0,
          total: 1,
          stale: 0,
          problems: [{ ...problem('m1'), sentence: sentenceOfNobody }],
        }}
      />,
    );
    expect(screen.getByText(/^m1: karmada: the server/)).toBeInTheDocument();
  });

  it('says what is not known rather than zero', async () => {
    await renderInTestApp(
      <CoverageFoot
        of="workloads"
        coverage={{ seen: 0, total: null, stale: 0, problems: [] }}
      />,
    );
    expect(screen.getByText('0 of ? workloads read')).toBeInTheDocument();
    expect(document.querySelector('[data-shape="warn"]')).not.toBeNull();
  });

  it('names the first problems and counts the others', async () => {
    await renderInTestApp(
      <CoverageFoot
        coverage={{
          seen: 97,
          total: 100,
          stale: 2,
          problems: ['m1', 'm2', 'm3'].map(problem),
        }}
      />,
    );
    expect(screen.getByText(/^m1 did not answer in time/)).toBeInTheDocument();
    expect(screen.queryByText(/^m3:/)).toBeNull();
    expect(screen.getByText('1 more problems')).toHaveAttribute(
      'title',
      expect.stringContaining('m3'),
    );
    expect(screen.getByText('2 last known')).toBeInTheDocument();
  });
});
