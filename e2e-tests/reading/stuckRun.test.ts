import { expect, test } from '@playwright/test';
import { card, component } from '../support/delivery';
import { openAs } from '../support/portal';

test.describe('A run that nobody plans', () => {
  // It is a fault once its piped was seen online for five minutes, most of which the other tests take.
  test.setTimeout(400_000);

  test('is said to be stuck, although nothing stands before it', async ({
    page,
  }) => {
    await openAs(page, 'noor', component('label-printer'));
    const delivery = card(page, 'Delivery');
    await expect(
      delivery
        .getByText(
          /Not planned for more than 5 minutes, although nothing stands before it and piped-v1 is online/,
        )
        .first(),
    ).toBeVisible({ timeout: 340_000 });
    await expect(delivery.getByText('Stuck').first()).toBeVisible();
  });
});
