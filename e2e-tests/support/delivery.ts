import { expect, Locator, Page } from '@playwright/test';
import { Persona, portalUrl } from './portal';
import { signedInAs } from './signedInAs';

/** As much of a run as tests look for. */
export interface RunOnList {
  id: string;
  status: string;
  detail?: string;
  artifacts: Array<{ version?: string }>;
}

/** Reads from the API of the portal as one of the personas does. */
export async function readAs<T>(
  persona: Persona,
  path: string,
): Promise<{ status: number; body: T }> {
  const answer = await fetch(portalUrl(`/api/multicluster/v1${path}`), {
    headers: await signedInAs(persona),
  });
  return { status: answer.status, body: await answer.json() };
}

/** Runs of a component, newest first, once there are any. */
export async function runsOf(name: string): Promise<RunOnList[]> {
  let items: RunOnList[] = [];
  await expect
    .poll(
      async () => {
        const { body } = await readAs<{ items?: RunOnList[] }>(
          'paul',
          `/entities/default/component/${name}/runs`,
        );
        items = body.items ?? [];
        return items.length;
      },
      { timeout: 45_000, message: `runs of ${name}` },
    )
    .toBeGreaterThan(0);
  return items;
}

/** Resolves when no run of a component is under way any more: what a test began must not reach into the next. */
export async function untilRunsAreOver(name: string): Promise<void> {
  await expect
    .poll(
      async () =>
        (
          await runsOf(name)
        ).filter(
          ({ status }) =>
            !['succeeded', 'failed', 'cancelled'].includes(status),
        ).length,
      { timeout: 60_000, message: `runs of ${name} that are under way` },
    )
    .toBe(0);
}

/** Where a component is in the catalog. */
export function component(name: string): string {
  return `/catalog/default/component/${name}`;
}

/** Where a run has its page. */
export function runPage(id: string): string {
  return `/multicluster/runs/${encodeURIComponent(id)}`;
}

/** A card of the page of a service. */
export function card(page: Page, title: string): Locator {
  return page
    .locator('.MuiCard-root')
    .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
}

/** A stage in the list of the page of a run. */
export function stage(page: Page, name: string): Locator {
  return page
    .getByRole('tablist', { name: 'Stages of the run' })
    .getByRole('tab', { name });
}

/** Marks the page that is open, and gives a check that it was never loaded anew. */
export async function withoutReload(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.body.dataset.notReloaded = 'true';
  });
  return () =>
    expect(page.locator('body')).toHaveAttribute('data-not-reloaded', 'true');
}
