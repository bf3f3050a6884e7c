import { readDeliveryMarks } from './readDeliveryMarks';

describe('readDeliveryMarks', () => {
  it.each`
    what                       | annotations                                                                    | marks
    ${'PipeCD'}                | ${{ 'pipecd.dev/application': 'a-1', 'pipecd.dev/piped': 'p', other: 'x' }}    | ${{ 'pipecd.dev/application': 'a-1' }}
    ${'Argo CD'}               | ${{ 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/cart' }}      | ${{ 'argocd.argoproj.io/tracking-id': 'shop:apps/Deployment:shop/cart' }}
    ${'both'}                  | ${{ 'argocd.argoproj.io/tracking-id': 'b', 'pipecd.dev/application': 'a' }}    | ${{ 'argocd.argoproj.io/tracking-id': 'b', 'pipecd.dev/application': 'a' }}
    ${'no tool'}               | ${{ 'kubectl.kubernetes.io/last-applied-configuration': '{"kind":"Secret"}' }} | ${undefined}
    ${'an empty mark'}         | ${{ 'pipecd.dev/application': '' }}                                            | ${undefined}
    ${'something else'}        | ${{ 'pipecd.dev/application': { a: 1 } }}                                      | ${undefined}
    ${'a mark without an end'} | ${{ 'pipecd.dev/application': 'x'.repeat(513) }}                               | ${undefined}
    ${'no annotations'}        | ${undefined}                                                                   | ${undefined}
    ${'no map'}                | ${'pipecd.dev/application'}                                                    | ${undefined}
  `('reads $what', ({ annotations, marks }) => {
    expect(readDeliveryMarks(annotations)).toEqual(marks);
  });
});
