/**
 * Chinese of words that sources send and sentences name as `$t({{word}})`. They are keys by themselves, because a word that is
 * no key is then shown as it is; English shows all of them as they are.
 *
 * @internal
 */
export const wordsZh: Readonly<Record<string, string>> = {
  cluster: '集群',
  clusters: '集群',
  provider: '供应商',
  region: '区域',
  zone: '可用区',
};
