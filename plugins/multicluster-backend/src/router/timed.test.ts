import express, { Router } from 'express';
import request from 'supertest';
import { timed } from './timed';

describe('timed', () => {
  function open() {
    const record = jest.fn();
    const app = express();
    const routes = Router();
    routes.get('/v1/workloads/:id', (_, res) => {
      res.json({});
    });
    routes.get('/v1/workloads/:id/logs', (_, res) => {
      res.json({});
    });
    routes.get('/v1/clusters', req => {
      req.socket.destroy();
    });
    app.use(timed({ record }));
    app.use((req, res, next) =>
      req.query.bad ? res.status(400).json({}) : next(),
    );
    app.use(routes);
    return { app, record };
  }

  it.each`
    path                        | labels
    ${'/v1/workloads/a'}        | ${{ route: '/v1/workloads/:id', method: 'GET', status: 200 }}
    ${'/v1/workloads/a?bad=so'} | ${{ route: 'none', method: 'GET', status: 400 }}
    ${'/v1/clusters'}           | ${{ route: '/v1/clusters', method: 'GET', status: 499 }}
  `('measures $path as $labels', async ({ path, labels }) => {
    const { app, record } = open();
    await request(app)
      .get(path)
      .catch(() => undefined);
    expect(record.mock.calls).toEqual([[expect.any(Number), labels]]);
  });

  it('leaves out logs, which last as long as somebody reads', async () => {
    const { app, record } = open();
    await request(app).get('/v1/workloads/a/logs');
    expect(record).not.toHaveBeenCalled();
  });
});
