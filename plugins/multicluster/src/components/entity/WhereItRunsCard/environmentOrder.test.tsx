import { screen } from '@testing-library/react';
import { checkoutTopology } from '../../../__testUtils__/checkoutTopology';
import { renderForEntity } from '../../../__testUtils__/renderForEntity';
import { WhereItRunsCard } from './WhereItRunsCard';

describe('WhereItRunsCard', () => {
  it.each([[['test', 'production']], [['production', 'test']]])(
    'shows environments in the order %j, as the back end gives it',
    async environments => {
      await renderForEntity(<WhereItRunsCard />, {
        getEntityTopology: async () => ({
          ...checkoutTopology(),
          environments,
        }),
      });
      await screen.findByRole('region', { name: 'test' });
      expect(
        screen
          .getAllByRole('region')
          .map(region => region.getAttribute('aria-label'))
          .filter(name => name && environments.includes(name)),
      ).toEqual(environments);
    },
  );
});
