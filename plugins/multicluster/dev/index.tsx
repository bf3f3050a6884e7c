import { createDevApp } from '@backstage/frontend-dev-utils';
import {
  ApiBlueprint,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { multiclusterApiRef } from '@fairway/backstage-plugin-multicluster-react';
import plugin from '../src';
import { deliveryAnswers } from './deliveryAnswers';
import { fleetApi } from '../src/components/fleet/__testUtils__/fleetApi';
import { fleetOf } from '../src/components/fleet/__testUtils__/fleetOf';
import { clusterOf } from '../src/components/fleet/__testUtils__/worldOf';

// `?clusters=500` makes up a fleet of that size; nothing is asked of any back end.
const size = new URLSearchParams(window.location.search).get('clusters');
const clusters = Number(size ?? 100);
const fleet = fleetOf(Array.from({ length: clusters }, (_, i) => clusterOf(i)));

createDevApp({
  features: [
    catalogPlugin,
    plugin,
    createFrontendModule({
      pluginId: 'multicluster',
      extensions: [
        ApiBlueprint.make({
          params: define =>
            define({
              api: multiclusterApiRef,
              deps: {},
              factory: () =>
                fleetApi({
                  clusters,
                  workloads: 3_000,
                  answers: {
                    ...deliveryAnswers,
                    getFleet: async () => {
                      // As long as a back end takes; by then the app around the page has settled.
                      await new Promise(resolve => {
                        setTimeout(resolve, 500);
                      });
                      // What the benchmark of the page counts from.
                      performance.mark('fleet-answered');
                      return fleet;
                    },
                  },
                }),
            }),
        }),
      ],
    }),
  ],
});
