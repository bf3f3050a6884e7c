import { renderInTestApp } from '@backstage/test-utils';
import { parseImage } from '@fairway/backstage-plugin-multicluster-common';
import { screen } from '@testing-library/react';
import { VersionChip } from './VersionChip';

const app = parseImage('app', 'r.example:5000/app:v1.2.3');

describe('VersionChip', () => {
  it('shows the version, and the whole image on hover', async () => {
    await renderInTestApp(<VersionChip versions={[app]} />);
    expect(screen.getByText('v1.2.3')).toHaveAttribute(
      'title',
      'app: r.example:5000/app:v1.2.3',
    );
  });

  it('counts further versions, and equal ones once', async () => {
    const proxy = parseImage('proxy', 'r.example/proxy:v9');
    await renderInTestApp(<VersionChip versions={[app, app, proxy]} />);
    expect(screen.getByText('v1.2.3 +1')).toBeInTheDocument();
  });

  it.each(['overridden', 'unknown'] as const)(
    'shows no version that is %s',
    async knowledge => {
      await renderInTestApp(
        <VersionChip versions={[app]} knowledge={knowledge} />,
      );
      expect(screen.getByText(knowledge)).toBeInTheDocument();
      expect(screen.queryByText('v1.2.3')).toBeNull();
    },
  );
});
