import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { buildApproval } from '../../../__testUtils__/approvals/buildApproval';
import { fullCoverage } from '../../../__testUtils__/approvals/fullCoverage';
import { renderApprovals } from '../../../__testUtils__/approvals/renderApprovals';
import { RequestPage } from './RequestPage';

const SCRIPT = 'javascript';
const PAYLOADS = [
  '<img src=x onerror="window.hurt = true">',
  '<script>window.hurt = true</script>',
  '<svg/onload=window.hurt=true>',
  `[look](${SCRIPT}:window.hurt=true)`,
  '![look](https://evil.example/x.png)',
  '"><iframe srcdoc="<script>parent.hurt=true</script>">',
];

/** Each text of a request that somebody else writes: a tool, a commit, a cluster, an image, a voter. */
function hostile(text: string) {
  const { request } = buildApproval();
  return buildApproval({
    title: text,
    tool: text,
    environment: text,
    run: { id: 'run1', pipeline: text, url: `${SCRIPT}:window.hurt=true` },
    gate: {
      id: 'g',
      title: text,
      url: 'data:text/html,<script>window.hurt=true</script>',
    },
    subject: {
      ...request.subject,
      commit: text,
      images: [{ name: text, version: text, digest: null, unpinned: true }],
      targets: [text],
    },
    votes: [{ ...request.votes[0], comment: text, voter: text }],
    sentence: { ...sentence('approval.external'), code: 'unknown.code', text },
  });
}

describe('what others write into a request', () => {
  it.each(PAYLOADS)(
    'X05: is shown as text and does nothing: %s',
    async text => {
      await renderApprovals(
        <Routes>
          <Route path="/:id" element={<RequestPage />} />
        </Routes>,
        {
          getApproval: async () => ({
            item: hostile(text),
            trail: [
              {
                seq: 1,
                prevHash: 'x',
                hash: 'y',
                at: '2026-11-21T12:00:00Z',
                actor: `external:${text}`,
                action: text,
                payloadHash: 'z',
                payload: { comment: text },
              },
            ],
            revision: '1',
            coverage: fullCoverage,
          }),
        },
        '/r1',
      );
      const shown = await screen.findAllByText((_, element) =>
        (element?.textContent ?? '').includes(text),
      );
      expect(shown.length).toBeGreaterThan(0);
      expect(
        document.querySelectorAll('img, iframe, svg[onload], body script'),
      ).toHaveLength(0);
      const targets = [...document.querySelectorAll('a')].map(link =>
        link.getAttribute('href'),
      );
      expect(
        targets.filter(target =>
          /^\s*(javascript|data|vbscript):/i.test(target ?? ''),
        ),
      ).toEqual([]);
      expect(window).not.toHaveProperty('hurt');
    },
  );
});
