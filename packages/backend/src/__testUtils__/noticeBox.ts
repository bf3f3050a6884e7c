import { createServiceFactory } from '@backstage/backend-plugin-api';
import { notificationService } from '@backstage/plugin-notifications-node';

/** Notifications that were sent, with the time of each, instead of sending them. */
export function noticeBox() {
  const told: Array<{ at: number; title: string; link?: string; to: unknown }> =
    [];
  const feature = createServiceFactory({
    service: notificationService,
    deps: {},
    factory: () => ({
      send: async ({ payload: { title, link }, recipients }) => {
        told.push({ at: Date.now(), title, link, to: recipients });
      },
    }),
  });
  return { told, feature };
}
